/**
 * Draws by quantile: one uniform, one value. Every quantile function is increasing in u, so two twins that
 * share u share the rank of their draw even when the distribution differs. (To within rounding, an ulp
 * or two, and to about 1e-13 for beta, whose inverse is iterated.)
 */
import { betaQuantile } from './beta.ts';
import { exp } from './exponential.ts';
import type { Discrete, Distribution } from './kinds.ts';
import { log1p } from './logarithm.ts';
import { normalQuantile } from './normal-quantile.ts';
import { cutNormalQuantile } from './cut-normal.ts';

export type { Beta, Discrete, Distribution, Normal } from './kinds.ts';
export { plusMinus } from './kinds.ts';
export { mean, sd } from './moments.ts';
export { validate } from './validate.ts';

/**
 * The value below which a share u of the distribution lies, in the unit of the distribution.
 * u in (0, 1), as `uniform` gives it. The distribution must be valid (see `validate`): it is not checked here.
 */
export function quantile(d: Distribution, u: number): number {
  switch (d.kind) {
    case 'point':
      return d.value;
    case 'uniform':
      return between(d.low, d.high, d.low + u * (d.high - d.low));
    case 'normal':
      if (d.low === undefined && d.high === undefined) return d.mean + d.sd * normalQuantile(u);
      return cutNormalQuantile(d, u);
    case 'triangular':
      return triangular(d.low, d.mode, d.high, u);
    case 'beta': {
      const low = d.low ?? 0;
      const high = d.high ?? 1;
      return between(low, high, low + (high - low) * betaQuantile(u, d.a, d.b));
    }
    case 'halfnormal':
      return -d.sd * normalQuantile(0.5 * (1 - u));
    case 'lognormal':
      return d.median * exp(d.sigma * normalQuantile(u));
    case 'exponential':
      return -d.mean * log1p(-u);
    case 'discrete':
      return discrete(d, u);
  }
}

/** Rounding may carry a value past its bound by an ulp. */
function between(low: number, high: number, x: number): number {
  return Math.max(low, Math.min(high, x));
}

function triangular(low: number, mode: number, high: number, u: number): number {
  const width = high - low;
  const rise = mode - low;
  if (u * width < rise) return Math.min(mode, low + Math.sqrt(u * width * rise));
  return Math.max(mode, high - Math.sqrt((1 - u) * width * (high - mode)));
}

/** Walks up the values in ascending order, whatever order they are listed in. Quadratic, for short lists. */
function discrete(d: Discrete, u: number): number {
  let total = 0;
  for (let k = 0; k < d.values.length; k++) total += d.probabilities[k];
  let reached = 0;
  let current = -Infinity;
  for (;;) {
    let next = Infinity;
    let weight = 0;
    for (let k = 0; k < d.values.length; k++) {
      const value = d.values[k];
      if (d.probabilities[k] === 0 || value <= current || value > next) continue;
      weight = value === next ? weight + d.probabilities[k] : d.probabilities[k];
      next = value;
    }
    if (next === Infinity) return current;
    reached += weight;
    current = next;
    if (u * total < reached) return current;
  }
}
