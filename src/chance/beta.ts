/** The beta distribution: regularised incomplete beta function and its inverse. */
import { exp, expm1 } from './exponential.ts';
import { logGamma } from './gamma.ts';
import { log, log1p } from './logarithm.ts';

// biome-ignore lint/suspicious/noApproximativeNumericConstant: the standard fixes Math.LN2 only approximately
const LN2 = 0.6931471805599453;

/** log of the beta function B(a, b), a, b > 0. Absolute error about 1e-14 * the largest logGamma used. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/**
 * Regularised incomplete beta function: probability that a Beta(a, b) variable is at most x. Range 0 to 1;
 * relative error below 1e-13 for a, b up to 100, about
 * 1e-11 at 10,000. Shapes are not checked (see `validate`).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return regularised(x, 1 - x, a, b, logBeta(a, b));
}

/** `y` is 1 - x, `logB` the log of B(a, b). */
function regularised(x: number, y: number, a: number, b: number, logB: number): number {
  if (y <= 0) return 1;
  const front = exp(a * log(x) + b * (y < 0.5 ? log(y) : log1p(-x)) - logB);
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(x, a, b)) / a;
  return 1 - (front * fraction(y, b, a)) / b;
}

/** Continued fraction DLMF 8.17.22 by the modified Lentz algorithm (Thompson & Barnett 1986). */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 2000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 2.3e-16) break;
  }
  return result;
}

/** Keeps a denominator off zero. */
function away(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/**
 * The x in [0, 1] with incompleteBeta(x, a, b) = u. Error as of `incompleteBeta`, relative to x; increasing in
 * u to within that error. Newton's method on log I against log x, which is concave, kept in a shrinking
 * bracket; on the mirrored problem when both u and x exceed 1/2.
 */
export function betaQuantile(u: number, a: number, b: number): number {
  if (!(u > 0 && u < 1)) return u === 0 || u === 1 ? u : NaN;
  const logB = logBeta(a, b);
  const middle = regularised(0.5, 0.5, a, b, logB);
  if (u > 0.5 && u > middle) return 1 - solve(1 - u, b, a, logB, 1 - u <= 1 - middle);
  return solve(u, a, b, logB, u <= middle);
}

/** Solves I_x(a, b) = u; `lower` says that x is at most 1/2. */
function solve(u: number, a: number, b: number, logB: number, lower: boolean): number {
  const logU = log(u);
  // On (0, 1/2], (1-t)^(b-1) lies between 1 and 2^(1-b); that brackets log x.
  const plain = (logU + log(a) + logB) / a;
  const slack = ((b - 1) * LN2) / a;
  let low = lower ? Math.min(plain, plain + slack) - 1e-9 : -LN2;
  let high = lower ? Math.min(Math.max(plain, plain + slack) + 1e-9, -LN2) : 0;
  let y = plain > low && plain < high ? plain : 0.5 * (low + high);
  for (let step = 0; step < 100; step++) {
    const x = exp(y);
    const value = regularised(x, -expm1(y), a, b, logB);
    const miss = log(value) - logU;
    if (miss < 0) low = y;
    else high = y;
    const slope = exp(a * y + (b - 1) * log1p(-x) - logB) / value;
    let next = y - miss / slope;
    // At log x = 0 the slope can be infinite, and Newton would stay there.
    if (!(next >= low && next <= high && next < 0)) next = 0.5 * (low + high);
    const change = Math.abs(next - y);
    y = next;
    if (change <= 4e-16 * Math.max(1, Math.abs(y))) break;
  }
  return exp(y);
}
