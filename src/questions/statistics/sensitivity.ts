/**
 * Sobol indices (Sobol 2001): how much of the variance V of an outcome goes back to each factor.
 *
 *     first order  S_i = V(E[Y | X_i]) / V        what knowing the factor would take away
 *     total        T_i = E[V(Y | all but X_i)] / V   what would remain if all else were known
 *
 * estimated from the rows of a Saltelli design by
 *
 *     S_i  mean[f(B) (f(AB_i) - f(A))] / V           (Saltelli et al., Comput. Phys. Commun. 181 (2010) 259-270)
 *     S_i  1 - mean[(f(B) - f(AB_i))^2] / 2V         (Jansen, Comput. Phys. Commun. 117 (1999) 35-43)
 *     T_i  mean[(f(A) - f(AB_i))^2] / 2V             (Jansen)
 *
 * V is the variance over A and B together. Outputs are centred first: the first estimator depends on the
 * origin. Independent factors have 0 <= S_i <= T_i <= 1; estimates need not, and are never clipped.
 */
import type { Estimate } from '../statistics.ts';
import { bootstrap, percentileInterval, type Resampling } from './bootstrap.ts';
import { insist, insistFinite } from './errors.ts';
import { type IndexTerms, indexTerms, writeIndices } from './index-terms.ts';
import { insistPowerOfTwo } from './sobol-points.ts';

export interface FactorIndices {
  /** Saltelli's estimator: better for small indices. */
  readonly first: Estimate;
  /** Jansen's estimator: better for large ones. The two should agree. */
  readonly firstJansen: Estimate;
  readonly total: Estimate;
}

/** A sign that something is amiss. `clear`: the 95 % interval excludes chance as the reason. */
export type SensitivityWarning =
  /** Nothing varies: the indices are NaN. */
  | { readonly code: 'constant' }
  | { readonly code: 'negative'; readonly factor: number; readonly clear: boolean }
  /** The mark of dependent inputs: use Shapley effects. */
  | { readonly code: 'first-exceeds-total'; readonly factor: number; readonly clear: boolean }
  | { readonly code: 'sum-exceeds-one'; readonly clear: boolean };

export interface Sensitivity {
  readonly mean: number;
  readonly variance: number;
  readonly basePoints: number;
  /** In the order of the design's factors. */
  readonly factors: readonly FactorIndices[];
  readonly warnings: readonly SensitivityWarning[];
}

/**
 * The indices from the outputs of a design's rows, in its order. `factors` includes luck if the design does.
 * Intervals: percentile bootstrap over base points. Sobol points are more even than independent ones, so these
 * intervals are rather too wide than too narrow.
 *
 * Throws `length-mismatch`, `not-power-of-two`, `not-finite` (give a date that never came a number first).
 */
export function sensitivity(outputs: Float64Array, factors: number, how: Resampling): Sensitivity {
  const basePoints = outputs.length / (factors + 2);
  insist(
    Number.isInteger(basePoints),
    'length-mismatch',
    `${outputs.length} outputs do not divide by ${factors} factors + 2`,
  );
  insistPowerOfTwo(basePoints);
  insistFinite(outputs, 'outputs');
  const terms = indexTerms(outputs, factors);
  if (terms.variance === 0) return constant(terms, factors, outputs.length);
  const value = new Float64Array(3 * factors);
  writeIndices(terms, undefined, value);
  const replicates = bootstrap(basePoints, 3 * factors, how, (counts, out) =>
    writeIndices(terms, counts, out),
  );
  const estimate = (k: number): Estimate =>
    percentileInterval(value[k]!, replicates[k]!, outputs.length, how.level);
  const indices = Array.from({ length: factors }, (_, i) => ({
    first: estimate(3 * i),
    firstJansen: estimate(3 * i + 1),
    total: estimate(3 * i + 2),
  }));
  return {
    mean: terms.mean,
    variance: terms.variance,
    basePoints,
    factors: indices,
    warnings: warn(indices, replicates),
  };
}

function constant(terms: IndexTerms, factors: number, runs: number): Sensitivity {
  const nothing: Estimate = { value: Number.NaN, low: Number.NaN, high: Number.NaN, runs };
  const indices = Array.from({ length: factors }, () => ({
    first: nothing,
    firstJansen: nothing,
    total: nothing,
  }));
  return {
    mean: terms.mean,
    variance: 0,
    basePoints: terms.basePoints,
    factors: indices,
    warnings: [{ code: 'constant' }],
  };
}

function warn(
  indices: readonly FactorIndices[],
  replicates: readonly Float64Array[],
): readonly SensitivityWarning[] {
  const found: SensitivityWarning[] = [];
  indices.forEach(({ first, total }, factor) => {
    if (first.value < 0) found.push({ code: 'negative', factor, clear: first.high < 0 });
    if (first.value <= total.value) return;
    const excess = replicates[3 * factor]!.map((s, r) => s - replicates[3 * factor + 2]![r]!);
    found.push({ code: 'first-exceeds-total', factor, clear: percentileInterval(0, excess, 0).low > 0 });
  });
  if (indices.reduce((sum, { first }) => sum + first.value, 0) > 1) {
    const sums = replicates[0]!.map((_, r) =>
      indices.reduce((sum, _f, i) => sum + replicates[3 * i]![r]!, 0),
    );
    found.push({ code: 'sum-exceeds-one', clear: percentileInterval(0, sums, 0).low > 1 });
  }
  return found;
}
