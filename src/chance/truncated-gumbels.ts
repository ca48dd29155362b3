/**
 * Gumbel noise given which alternative came out on top. In the random-utility model U_k = v_k + e_k the largest utility is
 * Gumbel with location log sum e^v whichever alternative attains it; the others are Gumbel with location v_k, truncated to
 * lie below it (Maddison, Tarlow & Minka 2014; Oberst & Sontag 2019). So noise is drawn from the top down, exactly.
 */
import { exp } from './exponential.ts';
import { log, log1p } from './logarithm.ts';
import { logSumExp } from './logistic.ts';

/**
 * A Gumbel variable with location `location`, given that it lies below `top`, from a uniform in (0, 1); increasing in u and
 * never above `top`: -log(e^-top + e^-location (-log u)), worked out so that nothing overflows.
 */
export function gumbelBelow(u: number, location: number, top: number): number {
  const free = location - log(-log(u));
  // −log(e^−top + e^−free): the smaller of the two, less what the other adds.
  const g = free < top ? free - log1p(exp(free - top)) : top - log1p(exp(top - free));
  return g < top ? g : top;
}

/**
 * Writes to noise[0…n) the noise of n alternatives given that alternative `chosen` has the largest sum of value and noise.
 *
 * @param values utilities v, length ≥ n, finite
 * @param uniforms one number in (0, 1) for each alternative, length ≥ n
 */
export function gumbelsGiven(
  values: Float64Array,
  n: number,
  chosen: number,
  uniforms: Float64Array,
  noise: Float64Array,
): void {
  const top = logSumExp(values, 0, n) - log(-log(uniforms[chosen]));
  for (let k = 0; k < n; k++) noise[k] = gumbelBelow(uniforms[k], values[k], top) - values[k];
  noise[chosen] = top - values[chosen];
}
