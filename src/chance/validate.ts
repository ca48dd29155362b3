import { keptMass } from './cut-normal.ts';
import type { Discrete, Distribution } from './kinds.ts';

/** Why a distribution cannot be used: one code, one reason. */
export type Reason =
  /** A field is NaN or infinite. */
  | 'not-finite'
  /** `low` is not below `high`. */
  | 'low-not-below-high'
  /** A triangular mode lies outside [low, high]. */
  | 'mode-outside-range'
  /** A standard deviation, sigma, mean or median that must be positive is not. */
  | 'scale-not-positive'
  /** A beta shape lies outside [0.01, 10000]. */
  | 'shape-out-of-range'
  /** The bounds of a normal keep less than 1e-12 of it. */
  | 'bounds-keep-nothing'
  /** A discrete distribution without values. */
  | 'no-values'
  /** As many probabilities as values are needed. */
  | 'lengths-differ'
  /** A probability is negative. */
  | 'probability-negative'
  /** The probabilities do not sum to 1 within 1e-6. */
  | 'probabilities-not-one';

/** The first reason why `d` is not a distribution, or undefined if it is one. Never throws. */
export function validate(d: Distribution): Reason | undefined {
  switch (d.kind) {
    case 'point':
      return finite(d.value);
    case 'uniform':
      return finite(d.low, d.high) ?? ordered(d.low, d.high);
    case 'normal':
      return (
        finite(d.mean, d.sd, d.low, d.high) ??
        positive(d.sd) ??
        ordered(d.low, d.high) ??
        (keptMass(d) < 1e-12 ? 'bounds-keep-nothing' : undefined)
      );
    case 'triangular':
      return (
        finite(d.low, d.mode, d.high) ??
        ordered(d.low, d.high) ??
        (d.mode < d.low || d.mode > d.high ? 'mode-outside-range' : undefined)
      );
    case 'beta':
      return finite(d.a, d.b, d.low, d.high) ?? shape(d.a) ?? shape(d.b) ?? ordered(d.low ?? 0, d.high ?? 1);
    case 'halfnormal':
      return finite(d.sd) ?? positive(d.sd);
    case 'lognormal':
      return finite(d.median, d.sigma) ?? positive(d.median) ?? positive(d.sigma);
    case 'exponential':
      return finite(d.mean) ?? positive(d.mean);
    case 'discrete':
      return discrete(d);
  }
}

function finite(...values: readonly (number | undefined)[]): Reason | undefined {
  return values.every((v) => v === undefined || Number.isFinite(v)) ? undefined : 'not-finite';
}

function ordered(low: number | undefined, high: number | undefined): Reason | undefined {
  return low !== undefined && high !== undefined && low >= high ? 'low-not-below-high' : undefined;
}

function positive(value: number): Reason | undefined {
  return value > 0 ? undefined : 'scale-not-positive';
}

function shape(value: number): Reason | undefined {
  return value >= 0.01 && value <= 10000 ? undefined : 'shape-out-of-range';
}

function discrete(d: Discrete): Reason | undefined {
  if (d.values.length === 0) return 'no-values';
  if (d.values.length !== d.probabilities.length) return 'lengths-differ';
  const bad = finite(...d.values) ?? finite(...d.probabilities);
  if (bad) return bad;
  if (d.probabilities.some((p) => p < 0)) return 'probability-negative';
  const total = d.probabilities.reduce((sum, p) => sum + p, 0);
  return Math.abs(total - 1) > 1e-6 ? 'probabilities-not-one' : undefined;
}
