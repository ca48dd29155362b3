/** The closed union of distributions, as in `chance/distributions.ts`. */
export type Distribution =
  | { readonly kind: 'point'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | {
      readonly kind: 'normal';
      readonly mean: number;
      readonly sd: number;
      readonly low?: number;
      readonly high?: number;
    }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | {
      readonly kind: 'beta';
      readonly a: number;
      readonly b: number;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: 'discrete';
      readonly values: readonly number[];
      readonly probabilities: readonly number[];
    };
