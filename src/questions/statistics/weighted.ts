/** Weighted samples: particles, reweighted runs. Weights are 0 or more and need not add up to 1. */
import type { Estimate } from '../statistics.ts';
import { z95 } from './bootstrap.ts';
import { insist } from './errors.ts';

/** Weights divided by their sum. Throws `bad-argument` for negative or infinite ones, `empty` if they sum to 0. */
export function normalised(weights: ArrayLike<number>): Float64Array {
  const out = Float64Array.from(weights);
  let total = 0;
  for (const w of out) {
    insist(
      w >= 0 && w < Number.POSITIVE_INFINITY,
      'bad-argument',
      `a weight is ${w}; it must be finite and 0 or more`,
    );
    total += w;
  }
  insist(total > 0, 'empty', 'all weights are 0');
  return out.map((w) => w / total);
}

/**
 * Effective sample size (sum w)^2 / sum w^2 (Kish 1965): how many equally weighted independent draws tell as much about
 * a mean. Between 1 and the number of weights; an upper bound of sorts, since it cannot see regions never drawn.
 */
export function effectiveSize(weights: ArrayLike<number>): number {
  const w = normalised(weights);
  return 1 / w.reduce((sum, x) => sum + x * x, 0);
}

/** The weighted mean. */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  insist(
    values.length === weights.length,
    'length-mismatch',
    `${values.length} values but ${weights.length} weights`,
  );
  return normalised(weights).reduce((sum, w, k) => sum + w * values[k]!, 0);
}

/** The weighted variance; `unbiased` divides by 1 - sum w^2, which is right for weights that do not depend on the values. */
export function weightedVariance(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  unbiased = true,
): number {
  const w = normalised(weights);
  const mean = weightedMean(values, w);
  const spread = w.reduce((sum, x, k) => sum + x * (values[k]! - mean) * (values[k]! - mean), 0);
  return unbiased ? spread / (1 - 1 / effectiveSize(w)) : spread;
}

/** The weighted mean with a normal 95 % interval of self-normalised importance sampling: SE^2 = sum w^2 (x - mean)^2. */
export function weightedEstimate(values: ArrayLike<number>, weights: ArrayLike<number>): Estimate {
  const w = normalised(weights);
  const value = weightedMean(values, w);
  const error = Math.sqrt(
    w.reduce((sum, x, k) => sum + x * x * (values[k]! - value) * (values[k]! - value), 0),
  );
  return { value, low: value - z95 * error, high: value + z95 * error, runs: values.length };
}

/**
 * Weighted quantiles: linear interpolation between the values in ascending order, each standing at the middle of its
 * weight; ends are held. Equal values keep their order, which does not matter.
 */
export function weightedQuantiles(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  at: readonly number[],
): readonly number[] {
  const w = normalised(weights);
  const order = Array.from(w.keys()).filter((k) => w[k]! > 0);
  order.sort((a, b) => values[a]! - values[b]! || a - b);
  let reached = 0;
  const middles = order.map((k) => {
    reached += w[k]!;
    return reached - 0.5 * w[k]!;
  });
  return at.map((q) => {
    const above = middles.findIndex((m) => m >= q);
    if (above === 0) return values[order[0]!]!;
    if (above < 0) return values[order.at(-1)!]!;
    const share = (q - middles[above - 1]!) / (middles[above]! - middles[above - 1]!);
    return values[order[above - 1]!]! + share * (values[order[above]!]! - values[order[above - 1]!]!);
  });
}
