import type { CompiledOutcome } from '../questions/outcomes.ts';
import { type Effect, effects, type OutcomeSummary, summarise } from '../questions/summarise.ts';
import { type Digest, digestOf } from './digest.ts';
import type { EnsembleResult } from './plan.ts';

/** An ensemble that has been run, in memory or on disk: what reports ask of it. */
export interface Counted {
  readonly digest: Digest;
  readonly summaries: (
    outcomes: readonly CompiledOutcome[],
    history: readonly number[] | undefined,
  ) => Promise<readonly OutcomeSummary[]>;
  /** Of twins. */
  readonly effects: (outcomes: readonly CompiledOutcome[]) => Promise<readonly Effect[]>;
}

/** An ensemble in memory. */
export const countedInMemory = (result: EnsembleResult): Counted => ({
  digest: digestOf(result),
  summaries: async (outcomes, history) => summarise(outcomes, result.without, history),
  effects: async (outcomes) => effects(outcomes, result.without, result.with),
});
