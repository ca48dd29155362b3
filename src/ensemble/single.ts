import { merge } from './merge.ts';
import { inferPast } from './past.ts';
import { type EnsemblePlan, type EnsembleResult, type Executor, type OnProgress, shardsOf } from './plan.ts';
import { prepare, runShard } from './shard.ts';

/** Everything in the calling thread, shard after shard, giving way between shards. Works anywhere. */
export const singleThreaded: Executor = { execute, close: async () => {} };

async function execute(
  plan: EnsemblePlan,
  onProgress?: OnProgress,
  signal?: AbortSignal,
): Promise<EnsembleResult> {
  const ready = await inferPast(plan, onProgress, signal);
  const prepared = prepare(ready);
  const results = [];
  let done = 0;
  for (const shard of shardsOf(plan.first, plan.runs, 1)) {
    signal?.throwIfAborted();
    results.push(runShard(prepared, shard));
    done += shard.runs;
    if (onProgress?.(done, plan.runs) === false) throw new DOMException('cancelled', 'AbortError');
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return merge(ready, results);
}
