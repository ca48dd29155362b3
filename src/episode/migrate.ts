import { isMap, parseDocument } from 'yaml';
import { yamlOptions } from './load/yaml.ts';
import { renameTopKey } from './migrations/keys.ts';
import { applySplices, patchEpisode, PatchError, type Splice, type TextFile } from './patch.ts';
import { formatVersion } from './schema/index.ts';
import type { Words } from './types.ts';

/** One rung of the ladder: from format `from` to the next. Text is edited in place, so comments stay. */
export interface Migration {
  readonly from: number;
  readonly what: Words;
  readonly edit: (files: readonly TextFile[]) => readonly Splice[];
}

/** Format 0 never left the workshop; its rung keeps the ladder in working order. */
export const migrations: readonly Migration[] = [
  {
    from: 0,
    what: { en: '"persons" is now called "people"', ru: '«persons» теперь называется «people»' },
    edit: (files) => renameTopKey(files, 'persons', 'people'),
  },
];

export interface Migrated {
  readonly files: readonly TextFile[];
  readonly from: number;
  readonly to: number;
  readonly steps: readonly Words[];
}

/** Brings a folder to the format this program writes. Files of that format come back as they are; newer ones throw a PatchError. */
export function migrateEpisode(
  files: readonly TextFile[],
  ladder = migrations,
  target: number = formatVersion,
): Migrated {
  const from = versionOf(files);
  if (from === undefined)
    throw new PatchError('no-such-path', 'no file says which version of the format it has (plenum: …)');
  let now = files;
  const steps: Words[] = [];
  for (let version = from; version < target; version++) {
    const step = ladder.find((one) => one.from === version);
    if (step === undefined) throw new PatchError('no-such-path', `there is no way from format ${version}`);
    now = applySplices(now, step.edit(now));
    now = patchEpisode(now, [{ kind: 'set', path: ['plenum'], value: version + 1 }]).files;
    steps.push(step.what);
  }
  if (from > target) throw new PatchError('no-such-path', `format ${from} is newer than ${target}`);
  return { files: now, from, to: target, steps };
}

function versionOf(files: readonly TextFile[]): number | undefined {
  for (const file of files.filter((one) => /\.ya?ml$/i.test(one.path))) {
    const { contents } = parseDocument(file.text, yamlOptions);
    const version: unknown = isMap(contents) ? contents.get('plenum') : undefined;
    if (typeof version === 'number') return version;
  }
  return undefined;
}
