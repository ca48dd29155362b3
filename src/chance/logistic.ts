/** Logistic function, hyperbolic tangent, and sums of exponentials that cannot overflow. */
import { exp, expm1 } from './exponential.ts';
import { log } from './logarithm.ts';

/** 1 / (1 + e^-x). Range 0 to 1; relative error below 3 ulp, also for very negative x. NaN stays. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** Hyperbolic tangent. Range -1 to 1, odd, tanh(±0) = ±0; error below 4 ulp. NaN stays. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size > 22) return x < 0 ? -1 : 1;
  if (size >= 1) {
    const t = 1 - 2 / (exp(2 * size) + 1);
    return x < 0 ? -t : t;
  }
  const e = expm1(-2 * size);
  if (x === 0) return x;
  return x < 0 ? e / (e + 2) : -e / (e + 2);
}

/**
 * log of the sum of e^v over values[from] ... values[to - 1], summed from left to right.
 * An empty slice, or one of -Infinity only, gives -Infinity; one with Infinity gives Infinity; NaN stays.
 */
export function logSumExp(values: Float64Array, from: number = 0, to: number = values.length): number {
  let largest = -Infinity;
  for (let k = from; k < to; k++) if (!(values[k] <= largest)) largest = values[k];
  if (!(Math.abs(largest) < Infinity)) return largest;
  let sum = 0;
  for (let k = from; k < to; k++) sum += exp(values[k] - largest);
  return largest + log(sum);
}
