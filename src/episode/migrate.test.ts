import { expect, it } from 'vitest';
import { loadEpisode } from './load.ts';
import { migrateEpisode, migrations } from './migrate.ts';
import { formatVersion } from './schema/index.ts';
import { newEpisode } from './template.ts';

const old = [
  { path: 'a/episode.yaml', text: '# An old file.\nplenum: 0   # the first\nepisode: {id: a}\n' },
  { path: 'a/people.yaml', text: '# Who\npersons:  # all of them\n  anna: {name: Anna}\n' },
  { path: 'a/notes.txt', text: 'persons: untouched' },
];

it('climbs from 0 to 1 and keeps comments', () => {
  const { files, from, to, steps } = migrateEpisode(old);
  expect([from, to, steps.length]).toEqual([0, formatVersion, 1]);
  expect(files.map((file) => file.text)).toEqual([
    '# An old file.\nplenum: 1   # the first\nepisode: {id: a}\n',
    '# Who\npeople:  # all of them\n  anna: {name: Anna}\n',
    'persons: untouched',
  ]);
});

it('an old episode loads after migration and says so before', () => {
  const now = newEpisode('choir-two').map((file) => ({
    ...file,
    text: file.text.replace(/^people:/m, 'persons:').replace(/^plenum: 1/m, 'plenum: 0'),
  }));
  expect(loadEpisode(now).problems.map((problem) => problem.code)).toEqual(['format-older']);
  expect(loadEpisode(migrateEpisode(now).files).ok).toBe(true);
});

it('leaves current files alone and refuses newer ones', () => {
  const current = [{ path: 'a.yaml', text: 'plenum: 1\n' }];
  expect(migrateEpisode(current).files).toEqual(current);
  expect(() => migrateEpisode([{ path: 'a.yaml', text: 'plenum: 99\n' }])).toThrow(/newer/);
  expect(() => migrateEpisode([{ path: 'a.yaml', text: 'people: {}\n' }])).toThrow(/version/);
});

it('has a rung for every version', () => {
  expect(migrations.map((step) => step.from)).toEqual([...Array(formatVersion).keys()]);
});
