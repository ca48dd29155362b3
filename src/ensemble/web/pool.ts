import { type Executor, type OnShard, type Shard, shardsOf } from '../plan.ts';
import { collect } from '../single.ts';
import type { FromShardWorker, ToShardWorker } from './messages.ts';

/** What the pool needs of a web worker. */
export interface ShardWorker {
  readonly post: (message: ToShardWorker) => void;
  /** Called with every message, and with an Error if the worker itself fails. */
  listen: (heard: (message: FromShardWorker | Error) => void) => void;
  readonly terminate: () => void;
}

/**
 * An executor on web workers, which stay alive between plans. A cancelled plan's shards under way are finished and thrown away, so shards
 * should be small.
 */
export function webExecutor(spawn: () => ShardWorker, workers: number): Executor {
  let live: ShardWorker[] = [];
  let plans = 0;
  const stream: Executor['stream'] = async (plan, shards, onShard, signal) => {
    while (live.length < Math.min(workers, shards.length)) live.push(spawn());
    const number = ++plans;
    const queue = { next: 0, shards };
    try {
      await Promise.all(
        live.map((worker) => {
          const done = feeding(worker, number, queue, onShard, signal);
          worker.post({ kind: 'plan', plan: number, content: plan });
          return done;
        }),
      );
    } catch (error) {
      queue.next = shards.length;
      throw error;
    }
  };
  return {
    stream,
    execute: (plan, onProgress, signal) =>
      collect(stream, plan, shardsOf(plan.first, plan.runs, workers), onProgress, signal),
    close: async () => {
      for (const worker of live) worker.terminate();
      live = [];
    },
  };
}

/** Hands one worker shard after shard of a plan until none is left. */
function feeding(
  worker: ShardWorker,
  plan: number,
  queue: { next: number; readonly shards: readonly Shard[] },
  onShard: OnShard,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new DOMException('cancelled', 'AbortError'));
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    const feed = (): void => {
      const index = queue.next++;
      const shard = queue.shards[index];
      if (signal?.aborted) stop();
      else if (shard === undefined) resolve();
      else worker.post({ kind: 'shard', plan, index, shard });
    };
    worker.listen((message) => {
      if (message instanceof Error) return reject(message);
      if (message.plan !== plan) return;
      if (message.kind === 'refused') return reject(new RangeError(message.message));
      if (message.kind === 'ready') return feed();
      Promise.resolve(message.result).then(onShard).then(feed, reject);
    });
  });
}
