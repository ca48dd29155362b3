import { describe, expect, it } from 'vitest';
import { bundled } from '../../../test/helpers/episodes.ts';
import type { EnsemblePlan, Executor, Shard, ShardResult } from '../plan.ts';
import { singleThreaded } from '../single.ts';
import { firstHere } from './first-here.ts';

const plan: EnsemblePlan = {
  episode: bundled('choir'),
  seed: 3,
  first: 0,
  runs: 12,
  interventions: [],
  parameters: {},
};
const one = (first: number): Shard => ({ first, runs: 1 });
const shards = Array.from({ length: 12 }, (_, k) => one(k));

/** Carries shards out in this thread and notes their first runs in the order in which they come to it. */
function noting(list: number[], stream = singleThreaded.stream): Executor {
  return {
    ...singleThreaded,
    stream: (p, given, onShard, signal) => {
      list.push(...given.map((s) => s.first));
      return stream(p, given, onShard, signal);
    },
  };
}

async function carriedOut(executor: Executor): Promise<readonly ShardResult[]> {
  const parts: ShardResult[] = [];
  await executor.stream(plan, shards, (part) => void parts.push(part));
  return parts.sort((a, b) => a.first - b.first);
}

describe('an executor that begins here', () => {
  it('does the first shards of its first plan here, the rest on the pool, and all of later plans there', async () => {
    const here: number[] = [];
    const there: number[] = [];
    const executor = firstHere(noting(here), noting(there));
    const first = await carriedOut(executor);
    expect([here, there]).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7],
      [8, 9, 10, 11],
    ]);
    there.length = 0;
    const second = await carriedOut(executor);
    expect(there).toEqual(shards.map((s) => s.first));
    const alone = await carriedOut(singleThreaded);
    expect(first).toEqual(alone);
    expect(second).toEqual(alone);
  });

  it('does all of it here where no worker can be started', async () => {
    const refusing = noting([], () => Promise.reject(new DOMException('not from here', 'SecurityError')));
    expect(await carriedOut(firstHere(singleThreaded, refusing))).toEqual(await carriedOut(singleThreaded));
  });

  it('fails as the pool fails', async () => {
    const broken = noting([], () => Promise.reject(new Error('out of memory')));
    await expect(carriedOut(firstHere(singleThreaded, broken))).rejects.toThrow('out of memory');
  });

  it('stops when cancelled between its first shards', async () => {
    const control = new AbortController();
    const parts: ShardResult[] = [];
    const answer = firstHere(singleThreaded, singleThreaded).stream(
      plan,
      shards,
      (part) => {
        parts.push(part);
        control.abort();
      },
      control.signal,
    );
    await expect(answer).rejects.toThrow();
    expect(parts.length).toBeLessThan(3);
  });
});
