import { expect, test } from 'vitest';
import { arithmeticShard, failsAt } from '../../../test/helpers/arithmetic.ts';
import { loadEpisode, newEpisode } from '../../episode/index.ts';
import { beginManifest } from './begin.ts';
import { columnsOf, type Side } from './columns.ts';
import { allShards, differences, type Manifest, missingShards, shardRunsFor, withShard } from './manifest.ts';
import { encodeShard, numbersIn, openShard, throughIn } from './parquet.ts';

const { episode } = loadEpisode(newEpisode('board'));
if (!episode) throw new Error('the template cannot be read');
const plan = { episode, seed: 5, first: 0, runs: 200, interventions: [], parameters: {} };
const plain = beginManifest(plan, { hash: 'abc', command: 'plenum run ./board --runs 200' });
const words = { en: 'x', ru: 'x' };
const outcomes = (['yes-no', 'number', 'date', 'who'] as const).map((kind) => ({
  id: `of-${kind}`,
  kind,
  ask: words,
}));
const twins: Manifest = { ...plain, twins: true, outcomes, people: ['ann', 'bob', 'cyr'] };

test('every cell comes back bit for bit; a failed run is missing everywhere', async () => {
  const result = arithmeticShard(twins, { first: 0, runs: 150 });
  const shard = await openShard(encodeShard(twins, result));
  const columns = columnsOf(twins);
  const people = new Map(twins.people.map((id, k) => [id, k]));
  expect(result.failed.length).toBeGreaterThan(0);
  expect(shard.rows).toBe(150);
  for (const side of ['without', 'with'] as const satisfies readonly Side[])
    for (const [outcome, column] of result[side].entries())
      expect(await numbersIn(shard, columns, { kind: 'outcome', outcome, side }, people)).toEqual(column);
  expect(await numbersIn(shard, columns, { kind: 'parted' }, people)).toEqual(result.parted);
  expect(await throughIn(shard, columns, twins)).toEqual(result.through);
  for (let act = 0; act < twins.acts.length; act++)
    expect(await numbersIn(shard, columns, { kind: 'acts', act }, people)).toEqual(
      Float64Array.from(result.actCounts.subarray(act * 150, (act + 1) * 150)),
    );
  expect(shard.notes.failed.map((f) => f.run)).toEqual(result.failed.map((f) => f.run));
  expect(shard.notes.forced).toEqual(result.forced);
});

test('the same result gives the same bytes', () => {
  const once = encodeShard(twins, arithmeticShard(twins, { first: 32, runs: 16 }));
  expect(encodeShard(twins, arithmeticShard(twins, { first: 32, runs: 16 }))).toEqual(once);
});

test('a value that the column cannot hold is a bug, not a row', () => {
  const result = arithmeticShard(twins, { first: 0, runs: 2 });
  const wrong = { ...result, without: [Float64Array.of(0.5, 1), ...result.without.slice(1)] };
  expect(() => encodeShard(twins, wrong)).toThrow('column of_yes_no_without cannot hold 0.5');
});

test('columns have names for R and Python, and no two the same', () => {
  const clash = { ...twins, twins: false, outcomes: [...outcomes, { ...outcomes[0]!, id: 'of.yes-no' }] };
  const names = columnsOf(clash).map((c) => c.name);
  expect(names.slice(0, 8)).toEqual([
    'run',
    'failed',
    'of_yes_no',
    'of_number',
    'of_date',
    'of_date_day',
    'of_who',
    'of_yes_no_2',
  ]);
  expect(names.every((name) => /^[A-Za-z]\w*$/.test(name))).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});

test('what is missing is what the plan has and the list has not', () => {
  const shard = { file: 'x', first: 16, runs: 16, failed: 0, bytes: 1, sha256: '' };
  const m = withShard(withShard(plain, shard), { ...shard, first: 0 });
  expect(m.shards.map((s) => s.first)).toEqual([0, 16]);
  expect(missingShards(m)).toEqual(allShards(m).slice(2));
  expect(allShards(m).reduce((sum, s) => sum + s.runs, 0)).toBe(200);
  expect(allShards(m).at(-1)).toEqual({ first: 192, runs: 8 });
});

test('a million runs make some five hundred files; a hundred make a handful', () => {
  expect(Math.ceil(1e6 / shardRunsFor(1e6))).toBeLessThanOrEqual(512);
  expect(Math.ceil(100 / shardRunsFor(100))).toBe(7);
});

test('identities differ by whatever decides the values, and by nothing else', () => {
  expect(differences(plain, { ...plain, command: 'another way to type it' } as Manifest)).toEqual([]);
  const other = { ...plain, plan: { ...plain.plan, seed: 6, parameters: { 'weight.unity': 5 } } };
  expect(differences(plain, other)).toEqual([
    { field: 'seed', stored: '5', wanted: '6' },
    { field: 'parameters', stored: '{}', wanted: '{"weight.unity":5}' },
  ]);
  expect(failsAt(13)).toBe(true);
});
