import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf, type EnsemblePlan, type Shard } from '../plan.ts';
import { prepare, runShard } from '../shard.ts';

/** Messages to the parent. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly index: number; readonly result: ReturnType<typeof runShard> }
  | { readonly kind: 'error'; readonly message: string };

const port = parentPort;
if (port) {
  try {
    const prepared = prepare(workerData as EnsemblePlan);
    port.on('message', (task: { readonly index: number; readonly shard: Shard }) => {
      const result = runShard(prepared, task.shard);
      port.postMessage(
        { kind: 'result', index: task.index, result } satisfies WorkerMessage,
        buffersOf(result),
      );
    });
    port.postMessage({ kind: 'ready' } satisfies WorkerMessage);
  } catch (error) {
    port.postMessage({
      kind: 'error',
      message: error instanceof Error ? error.message : String(error),
    } satisfies WorkerMessage);
  }
}
