import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type EnsemblePlan, type Executor, type OnShard, type Shard, shardsOf } from '../plan.ts';
import { collect, singleThreaded } from '../single.ts';
import type { WorkerMessage } from './worker.ts';

/** Fewer runs than this are not worth starting workers. */
const worthIt = 64;

/** An executor on worker threads; `workers` defaults to the machine's cores, 1 runs in the calling thread. */
export function nodeExecutor(workers: number = availableParallelism()): Executor {
  const stream: Executor['stream'] = (plan, shards, onShard, signal) =>
    workers <= 1 || shards.reduce((sum, s) => sum + s.runs, 0) < worthIt
      ? singleThreaded.stream(plan, shards, onShard, signal)
      : onThreads(plan, shards, workers, onShard, signal);
  return {
    stream,
    execute: (plan, onProgress, signal) =>
      collect(stream, plan, shardsOf(plan.first, plan.runs, workers), onProgress, signal),
    close: async () => {},
  };
}

async function onThreads(
  plan: EnsemblePlan,
  shards: readonly Shard[],
  workers: number,
  onShard: OnShard,
  signal?: AbortSignal,
): Promise<void> {
  let next = 0;
  const stop = new AbortController();
  const live: Worker[] = [];
  const stoppings: (() => void)[] = [];
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: plan });
      live.push(worker);
      const cancel = (): void => reject(new DOMException('cancelled', 'AbortError'));
      signal?.addEventListener('abort', cancel, { once: true });
      stoppings.push(() => signal?.removeEventListener('abort', cancel));
      stop.signal.addEventListener('abort', cancel, { once: true });
      const feed = (): void => {
        const index = next++;
        if (index >= shards.length) resolve();
        else worker.postMessage({ index, shard: shards[index] });
      };
      worker.on('message', (m: WorkerMessage) => {
        if (m.kind === 'error') return reject(new RangeError(m.message));
        if (m.kind === 'ready') return feed();
        // What cannot be taken in (a full disk, a caller who cancels) ends the work.
        Promise.resolve(m.result).then(onShard).then(feed, reject);
      });
      worker.on('error', reject);
    });
  try {
    await Promise.all(Array.from({ length: Math.min(workers, shards.length) }, one));
  } finally {
    for (const forget of stoppings) forget();
    stop.abort();
    await Promise.all(live.map((w) => w.terminate()));
  }
}
