import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { merge } from '../merge.ts';
import { type EnsemblePlan, type EnsembleResult, type Executor, type OnProgress, shardsOf } from '../plan.ts';
import type { ShardResult } from '../plan.ts';
import { inferPast } from '../past.ts';
import { singleThreaded } from '../single.ts';
import type { WorkerMessage } from './worker.ts';

/** Fewer runs than this are not worth starting workers. */
const worthIt = 64;

/** An executor on worker threads; `workers` defaults to the machine's cores, 1 runs in the calling thread. */
export function nodeExecutor(workers: number = availableParallelism()): Executor {
  return {
    execute: async (plan, onProgress, signal) => {
      const ready = await inferPast(plan, onProgress, signal);
      return workers <= 1 || plan.runs < worthIt
        ? singleThreaded.execute(ready, onProgress, signal)
        : onThreads(ready, workers, onProgress, signal);
    },
    close: async () => {},
  };
}

async function onThreads(
  plan: EnsemblePlan,
  workers: number,
  onProgress?: OnProgress,
  signal?: AbortSignal,
): Promise<EnsembleResult> {
  const shards = shardsOf(plan.first, plan.runs, workers);
  const results: ShardResult[] = [];
  let next = 0;
  let done = 0;
  const stop = new AbortController();
  const live: Worker[] = [];
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: plan });
      live.push(worker);
      const cancel = (): void => reject(new DOMException('cancelled', 'AbortError'));
      signal?.addEventListener('abort', cancel, { once: true });
      stop.signal.addEventListener('abort', cancel, { once: true });
      const feed = (): void => {
        const index = next++;
        if (index >= shards.length) resolve();
        else worker.postMessage({ index, shard: shards[index] });
      };
      worker.on('message', (m: WorkerMessage) => {
        if (m.kind === 'error') return reject(new RangeError(m.message));
        if (m.kind === 'result') {
          results.push(m.result);
          done += m.result.runs;
          if (onProgress?.(done, plan.runs) === false) return cancel();
        }
        return feed();
      });
      worker.on('error', reject);
    });
  try {
    await Promise.all(Array.from({ length: Math.min(workers, shards.length) }, one));
  } finally {
    stop.abort();
    await Promise.all(live.map((w) => w.terminate()));
  }
  return merge(plan, results);
}
