import { normalQuantile } from '../../chance/index.ts';

export interface AbcPrior {
  readonly dimensions: number;
  /** A draw; `uniform(k)` is one number per dimension. */
  readonly draw: (uniform: (k: number) => number) => Float64Array;
  /** log density, up to a constant; -Infinity outside the support. */
  readonly logDensity: (theta: Float64Array) => number;
}

/**
 * Standard normal prior in every dimension: with it, a claim's value is `quantile(distribution, normalCdf(z))`, so that any
 * distribution can be learned about without its density, and no perturbation falls outside.
 */
export function latentNormalPrior(dimensions: number): AbcPrior {
  return {
    dimensions,
    draw: (uniform) => Float64Array.from({ length: dimensions }, (_, k) => normalQuantile(uniform(k))),
    logDensity: (z) => -0.5 * z.reduce((sum, x) => sum + x * x, 0),
  };
}
