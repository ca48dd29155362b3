import type { Engine } from './engine.ts';

/** A prepared set of interventions, as the run sees it. Compiled by `questions/` from an episode's questions or the command line. */
export interface Plan {
  /** Changes to the state at the start (traits, ties, rules, lines). */
  readonly atStart: (engine: Engine) => void;
  /** Is this calendar item removed? */
  readonly drops: (item: string) => boolean;
  /** Moments at which the plan acts, ascending; the run calls `act` with the index. */
  readonly times: readonly number[];
  readonly act: (engine: Engine, index: number) => void;
}

export const emptyPlan: Plan = { atStart: () => {}, drops: () => false, times: [], act: () => {} };
