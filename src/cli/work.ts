import type { EnsemblePlan, PlanPast } from '../ensemble/plan.ts';
import type { Intervention } from '../episode/index.ts';
import type { Opened } from './episodes.ts';
import type { EnsembleFlags } from './flags.ts';

/** An ensemble that a command is about to run. */
export interface Work {
  readonly opened: Opened;
  readonly plan: EnsemblePlan;
  readonly question?: { readonly id: string; readonly ask: { readonly en: string; readonly ru: string } };
}

export function workOf(
  opened: Opened,
  flags: Pick<EnsembleFlags, 'seed' | 'runs'>,
  interventions: readonly Intervention[],
  question?: Work['question'],
  past?: PlanPast,
): Work {
  const { episode } = opened;
  return {
    opened,
    plan: { episode, seed: flags.seed, first: 0, runs: flags.runs, interventions, parameters: {}, past },
    ...(question === undefined ? {} : { question }),
  };
}
