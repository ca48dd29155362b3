import { merge } from './merge.ts';
import {
  type EnsemblePlan,
  type EnsembleResult,
  type Executor,
  type OnProgress,
  type OnShard,
  type Shard,
  type ShardResult,
  shardsOf,
} from './plan.ts';
import { inferPast } from './past.ts';
import { prepare, runShard } from './shard.ts';

/** Everything in the calling thread, shard after shard, giving way between shards. Works anywhere. */
export const singleThreaded: Executor = {
  execute: (plan, onProgress, signal) =>
    collect(stream, plan, shardsOf(plan.first, plan.runs, 1), onProgress, signal),
  stream,
  close: async () => {},
};

async function stream(
  plan: EnsemblePlan,
  shards: readonly Shard[],
  onShard: OnShard,
  signal?: AbortSignal,
): Promise<void> {
  const prepared = prepare(plan);
  for (const shard of shards) {
    signal?.throwIfAborted();
    await onShard(runShard(prepared, shard));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** Carries out a plan by some way of carrying out shards, and merges what comes; luck from history is inferred first. */
export async function collect(
  by: Executor['stream'],
  plan: EnsemblePlan,
  shards: readonly Shard[],
  onProgress?: OnProgress,
  signal?: AbortSignal,
): Promise<EnsembleResult> {
  const ready = await inferPast(plan, onProgress, signal);
  const results: ShardResult[] = [];
  let done = 0;
  const keep = (result: ShardResult): void => {
    results.push(result);
    done += result.runs;
    if (onProgress?.(done, plan.runs) === false) throw new DOMException('cancelled', 'AbortError');
  };
  await by(ready, shards, keep, signal);
  return merge(ready, results);
}
