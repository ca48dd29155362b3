import { parentPort, workerData } from 'node:worker_threads';
import type { Inferred } from '../../questions/abduction/infer.ts';
import { inferPasts } from '../past.ts';
import type { EnsemblePlan } from '../plan.ts';

/** Messages to the parent. */
export type InferringMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'inferred'; readonly inferred: readonly Inferred[] }
  | { readonly kind: 'error'; readonly message: string };

const port = parentPort;
if (port) {
  const post = (m: InferringMessage): void => port.postMessage(m);
  inferPasts(workerData as readonly EnsemblePlan[], (share) => post({ kind: 'progress', share })).then(
    (inferred) => post({ kind: 'inferred', inferred }),
    (error: unknown) =>
      post({ kind: 'error', message: error instanceof Error ? error.message : String(error) }),
  );
}
