import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EpisodeFileInput } from '../../episode/index.ts';

/** The episodes that come along, beside dist/. */
export const bundledFolder = fileURLToPath(new URL('../../../episodes/', import.meta.url));

export const isEpisodeFile = (name: string): boolean => /\.(ya?ml|json)$/i.test(name);

/** Most bytes read of one file; the loader refuses what is longer. */
const most = 11_000_000;

/** The files of an episode's folder, by name; `shown` is the folder as messages call it. */
export function readEpisodeFiles(folder: string, shown: string = folder): readonly EpisodeFileInput[] {
  return readdirSync(folder)
    .filter((name) => isEpisodeFile(name) && statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => ({
      path: shown === '.' ? name : join(shown, name),
      bytes: new Uint8Array(readFileSync(join(folder, name)).subarray(0, most)),
    }));
}

/** Whether a folder is an episode: a .yaml file in it is enough. One that cannot be read is none. */
export function isEpisodeFolder(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => /\.ya?ml$/i.test(name));
  } catch {
    return false;
  }
}

/** The folders directly inside one that hold an episode, by name. */
export function episodeFolders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isEpisodeFolder(join(folder, entry.name)))
    .map((entry) => entry.name)
    .sort();
}

/**
 * SHA-256 of the list of the files' SHA-256, first 12 digits. The same as, in the folder,
 * `LC_ALL=C ls | grep -E '\.(ya?ml|json)$' | xargs sha256sum | sha256sum`.
 */
export function hashOf(files: readonly EpisodeFileInput[]): string {
  const sha = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
  const lines = files.map((file) => `${sha(file.bytes ?? file.text ?? '')}  ${basename(file.path)}\n`);
  return sha(lines.join('')).slice(0, 12);
}
