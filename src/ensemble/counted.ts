import { type Cluster, effectsFromHistory, summariesFromHistory } from '../questions/abduction/intervals.ts';
import type { CompiledOutcome } from '../questions/outcomes.ts';
import { type Effect, effects, type OutcomeSummary, summarise } from '../questions/summarise.ts';
import { type Digest, digestOf } from './digest.ts';
import { findingPairs, type NotablePairs } from './pairs.ts';
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
  /** The typical pair of twins and the oddest one, by the outcomes asked (their numbers); undefined if no pair differs. */
  readonly pairs: (
    outcomes: readonly CompiledOutcome[],
    asked: readonly number[],
  ) => Promise<NotablePairs | undefined>;
  /** The ensemble itself, where it is in memory. */
  readonly result?: EnsembleResult;
}

/** An ensemble in memory. */
export const countedInMemory = (result: EnsembleResult): Counted => ({
  digest: digestOf(result),
  summaries: async (outcomes, history) => summariesOf(result, outcomes, history),
  effects: async (outcomes) => effectsOf(result, outcomes),
  pairs: async (outcomes, asked) => pairsOf(result, outcomes, asked),
  result,
});

/** How runs from history hang together; undefined for free ones. */
export const clusterOf = (r: EnsembleResult): Cluster | undefined =>
  r.inferred && { particles: r.inferred.particles.length, effective: r.inferred.effective };

/** How each outcome came out; from history the intervals allow for shared pasts. */
export function summariesOf(
  r: EnsembleResult,
  outcomes: readonly CompiledOutcome[],
  history: readonly number[] | undefined,
): readonly OutcomeSummary[] {
  const cluster = clusterOf(r);
  return cluster
    ? summariesFromHistory(outcomes, r.without, history, cluster)
    : summarise(outcomes, r.without, history);
}

/** The effects on each outcome; from history the intervals allow for shared pasts. */
export function effectsOf(r: EnsembleResult, outcomes: readonly CompiledOutcome[]): readonly Effect[] {
  const cluster = clusterOf(r);
  return cluster
    ? effectsFromHistory(outcomes, r.without, r.with, cluster)
    : effects(outcomes, r.without, r.with);
}

/** The typical pair and the oddest one of an ensemble in memory. */
export function pairsOf(
  r: EnsembleResult,
  outcomes: readonly CompiledOutcome[],
  asked: readonly number[],
): NotablePairs | undefined {
  const none = new Float64Array(r.runs).fill(Number.NaN);
  const tally = findingPairs(asked.flatMap((k) => outcomes[k]?.kind ?? []));
  const chunk = {
    first: r.first,
    without: asked.map((k) => r.without[k] ?? none),
    with: asked.map((k) => r.with[k] ?? none),
    parted: r.parted,
    through: r.through,
  };
  do tally.add(chunk);
  while (tally.again());
  return tally.result();
}
