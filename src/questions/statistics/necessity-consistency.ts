/** P(y) with the cause set and with it prevented. */
export interface Margins {
  readonly withCause: number;
  readonly without: number;
}

/** Shares of the four cases of an observed population (or of undisturbed runs): cause and outcome, and so on. They sum to 1. */
export interface Observed {
  readonly causeAndOutcome: number;
  readonly causeOnly: number;
  readonly outcomeOnly: number;
  readonly neither: number;
}

/**
 * An experiment and observations that cannot both be right. Those who had the cause by themselves are among
 * those who would get it in the experiment, so P(x, y) <= P(y | do x) <= P(x, y) + P(not x), and likewise without.
 */
export interface Contradiction {
  readonly code: 'too-few-with' | 'too-many-with' | 'too-few-without' | 'too-many-without';
  /** The probability of the outcome in the experiment. */
  readonly experiment: number;
  /** The bound that the observations set it. */
  readonly bound: number;
}

/** Every contradiction larger than the tolerance. */
export function contradictions(
  margins: Margins,
  seen: Observed,
  tolerance: number,
): readonly Contradiction[] {
  const { withCause, without } = margins;
  const all: readonly (Contradiction & { readonly by: number })[] = [
    below('too-few-with', withCause, seen.causeAndOutcome),
    above('too-many-with', withCause, 1 - seen.causeOnly),
    below('too-few-without', without, seen.outcomeOnly),
    above('too-many-without', without, 1 - seen.neither),
  ];
  return all
    .filter((c) => c.by > tolerance)
    .map(({ code, experiment, bound }) => ({ code, experiment, bound }));
}

const below = (code: Contradiction['code'], experiment: number, bound: number) => ({
  code,
  experiment,
  bound,
  by: bound - experiment,
});
const above = (code: Contradiction['code'], experiment: number, bound: number) => ({
  code,
  experiment,
  bound,
  by: experiment - bound,
});
