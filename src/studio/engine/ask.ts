import type { EnsemblePlan, Executor, Shard, ShardResult } from '../../ensemble/plan.ts';
import type { Intervention } from '../../episode/types.ts';
import { soundChanges } from './changes.ts';
import { gathering } from './gathering.ts';
import type { Ready } from './opened.ts';
import type { AskOptions, EnsembleView } from './protocol.ts';

/** What is reported while runs come in, and how often at most (milliseconds). */
const pause = 120;

/** Small shards first, so that the first numbers come soon; larger ones later, so that little time goes into handing over. */
export function growingShards(runs: number, workers: number, from = 0): readonly Shard[] {
  const shards: Shard[] = [];
  for (let first = from; first < runs; ) {
    const size = Math.min(runs - first, first < 1 ? 1 : first < 8 * workers ? 2 : first < 64 ? 4 : 8);
    shards.push({ first, runs: size });
    first += size;
  }
  return shards;
}

export const planOf = (
  ready: Pick<Ready, 'episode'>,
  { seed, runs }: Pick<AskOptions, 'seed' | 'runs'>,
  interventions: readonly Intervention[],
): EnsemblePlan => ({
  episode: ready.episode,
  seed,
  first: 0,
  runs,
  interventions,
  parameters: {},
  firsts: true,
});

/** Runs of the plan that were made ahead. */
function knownParts({ ahead }: Ready, { seed, runs, interventions }: EnsemblePlan): readonly ShardResult[] {
  if (ahead?.seed !== seed || interventions.length > 0) return [];
  return ahead.parts.filter((part) => part.first + part.runs <= runs);
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
  const plan = planOf(ready, options, interventions);
  const gathered = gathering(ready, options.runs, interventions.length > 0, history);
  const began = means.clock();
  let told = Number.NEGATIVE_INFINITY;
  const seconds = (): number => (means.clock() - began) / 1000;
  const take = (part: ShardResult): void => {
    gathered.add(part);
    if (means.clock() - told < pause) return;
    told = means.clock();
    means.onPartial(gathered.view(seconds()));
  };
  const known = knownParts(ready, plan);
  for (const part of known.slice(0, -1)) gathered.add(part);
  for (const part of known.slice(-1)) take(part);
  const from = known.reduce((sum, part) => sum + part.runs, 0);
  await means.executor.stream(plan, growingShards(options.runs, means.workers, from), take, means.signal);
  return gathered.view(seconds());
}
