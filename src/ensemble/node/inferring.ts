import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Inferred } from '../../questions/abduction/infer.ts';
import { inferPasts } from '../past.ts';
import type { EnsemblePlan } from '../plan.ts';
import type { InferringMessage } from './inferring-worker.ts';

/**
 * Infers the luck of several plans that differ in nothing but the day up to which the record is given, shared out among as many threads as there
 * are workers (in the calling thread if there is one worker), each of which is led along the record once. In the order of the
 * plans; each result depends on its plan alone. `onProgress` hears the share done of all, 0–1. Throws a RangeError if a plan has no past.
 */
export async function inferAll(
  plans: readonly EnsemblePlan[],
  workers: number = availableParallelism(),
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<readonly Inferred[]> {
  const groups = sharedOut(plans, Math.max(1, workers));
  const shares = groups.map(() => 0);
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  try {
    const found = await Promise.all(
      groups.map(async (group, k) => {
        const hear = (share: number): void => {
          shares[k] = share;
          onProgress?.(shares.reduce((sum, v) => sum + v, 0) / groups.length);
        };
        const inferred = await (workers <= 1 ? inferPasts : onThread)(group, hear, either);
        hear(1);
        return inferred;
      }),
    );
    const of = new Map(groups.flatMap((group, g) => group.map((plan, k) => [plan, found[g]?.[k]])));
    return plans.map((plan) => of.get(plan) as Inferred);
  } finally {
    stop.abort();
  }
}

/** The latest plan takes as long as all before it together, or nearly: one group has those of the last days, the next the days before. */
function sharedOut(plans: readonly EnsemblePlan[], most: number): readonly (readonly EnsemblePlan[])[] {
  const late = [...plans].sort((a, b) => (b.past?.until ?? 0) - (a.past?.until ?? 0));
  const groups: EnsemblePlan[][] = [];
  while (late.length > 0 && groups.length < most - 1) groups.push(late.splice(0, Math.ceil(late.length / 3)));
  if (late.length > 0) groups.push(late);
  return groups;
}

function onThread(
  plans: readonly EnsemblePlan[],
  hear: (share: number) => void,
  signal: AbortSignal,
): Promise<readonly Inferred[]> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./inferring-worker.js', import.meta.url), { workerData: plans });
  let cancel = (): void => {};
  return new Promise<readonly Inferred[]>((resolve, reject) => {
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
