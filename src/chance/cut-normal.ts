/** The normal distribution cut off outside an interval. */
import { normalCdf, normalDensity } from './erfc.ts';
import type { Normal } from './kinds.ts';
import { normalQuantile } from './normal-quantile.ts';

/** 1 - 2^-53, so that rounding never asks for the quantile of 1. */
const LARGEST_SHARE = 0.9999999999999999;

/** Lower bound in standard deviations from the mean; -Infinity if there is none. */
function lowerBound(d: Normal): number {
  return d.low === undefined ? -Infinity : (d.low - d.mean) / d.sd;
}

function upperBound(d: Normal): number {
  return d.high === undefined ? Infinity : (d.high - d.mean) / d.sd;
}

/** Probability that the uncut normal falls between `from` and `to` (in standard deviations), from < to. */
function massBetween(from: number, to: number): number {
  // In the upper tail the differences are taken in the lower one, where they are exact.
  return from > 0 ? normalCdf(-from) - normalCdf(-to) : normalCdf(to) - normalCdf(from);
}

/** Share of the uncut normal that lies within the bounds, 0 to 1. */
export function keptMass(d: Normal): number {
  return massBetween(lowerBound(d), upperBound(d));
}

/** The value below which a share u of the cut normal lies; within [low, high]. */
export function cutNormalQuantile(d: Normal, u: number): number {
  const from = lowerBound(d);
  const to = upperBound(d);
  const mass = massBetween(from, to);
  const z =
    from > 0
      ? -normalQuantile(normalCdf(-to) + (1 - u) * mass)
      : normalQuantile(Math.min(normalCdf(from) + u * mass, LARGEST_SHARE));
  return Math.max(d.low ?? -Infinity, Math.min(d.high ?? Infinity, d.mean + d.sd * z));
}

/**
 * Mean and standard deviation of the standard normal cut to [from, to] (Johnson, Kotz & Balakrishnan 1994,
 * 13.10). An interval narrower than 1e-3 standard deviations is taken as uniform.
 */
export function cutMoments(d: Normal): { readonly mean: number; readonly sd: number } {
  const from = lowerBound(d);
  const to = upperBound(d);
  if (to - from < 1e-3)
    return { mean: d.mean + (d.sd * (from + to)) / 2, sd: (d.sd * (to - from)) / Math.sqrt(12) };
  const mass = massBetween(from, to);
  const shift = (normalDensity(from) - normalDensity(to)) / mass;
  const variance = 1 + (momentAt(from) - momentAt(to)) / mass - shift * shift;
  return { mean: d.mean + d.sd * shift, sd: d.sd * Math.sqrt(Math.max(0, variance)) };
}

/** z times the density at z, with its limit 0 at infinity. */
function momentAt(z: number): number {
  return Math.abs(z) === Infinity ? 0 : z * normalDensity(z);
}
