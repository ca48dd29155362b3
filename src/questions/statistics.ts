import { type Estimate, z95 } from './estimate.ts';
import { averaging } from './tallies/average.ts';
import { countingFlows, type Flows } from './tallies/flows.ts';
import { findingQuantiles } from './tallies/quantiles.ts';
import { mapped, tallied } from './tallies/tally.ts';

export type { Estimate } from './estimate.ts';
export type { Flows } from './tallies/flows.ts';

/** A proportion with Wilson's score interval, 95 %. `runs` ≥ 1. (Wilson 1927.) */
export function proportion(successes: number, runs: number, z = z95): Estimate {
  if (runs === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN, runs };
  const p = successes / runs;
  const z2 = z * z;
  const centre = (p + z2 / (2 * runs)) / (1 + z2 / runs);
  const half = (z / (1 + z2 / runs)) * Math.sqrt((p * (1 - p)) / runs + z2 / (4 * runs * runs));
  return { value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half), runs };
}

/** A mean with its normal interval, 95 %; NaN cells are left out. Sums in index order. */
export const average = (values: Float64Array, z = z95): Estimate => tallied(averaging(z), values);

/** The flow table of a pair of yes–no outcomes; pairs with a NaN are left out. */
export const flows = (without: Float64Array, withIt: Float64Array): Flows =>
  tallied(countingFlows(), without, withIt);

/**
 * The paired difference of two yes–no outcomes, d = (b − c)/n with SE √(b + c − (b − c)²/n)/n, b and c the discordant
 * counts (Agresti, Categorical Data Analysis; McNemar 1947).
 */
export function pairedDifference(f: Flows, z = z95): Estimate {
  const n = f.both + f.lost + f.gained + f.neither;
  if (n === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN, runs: 0 };
  const d = (f.gained - f.lost) / n;
  const se = Math.sqrt(Math.max(0, f.gained + f.lost - ((f.gained - f.lost) * (f.gained - f.lost)) / n)) / n;
  return { value: d, low: d - z * se, high: d + z * se, runs: n };
}

/** McNemar's statistic (b − c)²/(b + c); 0 without discordant pairs. */
export function mcnemar(f: Flows): number {
  const discordant = f.gained + f.lost;
  const excess = f.gained - f.lost;
  return discordant === 0 ? 0 : (excess * excess) / discordant;
}

/** The mean paired difference of numbers; pairs with a NaN are left out. */
export const pairedMean = (without: Float64Array, withIt: Float64Array): Estimate =>
  tallied(
    mapped(averaging(), (a, b) => b - a),
    without,
    withIt,
  );

/** Quantiles of the cells that are numbers, by linear interpolation; NaN if there are none. */
export const quantiles = (values: Float64Array, at: readonly number[]): readonly number[] =>
  tallied(findingQuantiles(at), values);
