import { exp, log } from '../../chance/index.ts';
import { insist } from './errors.ts';

/** Draws from a prior, weighted by how likely each made what really happened. */
export interface Reweighted {
  readonly kind: 'weighted';
  /** They sum to 1. */
  readonly weights: Float64Array;
  /** Effective sample size (Kish). */
  readonly effective: number;
  /** Largest single weight: near 1, one draw speaks for all. */
  readonly largest: number;
  /** log of the mean likelihood: the evidence for the model, comparable between models of the same record. */
  readonly logEvidence: number;
}

/** Too few draws come near what happened for the rest to mean anything. No weights are given, lest they be used. */
export interface CannotTell {
  readonly kind: 'cannot-tell';
  readonly effective: number;
  readonly floor: number;
  /** Draws with any likelihood at all. */
  readonly possible: number;
  readonly draws: number;
}

/**
 * Exact importance reweighting: draw k from the prior gets weight L_k / sum L, L its likelihood of the record, given as
 * a logarithm (-Infinity where the record is impossible). Exact for large samples; below `floor` effective draws
 * it answers `cannot-tell`: draw more, or use sequential methods.
 *
 * Throws `empty`, `not-finite` for NaN or +Infinity, `bad-argument` for a floor below 1.
 */
export function reweight(logLikelihoods: ArrayLike<number>, floor = 100): Reweighted | CannotTell {
  const draws = logLikelihoods.length;
  insist(draws > 0, 'empty', 'no draws to reweight');
  insist(floor >= 1, 'bad-argument', `the floor is ${floor}; it must be 1 or more`);
  const logs = Float64Array.from(logLikelihoods);
  const wrong = logs.findIndex((l) => Number.isNaN(l) || l === Number.POSITIVE_INFINITY);
  insist(
    wrong < 0,
    'not-finite',
    `logLikelihoods[${wrong}] is ${logs[wrong]}; it must be finite or -Infinity`,
  );
  const top = logs.reduce((most, l) => Math.max(most, l), Number.NEGATIVE_INFINITY);
  const possible = logs.reduce((n, l) => n + (l > Number.NEGATIVE_INFINITY ? 1 : 0), 0);
  if (possible === 0) return { kind: 'cannot-tell', effective: 0, floor, possible, draws };
  const relative = logs.map((l) => exp(l - top));
  const sum = relative.reduce((total, r) => total + r, 0);
  const weights = relative.map((r) => r / sum);
  const effective = 1 / weights.reduce((total, w) => total + w * w, 0);
  if (effective < floor) return { kind: 'cannot-tell', effective, floor, possible, draws };
  return { kind: 'weighted', weights, effective, largest: 1 / sum, logEvidence: top + log(sum / draws) };
}
