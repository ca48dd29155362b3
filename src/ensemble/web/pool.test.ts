import { describe, expect, it } from 'vitest';
import { bundled } from '../../../test/helpers/episodes.ts';
import type { EnsemblePlan } from '../plan.ts';
import { singleThreaded } from '../single.ts';
import type { FromShardWorker } from './messages.ts';
import { type ShardWorker, webExecutor } from './pool.ts';
import { servingShards } from './serve.ts';

/** The worker's side in this thread; messages are copied and come later, as between threads. */
function nearby(): ShardWorker {
  let heard: (message: FromShardWorker | Error) => void = () => {};
  const serve = servingShards((message) => void setTimeout(() => heard(structuredClone(message)), 0));
  return {
    post: (message) => void setTimeout(() => serve(structuredClone(message)), 0),
    listen: (listener) => {
      heard = listener;
    },
    terminate: () => {},
  };
}

const plan = (more: Partial<EnsemblePlan> = {}): EnsemblePlan => ({
  episode: bundled('choir'),
  seed: 3,
  first: 0,
  runs: 12,
  interventions: [],
  parameters: {},
  ...more,
});

describe('the executor on web workers', () => {
  it('gives the same bytes as a single thread, with one worker or three', async () => {
    const alone = await singleThreaded.execute(plan());
    for (const workers of [1, 3]) {
      const executor = webExecutor(nearby, workers);
      const result = await executor.execute(plan());
      expect(result.fingerprint).toBe(alone.fingerprint);
      expect(result.actCounts).toEqual(alone.actCounts);
    }
  });

  it('serves one plan after another with the workers it has', async () => {
    const executor = webExecutor(nearby, 2);
    const first = await executor.execute(plan());
    const other = await executor.execute(plan({ seed: 4 }));
    const again = await executor.execute(plan());
    expect(other.fingerprint).not.toBe(first.fingerprint);
    expect(again.fingerprint).toBe(first.fingerprint);
  });

  it('takes a new plan after one was cancelled, and nothing of the old one comes in', async () => {
    const executor = webExecutor(nearby, 2);
    const control = new AbortController();
    const cancelled = executor.execute(plan({ runs: 400 }), () => control.abort(), control.signal);
    await expect(cancelled).rejects.toThrow(/cancelled/);
    const result = await executor.execute(plan());
    expect(result.fingerprint).toBe((await singleThreaded.execute(plan())).fingerprint);
  });

  it('refuses a plan that names what is not there', async () => {
    const executor = webExecutor(nearby, 2);
    await expect(executor.execute(plan({ parameters: { 'weight.nonsense': 1 } }))).rejects.toThrow(
      /nonsense/,
    );
  });

  it('fails when a worker fails', async () => {
    const broken = (): ShardWorker => {
      let heard: (message: FromShardWorker | Error) => void = () => {};
      return {
        post: () => void setTimeout(() => heard(new Error('out of memory')), 0),
        listen: (listener) => {
          heard = listener;
        },
        terminate: () => {},
      };
    };
    await expect(webExecutor(broken, 2).execute(plan())).rejects.toThrow('out of memory');
  });
});
