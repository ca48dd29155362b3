import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Inferred } from '../../questions/abduction/infer.ts';
import { inferPast } from '../past.ts';
import type { EnsemblePlan } from '../plan.ts';
import type { InferringMessage } from './inferring-worker.ts';

/**
 * Infers the luck of several plans from history, as many at a time as there are workers, each on a thread of its own (in the calling
 * thread if there is one worker). In the order of the plans; each depends on its plan alone. `onProgress` hears the share done of all, 0–1.
 * Throws a RangeError if a plan has no past.
 */
export async function inferAll(
  plans: readonly EnsemblePlan[],
  workers: number = availableParallelism(),
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<readonly Inferred[]> {
  const shares = plans.map(() => 0);
  const found: Inferred[] = [];
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  let next = 0;
  const one = async (): Promise<void> => {
    for (let k = next++; k < plans.length; k = next++) {
      const hear = (share: number): void => {
        shares[k] = share;
        onProgress?.(shares.reduce((sum, v) => sum + v, 0) / plans.length);
      };
      const plan = plans[k] as EnsemblePlan;
      found[k] = await (workers <= 1 ? inCallingThread : onThread)(plan, hear, either);
      hear(1);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(Math.max(1, workers), plans.length) }, one));
  } finally {
    stop.abort();
  }
  return found;
}

async function inCallingThread(
  plan: EnsemblePlan,
  hear: (share: number) => void,
  signal: AbortSignal,
): Promise<Inferred> {
  const { inferred } = await inferPast(plan, (_done, _all, share) => hear(share ?? 0), signal);
  if (!inferred) throw new RangeError('a plan without a past has no luck to infer');
  return inferred;
}

function onThread(plan: EnsemblePlan, hear: (share: number) => void, signal: AbortSignal): Promise<Inferred> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./inferring-worker.js', import.meta.url), { workerData: plan });
  let cancel = (): void => {};
  return new Promise<Inferred>((resolve, reject) => {
    cancel = () => reject(new DOMException('cancelled', 'AbortError'));
    signal.addEventListener('abort', cancel, { once: true });
    worker.on('message', (m: InferringMessage) => {
      if (m.kind === 'progress') hear(m.share);
      else if (m.kind === 'error') reject(new RangeError(m.message));
      else resolve(m.inferred);
    });
    worker.on('error', reject);
  }).finally(() => {
    signal.removeEventListener('abort', cancel);
    return worker.terminate();
  });
}
