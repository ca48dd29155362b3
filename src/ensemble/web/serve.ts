import { buffersOf } from '../plan.ts';
import { type Prepared, prepare, runShard } from '../shard.ts';
import type { FromShardWorker, ToShardWorker } from './messages.ts';

type Post = (message: FromShardWorker, transfer: Transferable[]) => void;

/** The worker's side: carries out the shards it is sent. Returns what to do with a message. */
export function servingShards(post: Post): (message: ToShardWorker) => void {
  let prepared: Prepared | undefined;
  let current = -1;
  return (message) => {
    const { plan } = message;
    try {
      if (message.kind === 'plan') {
        prepared = prepare(message.content);
        current = plan;
        post({ kind: 'ready', plan }, []);
      } else if (prepared && plan === current) {
        const result = runShard(prepared, message.shard);
        post({ kind: 'done', plan, index: message.index, result }, buffersOf(result));
      }
    } catch (error) {
      post({ kind: 'refused', plan, message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}
