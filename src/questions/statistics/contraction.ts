import type { Estimate } from '../statistics.ts';
import { z95 } from './bootstrap.ts';
import { insist, insistFinite } from './errors.ts';
import { effectiveSize, weightedMean, weightedQuantiles, weightedVariance } from './weighted.ts';

/** What the record taught about one hidden number. */
export interface Contraction {
  /**
   * 1 - posterior variance / prior variance: 0 nothing learned, 1 everything; negative if the record made it less certain
   * (Betancourt 2018; Schad, Betancourt & Vasishth, Psychol. Methods 26 (2021) 103-126).
   */
  readonly contraction: Estimate;
  /** (Posterior mean - prior mean) / prior standard deviation. */
  readonly shift: Estimate;
  readonly mean: number;
  readonly sd: number;
  /** 5 %, 50 % and 95 % points of the posterior. */
  readonly quantiles: readonly number[];
  readonly effective: number;
  /** `as-before`: neither narrowed nor moved beyond sampling error: the answer is still the coder's, not the record's. */
  readonly verdict: 'learned' | 'as-before' | 'less-certain';
}

/**
 * Posterior draws against the prior they came from. Intervals are normal, 95 %, from the effective sample size, with
 * Var(s^2) = s^4 (kurtosis - 1 + 2 / (n - 1)) / n: approximate, for a verdict rather than for print.
 *
 * Draws that hang together are worth no more than `worth` independent ones.
 *
 * Throws `bad-argument` unless the prior sd is above 0 and two draws or more are in effect; `length-mismatch`, `not-finite`.
 */
export function contraction(
  values: Float64Array,
  weights: Float64Array,
  prior: { readonly mean: number; readonly sd: number },
  worth = Number.POSITIVE_INFINITY,
): Contraction {
  insist(prior.sd > 0, 'bad-argument', `the prior sd is ${prior.sd}; a fixed number has nothing to learn`);
  insistFinite(values, 'values');
  const effective = Math.min(worth, effectiveSize(weights));
  insist(effective >= 2, 'bad-argument', `only ${effective} draws are in effect; at least 2`);
  const mean = weightedMean(values, weights);
  const variance = weightedVariance(values, weights) * lost(values.length, worth);
  const ratio = variance / (prior.sd * prior.sd);
  const fourth = weightedMean(
    values.map((v) => (v - mean) * (v - mean) * (v - mean) * (v - mean)),
    weights,
  );
  const kurtosis = variance > 0 ? fourth / (variance * variance) : 1;
  const ratioError = ratio * Math.sqrt(Math.max(0, kurtosis - 1 + 2 / (effective - 1)) / effective);
  const shiftError = Math.sqrt(ratio / effective);
  const around = (value: number, error: number): Estimate => ({
    value,
    low: value - z95 * error,
    high: value + z95 * error,
    runs: values.length,
  });
  const narrowed = around(1 - ratio, ratioError);
  const shift = around((mean - prior.mean) / prior.sd, shiftError);
  const moved = shift.low > 0 || shift.high < 0;
  const verdict =
    narrowed.low > 0 ? 'learned' : narrowed.high < 0 ? 'less-certain' : moved ? 'learned' : 'as-before';
  const quantiles = weightedQuantiles(values, weights, [0.05, 0.5, 0.95]);
  return { contraction: narrowed, shift, mean, sd: Math.sqrt(variance), quantiles, effective, verdict };
}

/** Draws that hang together lie nearer to their mean than as many free ones: as the variance of `worth` draws is short of one in `worth`. */
const lost = (draws: number, worth: number): number =>
  worth < draws ? (worth / (worth - 1)) * ((draws - 1) / draws) : 1;
