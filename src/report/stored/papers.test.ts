import { expect, test } from 'vitest';
import { beginManifest } from '../../ensemble/stored/begin.ts';
import { columnsOf } from '../../ensemble/stored/columns.ts';
import { loadEpisode, newEpisode } from '../../episode/index.ts';
import { entriesOf } from './dictionary.ts';
import { dictionaryData, dictionaryMarkdown, type Exported, readmePaper } from './papers.ts';

const { episode } = loadEpisode(newEpisode('board'));
if (!episode) throw new Error('the template cannot be read');
const plan = { episode, seed: 5, first: 0, runs: 200, interventions: [], parameters: {} };
const words = { en: 'Who | what?', ru: 'Кто | что?' };
const manifest = {
  ...beginManifest(plan, { hash: 'abc', command: 'plenum run ./board --runs 200' }),
  twins: true,
  people: ['ann', 'bob'],
  acts: ['vote'],
  outcomes: [
    { id: 'late', kind: 'date', ask: words },
    { id: 'head', kind: 'who', ask: words },
    { id: 'share', kind: 'number', ask: words, unit: { en: 'points', ru: 'пунктов' } },
    { id: 'left', kind: 'yes-no', ask: words },
  ],
} as const;
const entries = entriesOf(manifest, columnsOf(manifest));
const exported: Exported = {
  manifest,
  form: 'csv',
  data: 'x.csv',
  failed: 'x.failed.csv',
  rows: 150,
  failedRuns: 3,
  entries: entries.map((e) => ({
    ...e,
    missing: 3,
    range: e.type === 'id' ? null : [0, 1],
    values: e.type === 'id' ? ['ann'] : null,
  })),
};

test('every column has a meaning in both languages, and a unit where there is one', () => {
  for (const e of entries) {
    expect(e.meaning.en, e.name).toMatch(/[A-Za-z]/);
    expect(e.meaning.ru, e.name).toMatch(/[А-я]/);
    expect(e.missingMeans === null, e.name).toBe(e.name === 'run' || e.name === 'failed');
  }
  const unit = (name: string) => entries.find((e) => e.name === name)?.unit?.en;
  expect(unit('share_with')).toBe('points');
  expect(unit('late_without')).toBe('Gregorian date');
  expect(unit('late_without_day')).toBe('days since 1970-01-01 (Gregorian)');
  expect(unit('acts_vote')).toBe('times');
  expect(unit('left_with')).toBeUndefined();
});

test('ranges are written as the column writes its values', () => {
  const { columns } = dictionaryData(exported) as { columns: readonly { name: string; range: unknown }[] };
  const range = (name: string) => columns.find((c) => c.name === name)?.range;
  expect(range('late_without')).toEqual(['1970-01-01', '1970-01-02']);
  expect(range('late_without_day')).toEqual([0, 1]);
  expect(range('left_with')).toEqual([false, true]);
  expect(range('head_with')).toBeNull();
});

test('a table of Markdown survives what the episode says', () => {
  const rows = dictionaryMarkdown(exported, 'en').split('\n');
  expect(rows).toHaveLength(2 + entries.length);
  for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(8);
  expect(rows).toContain(
    '| `head_with` | id of a person | With the change: Who \\| what? |  | ann | 3: nobody, or the run failed |',
  );
});

test('the README says how to make it again, and that it is not finished', () => {
  const paper = readmePaper(exported);
  expect(paper).toContain('```sh\nplenum run ./board --runs 200\n```');
  expect(paper).toContain('200 were planned: the work was not finished when this was written.');
  expect(readmePaper({ ...exported, rows: 200 })).not.toContain('were planned');
});
