import type { Executor, OnShard } from '../plan.ts';

/** How many shards of the very first plan are carried out in the calling thread. */
const early = 8;

/**
 * On a pool of workers; where none can be started from here, in this thread, shard after shard. The first shards of the very first plan are done
 * here in any case, the first of them before the pool is touched: they are ready while the workers are still reading their script, and so
 * there is something to show. A plan from history takes long to make ready, and is not begun here.
 */
export function firstHere(here: Executor, pool: Executor): Executor {
  let fresh = true;
  const elsewhere: Executor['stream'] = async (plan, shards, onShard, signal) => {
    try {
      await pool.stream(plan, shards, onShard, signal);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'SecurityError') throw error;
      await here.stream(plan, shards, onShard, signal);
    }
  };
  return {
    ...pool,
    stream: async (plan, shards, onShard, signal) => {
      const first = fresh && !plan.past ? shards.slice(0, early) : [];
      fresh = false;
      const others = shards.slice(first.length);
      if (first.length === 0) return elsewhere(plan, others, onShard, signal);
      let under: Promise<void> | undefined;
      const meanwhile: OnShard = async (part) => {
        await onShard(part);
        under ??= elsewhere(plan, others, onShard, signal);
        // What goes wrong there is told of when the shards here are done.
        under.catch(() => {});
      };
      await here.stream(plan, first, meanwhile, signal);
      await under;
    },
  };
}
