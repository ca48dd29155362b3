import { exp } from './exponential.ts';
import { log } from './logarithm.ts';

/**
 * x^y for x >= 0. Whole exponents up to 32 in size are products, and 0.5 is the square root, so those are
 * good to a few ulp; else e^(y log x), with relative error about (2 + |y log x|) * 2.2e-16: below 1e-15 for
 * moderate results, 1e-13 near overflow. pow(x, 0) = 1 for every x, pow(0, y) = 0 or Infinity,
 * NaN for other negative x unless y is a whole number up to 32 in size.
 */
export function pow(x: number, y: number): number {
  if (y === 0.5) return Math.sqrt(x);
  if (Math.abs(y) <= 32 && Math.trunc(y) === y) return y < 0 ? 1 / product(x, -y) : product(x, y);
  if (x === 1) return 1;
  return exp(y * log(x));
}

/** x * x * ... with n factors, by repeated squaring. */
function product(x: number, n: number): number {
  let result = 1;
  let square = x;
  for (let left = n; left > 0; left >>= 1) {
    if (left & 1) result *= square;
    square *= square;
  }
  return result;
}
