import { exp } from '../../chance/index.ts';
import { weightedVariance } from './weighted.ts';

/** Parameter vectors with weights that sum to 1. */
export interface Population {
  readonly particles: readonly Float64Array[];
  readonly weights: Float64Array;
  readonly distances: Float64Array;
}

/**
 * Width of the perturbation in each dimension: the square root of twice the weighted variance of the population
 * (Beaumont, Cornuet, Marin & Robert, Biometrika 96 (2009) 983-990). 0 in a dimension that no longer varies.
 */
export function kernelWidths({ particles, weights }: Population): Float64Array {
  const dimensions = particles[0]?.length ?? 0;
  return Float64Array.from({ length: dimensions }, (_, d) => {
    const values = particles.map((p) => p[d]!);
    return Math.sqrt(2 * weightedVariance(values, weights, false));
  });
}

/** The particle at cumulative weight u in (0, 1). */
export function pick(cumulative: Float64Array, u: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! > u) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function cumulate(weights: Float64Array): Float64Array {
  let sum = 0;
  return weights.map((w) => {
    sum += w;
    return sum;
  });
}

/** Density, up to a constant factor, with which perturbing the population gives this point: sum_j w_j K(x - x_j). */
export function mixtureDensity(
  x: Float64Array,
  { particles, weights }: Population,
  widths: Float64Array,
): number {
  let density = 0;
  for (let j = 0; j < particles.length; j++) {
    const other = particles[j]!;
    let squares = 0;
    for (let d = 0; d < x.length; d++) {
      if (widths[d] === 0) continue;
      const z = (x[d]! - other[d]!) / widths[d]!;
      squares += z * z;
    }
    density += weights[j]! * exp(-0.5 * squares);
  }
  return density;
}
