import { parentPort, workerData } from 'node:worker_threads';
import type { Inferred } from '../../questions/abduction/infer.ts';
import { inferPast } from '../past.ts';
import type { EnsemblePlan } from '../plan.ts';

/** Messages to the parent. */
export type InferringMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'inferred'; readonly inferred: Inferred }
  | { readonly kind: 'error'; readonly message: string };

const port = parentPort;
if (port) {
  const post = (m: InferringMessage): void => port.postMessage(m);
  inferPast(workerData as EnsemblePlan, (_done, _all, share) => {
    if (share !== undefined) post({ kind: 'progress', share });
    return true;
  }).then(
    ({ inferred }) =>
      post(inferred ? { kind: 'inferred', inferred } : { kind: 'error', message: 'a plan without a past' }),
    (error: unknown) =>
      post({ kind: 'error', message: error instanceof Error ? error.message : String(error) }),
  );
}
