/**
 * Synthetic likelihood (Wood, Nature 466 (2010) 1102-1104): summaries of runs at one parameter value are taken to be jointly
 * normal, and what happened is scored under their estimated mean and covariance.
 */
import { log, logGamma } from '../../chance/index.ts';
import { insist, insistFinite } from './errors.ts';
import { cholesky } from './gaussian.ts';

const logTwoPi = 1.8378770664093453;

/** log density of a normal vector. -Infinity if the covariance is not positive definite. */
export function normalLogDensity(x: Float64Array, mean: Float64Array, covariance: Float64Array): number {
  const d = x.length;
  const l = cholesky(covariance, d);
  if (l === undefined) return Number.NEGATIVE_INFINITY;
  let sum = -0.5 * d * logTwoPi;
  const z = new Float64Array(d);
  for (let i = 0; i < d; i++) {
    let rest = x[i]! - mean[i]!;
    for (let k = 0; k < i; k++) rest -= l[i * d + k]! * z[k]!;
    z[i] = rest / l[i * d + i]!;
    sum -= 0.5 * z[i]! * z[i]! + log(l[i * d + i]!);
  }
  return sum;
}

/**
 * log of the synthetic likelihood of `observed`, from n runs' summaries (rows of d values).
 *
 * `plug-in` puts the estimates into the normal density: biased for few runs. `unbiased` is the estimator of Ghurye & Olkin
 * (1969), whose exponential has the true normal density as its expectation (Price, Drovandi, Lee & Nott, J. Comput. Graph.
 * Statist. 27 (2018) 1-11); it needs n > d + 3 and is -Infinity (an estimate of 0) when the observation lies too far out.
 *
 * Throws `bad-argument` for too few runs, `length-mismatch`, `not-finite`.
 */
export function syntheticLogLikelihood(
  observed: Float64Array,
  summaries: Float64Array,
  form: 'unbiased' | 'plug-in',
): number {
  const d = observed.length;
  const n = summaries.length / d;
  insist(Number.isInteger(n), 'length-mismatch', `${summaries.length} summaries are not rows of ${d}`);
  insist(n > d + 3, 'bad-argument', `${n} runs for ${d} summaries; more than ${d + 3} are needed`);
  insistFinite(summaries, 'summaries');
  insistFinite(observed, 'observed');
  const mean = observed.map((_, i) => summaries.reduce((sum, s, k) => sum + (k % d === i ? s : 0), 0) / n);
  const scatter = new Float64Array(d * d);
  for (let row = 0; row < n; row++) addSquare(scatter, summaries.subarray(row * d, (row + 1) * d), mean, 1);
  if (form === 'plug-in')
    return normalLogDensity(
      observed,
      mean,
      scatter.map((s) => s / (n - 1)),
    );
  const whole = logDeterminant(scatter, d);
  const reduced = scatter.slice();
  addSquare(reduced, observed, mean, -1 / (1 - 1 / n));
  const constant = logWishart(d, n - 2) - logWishart(d, n - 1) - 0.5 * d * (logTwoPi + log(1 - 1 / n));
  return constant - 0.5 * (n - d - 2) * whole + 0.5 * (n - d - 3) * logDeterminant(reduced, d);
}

/** Adds weight (x - mean)(x - mean)' to the matrix. */
function addSquare(matrix: Float64Array, x: Float64Array, mean: Float64Array, weight: number): void {
  const d = x.length;
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++) matrix[i * d + j]! += weight * (x[i]! - mean[i]!) * (x[j]! - mean[j]!);
}

/** log determinant of a positive definite matrix, else -Infinity. */
function logDeterminant(matrix: Float64Array, d: number): number {
  const l = cholesky(matrix, d);
  if (l === undefined) return Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < d; i++) sum += 2 * log(l[i * d + i]!);
  return sum;
}

/** log of c(k, v) = 2^(-kv/2) pi^(-k(k-1)/4) / product over i = 1 ... k of Gamma((v - i + 1) / 2). */
function logWishart(k: number, v: number): number {
  let sum = -0.5 * k * v * log(2) - 0.25 * k * (k - 1) * (logTwoPi - log(2));
  for (let i = 1; i <= k; i++) sum -= logGamma(0.5 * (v - i + 1));
  return sum;
}
