/** The distributions that a coded number can have: a closed union. Numbers are finite, in the unit of the value. */
export type Distribution =
  | { readonly kind: 'point'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | Normal
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | Beta
  | { readonly kind: 'halfnormal'; readonly sd: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | Discrete;

/**
 * Normal with the given mean and standard deviation, cut off outside [low, high] (and scaled up inside) when
 * bounds are given: `mean` and `sd` are those before cutting.
 */
export interface Normal {
  readonly kind: 'normal';
  readonly mean: number;
  readonly sd: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** Beta with shapes a and b, stretched from [0, 1] to [low, high] (0 and 1 unless given). */
export interface Beta {
  readonly kind: 'beta';
  readonly a: number;
  readonly b: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** One of several values. Neither the order of listing nor a common factor of the probabilities matters. */
export interface Discrete {
  readonly kind: 'discrete';
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
}

/**
 * "value ± spread": normal with mean `value` and standard deviation `spread`, cut off at the bounds of its
 * scale if it has any; a point when the spread is 0.
 */
export function plusMinus(value: number, spread: number, low?: number, high?: number): Distribution {
  return spread === 0 ? { kind: 'point', value } : { kind: 'normal', mean: value, sd: spread, low, high };
}
