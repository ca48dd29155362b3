import { cutMoments } from './cut-normal.ts';
import { exp, expm1 } from './exponential.ts';
import type { Discrete, Distribution } from './kinds.ts';

/** sqrt(2 / pi), the mean of |z| for a standard normal z. */
const MEAN_FOLDED = 0.7978845608028654;

/** Expected value, in the unit of the distribution. The distribution must be valid (see `validate`). */
export function mean(d: Distribution): number {
  switch (d.kind) {
    case 'point':
      return d.value;
    case 'uniform':
      return 0.5 * (d.low + d.high);
    case 'normal':
      return d.low === undefined && d.high === undefined ? d.mean : cutMoments(d).mean;
    case 'triangular':
      return (d.low + d.mode + d.high) / 3;
    case 'beta': {
      const low = d.low ?? 0;
      return low + (((d.high ?? 1) - low) * d.a) / (d.a + d.b);
    }
    case 'halfnormal':
      return d.sd * MEAN_FOLDED;
    case 'lognormal':
      return d.median * exp(0.5 * d.sigma * d.sigma);
    case 'exponential':
      return d.mean;
    case 'discrete':
      return discreteMoment(d, 0, 1);
  }
}

/** Standard deviation, in the unit of the distribution, 0 or more. The distribution must be valid. */
export function sd(d: Distribution): number {
  switch (d.kind) {
    case 'point':
      return 0;
    case 'uniform':
      return (d.high - d.low) / Math.sqrt(12);
    case 'normal':
      return d.low === undefined && d.high === undefined ? d.sd : cutMoments(d).sd;
    case 'triangular': {
      const rise = d.mode - d.low;
      const fall = d.high - d.mode;
      return Math.sqrt((rise * rise + rise * fall + fall * fall) / 18);
    }
    case 'beta': {
      const n = d.a + d.b;
      return (((d.high ?? 1) - (d.low ?? 0)) / n) * Math.sqrt((d.a * d.b) / (n + 1));
    }
    case 'halfnormal':
      return d.sd * Math.sqrt(1 - MEAN_FOLDED * MEAN_FOLDED);
    case 'lognormal': {
      const v = d.sigma * d.sigma;
      return d.median * exp(0.5 * v) * Math.sqrt(expm1(v));
    }
    case 'exponential':
      return d.mean;
    case 'discrete':
      return Math.sqrt(discreteMoment(d, discreteMoment(d, 0, 1), 2));
  }
}

/** Mean of (value - centre)^power, power 1 or 2. */
function discreteMoment(d: Discrete, centre: number, power: 1 | 2): number {
  let sum = 0;
  let total = 0;
  for (let k = 0; k < d.values.length; k++) {
    const gap = d.values[k] - centre;
    sum += d.probabilities[k] * (power === 1 ? gap : gap * gap);
    total += d.probabilities[k];
  }
  return sum / total;
}
