import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
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
