import type { EnsemblePlan, Shard, ShardResult } from '../plan.ts';

/** To a worker that carries out shards. A new plan replaces the one before; `plan` numbers them. */
export type ToShardWorker =
  | { readonly kind: 'plan'; readonly plan: number; readonly content: EnsemblePlan }
  | { readonly kind: 'shard'; readonly plan: number; readonly index: number; readonly shard: Shard };

/** From it. */
export type FromShardWorker =
  | { readonly kind: 'ready'; readonly plan: number }
  | { readonly kind: 'done'; readonly plan: number; readonly index: number; readonly result: ShardResult }
  | { readonly kind: 'refused'; readonly plan: number; readonly message: string };
