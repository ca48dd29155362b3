import type { EnsemblePlan, Executor, OnShard, Shard } from '../../ensemble/plan.ts';
import { collect } from '../../ensemble/single.ts';
import { shardsOf } from '../../ensemble/plan.ts';

/** One plan at a time: the workers of a pool know only the last they were given. Whoever comes later waits. */
export function queued(executor: Executor): Executor {
  let last: Promise<unknown> = Promise.resolve();
  const stream: Executor['stream'] = (plan, shards, onShard, signal) => {
    const turn = last.then(() => {
      signal?.throwIfAborted();
      return executor.stream(plan, shards, onShard, signal);
    });
    last = turn.catch(() => {});
    return turn;
  };
  return {
    stream,
    execute: (plan, onProgress, signal) =>
      collect(stream, plan, shardsOf(plan.first, plan.runs, 1), onProgress, signal),
    close: () => executor.close(),
  };
}

/**
 * Carries out a long plan in pieces of about `piece` runs, so that short questions asked meanwhile get their turn between two of them.
 * Shards have `size` runs. Throws an AbortError if cancelled.
 */
export async function inPieces(
  executor: Executor,
  plan: EnsemblePlan,
  { piece, size }: { readonly piece: number; readonly size: number },
  onShard: OnShard,
  signal: AbortSignal,
): Promise<void> {
  for (let first = 0; first < plan.runs; first += piece) {
    signal.throwIfAborted();
    const shards: Shard[] = [];
    const end = Math.min(plan.runs, first + piece);
    for (let at = first; at < end; at += size) shards.push({ first: at, runs: Math.min(size, end - at) });
    await executor.stream(plan, shards, onShard, signal);
  }
}
