import type { Inferred } from '../../questions/abduction/infer.ts';
import { inferPast } from '../past.ts';
import type { EnsemblePlan, OnProgress } from '../plan.ts';

/** From a worker that infers the luck of history. */
export type FromPastWorker =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'done'; readonly inferred: Inferred | undefined }
  | { readonly kind: 'refused'; readonly message: string };

/** What is needed of a worker that lives for one inference. */
export interface PastWorker {
  readonly post: (plan: EnsemblePlan) => void;
  /** Called with every message, and with an Error if the worker itself fails. */
  readonly listen: (heard: (message: FromPastWorker | Error) => void) => void;
  readonly terminate: () => void;
}

/** The worker's side: infers what one plan asks for, and tells how far it is. */
export async function inferHere(plan: EnsemblePlan, post: (message: FromPastWorker) => void): Promise<void> {
  try {
    const tell = (_done: number, _runs: number, share = 0): void => post({ kind: 'share', share });
    post({ kind: 'done', inferred: (await inferPast(plan, tell)).inferred });
  } catch (error) {
    post({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });
  }
}

/** As `inferPast`, in a worker, which ends with it. A cancelled inference ends at once. */
export function inferElsewhere(
  worker: PastWorker,
  plan: EnsemblePlan,
  onProgress?: OnProgress,
  signal?: AbortSignal,
): Promise<EnsemblePlan> {
  const found = new Promise<EnsemblePlan>((resolve, reject) => {
    const stop = (): void => reject(new DOMException('cancelled', 'AbortError'));
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    worker.listen((message) => {
      if (message instanceof Error) reject(message);
      else if (message.kind === 'refused') reject(new RangeError(message.message));
      else if (message.kind === 'done') resolve({ ...plan, inferred: message.inferred });
      else if (onProgress?.(0, plan.runs, message.share) === false) stop();
    });
    worker.post(plan);
  });
  return found.finally(() => worker.terminate());
}
