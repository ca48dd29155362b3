import { existsSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { fingerprint } from '../../src/ensemble/fingerprint.ts';
import { merge } from '../../src/ensemble/merge.ts';
import type { EnsemblePlan, Executor } from '../../src/ensemble/plan.ts';
import { prepare, runShard } from '../../src/ensemble/shard.ts';
import { singleThreaded } from '../../src/ensemble/single.ts';
import type { Engine } from '../../src/run/engine.ts';
import { acts, bundled, bundledIds, engineFor, runBytes } from '../helpers/episodes.ts';

/** A run that fails has to fail at the same act every time. */
function attempt(g: Engine, seed: number, run: number): Buffer {
  try {
    return runBytes(g, seed, run);
  } catch (error) {
    return Buffer.from(`${(error as Error).message}\n${acts(g).join('\n')}`);
  }
}

const plan = (runs: number, change: Partial<EnsemblePlan> = {}): EnsemblePlan => ({
  episode: bundled('choir'),
  seed: 5,
  first: 0,
  runs,
  interventions: [],
  parameters: {},
  ...change,
});

describe.each(bundledIds)('%s', (id) => {
  it('gives the same bytes for the same seed, in another engine, whatever ran before', () => {
    const fresh = engineFor(bundled(id));
    const used = engineFor(bundled(id));
    const tries = id === 'choir' ? 4 : 1;
    for (let run = 7; run < 7 + tries; run++) {
      const alone = attempt(fresh, 11, run);
      attempt(used, 11, 3);
      attempt(used, 12, 2);
      expect(attempt(used, 11, run).equals(alone)).toBe(true);
    }
  });
});

it('gives other runs for another run number and another seed', () => {
  const g = engineFor(bundled('choir'));
  const seen = new Set<string>();
  for (const seed of [1, 2, 2 ** 32 + 1])
    for (const run of [0, 1, 2]) seen.add(runBytes(g, seed, run).toString('base64'));
  expect(seen.size).toBe(9);
});

it('refuses what is no seed', () => {
  const g = engineFor(bundled('choir'));
  for (const seed of [-1, 1.5, Number.NaN, 2 ** 53]) expect(() => runBytes(g, seed, 0)).toThrow(RangeError);
});

it('does not depend on how runs are cut into shards or in which order these come', () => {
  const p = plan(30);
  const whole = merge(p, [runShard(prepare(p), { first: 0, runs: 30 })]);
  for (const size of [1, 7, 16]) {
    const prepared = prepare(p);
    const parts = [];
    for (let first = 0; first < 30; first += size)
      parts.unshift(runShard(prepared, { first, runs: Math.min(size, 30 - first) }));
    const joined = merge(p, parts);
    expect(joined.fingerprint).toBe(whole.fingerprint);
    expect(joined.actCounts).toEqual(whole.actCounts);
    expect(joined.work).toEqual(whole.work);
  }
});

it('continues an ensemble where another one stopped', async () => {
  const all = await singleThreaded.execute(plan(40));
  const later = await singleThreaded.execute(plan(15, { first: 25 }));
  expect(fingerprint(all.without.map((c) => c.slice(25)))).toBe(later.fingerprint);
});

const pool = new URL('../../dist/ensemble/node/pool.js', import.meta.url);
test.skipIf(!existsSync(pool))('one worker and two give the same (needs dist/)', async () => {
  const { nodeExecutor } = (await import(pool.href)) as { nodeExecutor: (workers: number) => Executor };
  const results = [];
  for (const workers of [1, 2]) {
    const executor = nodeExecutor(workers);
    results.push(await executor.execute(plan(96)));
    await executor.close();
  }
  expect(results[1]?.fingerprint).toBe(results[0]?.fingerprint);
  expect(results[1]?.actCounts).toEqual(results[0]?.actCounts);
  expect(results[1]?.failed).toEqual(results[0]?.failed);
});
