import { type Estimate, z95 } from '../estimate.ts';
import type { Tally } from './tally.ts';

/** A mean with its normal interval, 95 %; NaN cells are left out. Two passes: the mean, then the squares about it, in order. */
export function averaging(z = z95): Tally<Estimate> {
  let n = 0;
  let sum = 0;
  let squares = 0;
  let mean = Number.NaN;
  const count = (chunk: Float64Array): void => {
    for (const v of chunk) {
      if (Number.isNaN(v)) continue;
      n++;
      sum += v;
    }
  };
  const spread = (chunk: Float64Array): void => {
    for (const v of chunk) if (!Number.isNaN(v)) squares += (v - mean) * (v - mean);
  };
  let first = true;
  return {
    add: (chunk) => (first ? count(chunk) : spread(chunk)),
    again: () => {
      if (!first || n === 0) return false;
      first = false;
      mean = sum / n;
      return true;
    },
    result: () => {
      if (n === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN, runs: 0 };
      const half = n > 1 ? z * Math.sqrt(squares / (n - 1) / n) : Number.POSITIVE_INFINITY;
      return { value: mean, low: mean - half, high: mean + half, runs: n };
    },
  };
}
