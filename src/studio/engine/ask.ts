import type { EnsemblePlan, Executor, Shard } from '../../ensemble/plan.ts';
import { soundChanges } from './changes.ts';
import { type Past, pastFor, reading } from './from-history.ts';
import { gathering } from './gathering.ts';
import { keptUntil } from './kept.ts';
import type { Ready } from './opened.ts';
import { type Pasts, pastUntil } from './pasts.ts';
import type { AskOptions, EnsembleView } from './protocol.ts';

/** What is reported while runs come in, and how often at most (milliseconds). */
const pause = 120;

/** Small shards first, so that the first numbers come soon; larger ones later, so that little time goes into handing over. */
export function growingShards(runs: number, workers: number): readonly Shard[] {
  const shards: Shard[] = [];
  for (let first = 0; first < runs; ) {
    const size = Math.min(runs - first, first < 8 ? 1 : first < 8 * workers ? 2 : first < 64 ? 4 : 8);
    shards.push({ first, runs: size });
    first += size;
  }
  return shards;
}

interface Asking {
  readonly executor: Executor;
  readonly workers: number;
  readonly pasts: Pasts;
  readonly clock: () => number;
  readonly signal: AbortSignal;
  readonly onPartial: (view: EnsembleView) => void;
}

/**
 * Runs an ensemble, or twins if there are changes, and tells how it stands while it grows. What starts from history waits until its luck
 * has been inferred, and tells how far that is. Throws an AbortError if cancelled.
 */
export async function askEnsemble(
  ready: Ready,
  history: readonly number[],
  options: AskOptions,
  means: Asking,
): Promise<EnsembleView> {
  const interventions = soundChanges(ready, options.changes);
  const twins = interventions.length > 0;
  let told = Number.NEGATIVE_INFINITY;
  const isTime = (): boolean => {
    const now = means.clock();
    if (now - told < pause) return false;
    told = now;
    return true;
  };
  const past = await pastOf(ready, options, means, (view) => {
    if (isTime()) means.onPartial({ ...gathering(ready, options.runs, twins, history).view(0), past: view });
  });
  const plan: EnsemblePlan = {
    episode: ready.episode,
    seed: options.seed,
    first: 0,
    runs: options.runs,
    interventions,
    parameters: {},
    firsts: true,
    ...(past && { past: pastUntil(past.until), inferred: past.inferred }),
  };
  const gathered = gathering(ready, options.runs, twins, history, past);
  const began = means.clock();
  const seconds = (): number => (means.clock() - began) / 1000;
  await means.executor.stream(
    plan,
    growingShards(options.runs, means.workers),
    (part) => {
      gathered.add(part);
      if (isTime()) means.onPartial(gathered.view(seconds()));
    },
    means.signal,
  );
  return gathered.view(seconds());
}

/** What an ensemble that starts from history starts from; undefined for free runs. */
async function pastOf(
  ready: Ready,
  { seed, changes, from }: AskOptions,
  means: Asking,
  onShare: (view: EnsembleView['past']) => void,
): Promise<Past | undefined> {
  const until = keptUntil(ready.episode, changes, from);
  if (until === undefined) return undefined;
  onShare(reading(until, 0));
  const share = (done: number): void => onShare(reading(until, done));
  return pastFor(ready, changes, until, await means.pasts.of(ready, seed, until, means.signal, share));
}
