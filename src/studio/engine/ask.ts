import type { EnsemblePlan, Executor, Shard } from '../../ensemble/plan.ts';
import { soundChanges } from './changes.ts';
import { gathering } from './gathering.ts';
import type { Ready } from './opened.ts';
import type { AskOptions, EnsembleView } from './protocol.ts';

/** What is reported while runs come in, and how often at most (milliseconds). */
const pause = 120;

/** Small shards first, so that the first numbers come soon; larger ones later, so that little time goes into handing over. */
export function growingShards(runs: number, workers: number): readonly Shard[] {
  const shards: Shard[] = [];
  for (let first = 0; first < runs; ) {
    const size = Math.min(runs - first, first < 1 ? 1 : first < 8 * workers ? 2 : first < 64 ? 4 : 8);
    shards.push({ first, runs: size });
    first += size;
  }
  return shards;
}

/** Runs an ensemble, or twins if there are changes, and tells how it stands while it grows. Throws an AbortError if cancelled. */
export async function askEnsemble(
  ready: Ready,
  history: readonly number[],
  options: AskOptions,
  means: {
    readonly executor: Executor;
    readonly workers: number;
    readonly clock: () => number;
    readonly signal: AbortSignal;
    readonly onPartial: (view: EnsembleView) => void;
  },
): Promise<EnsembleView> {
  const interventions = soundChanges(ready, options.changes);
  const plan: EnsemblePlan = {
    episode: ready.episode,
    seed: options.seed,
    first: 0,
    runs: options.runs,
    interventions,
    parameters: {},
    firsts: true,
  };
  const gathered = gathering(ready, options.runs, interventions.length > 0, history);
  const began = means.clock();
  let told = Number.NEGATIVE_INFINITY;
  const seconds = (): number => (means.clock() - began) / 1000;
  await means.executor.stream(
    plan,
    growingShards(options.runs, means.workers),
    (part) => {
      gathered.add(part);
      if (means.clock() - told < pause) return;
      told = means.clock();
      means.onPartial(gathered.view(seconds()));
    },
    means.signal,
  );
  return gathered.view(seconds());
}
