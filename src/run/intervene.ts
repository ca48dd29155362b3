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
  /** The row of the menu that whoever is asked must take; −1: he chooses. */
  readonly answer: (engine: Engine, person: number) => number;
  /** The vote that he must cast in a body on an issue, an option of votes; −1: he chooses. */
  readonly vote: (engine: Engine, person: number, body: number, issue: number) => number;
}

export const emptyPlan: Plan = {
  atStart: () => {},
  drops: () => false,
  times: [],
  act: () => {},
  answer: () => -1,
  vote: () => -1,
};
