import { exp } from '../../chance/exact.ts';

/** Weights that sum to 1 from log-weights. All −∞ gives equal weights. */
export function normalise(logWeights: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const v of logWeights) if (v > most) most = v;
  if (!(most > Number.NEGATIVE_INFINITY)) return logWeights.map(() => 1 / logWeights.length);
  const w = logWeights.map((v) => exp(v - most));
  let sum = 0;
  for (const v of w) sum += v;
  return w.map((v) => v / sum);
}

/** Effective sample size 1/Σw² of weights that sum to 1: between 1 and how many there are (Kong, Liu & Wong 1994). */
export function effectiveSize(weights: Float64Array): number {
  let sum = 0;
  for (const w of weights) sum += w * w;
  return 1 / sum;
}

/**
 * Systematic resampling (Carpenter, Clifford & Fearnhead 1999): how often each particle goes on, from one uniform in (0, 1). Each number
 * is n·w rounded down or up, and n·w on average.
 */
export function offspring(weights: Float64Array, u: number): Int32Array {
  const n = weights.length;
  const times = new Int32Array(n);
  let below = 0;
  let done = 0;
  for (let k = 0; k < n; k++) {
    below += (weights[k] ?? 0) * n;
    const upTo = k === n - 1 ? n : Math.max(done, Math.min(n, Math.ceil(below - u)));
    times[k] = upTo - done;
    done = upTo;
  }
  return times;
}

/** For each place the particle that takes it: whoever goes on keeps his own place, further copies fill the empty ones in order. */
export function parents(times: Int32Array): Int32Array {
  const of = new Int32Array(times.length);
  const extra: number[] = [];
  times.forEach((t, k) => {
    for (let c = 1; c < t; c++) extra.push(k);
  });
  let next = 0;
  times.forEach((t, k) => {
    of[k] = t > 0 ? k : (extra[next++] ?? k);
  });
  return of;
}
