/**
 * The natural logarithm from exact operations only, so that every engine returns the same bits.
 *
 * Method: x = 2^k m with m in [sqrt(1/2), sqrt(2)); f = m - 1, s = f / (2 + f);
 * log m = 2 atanh s = f - f^2/2 + s (f^2/2 + R(s^2)), R the minimax polynomial of Sun's fdlibm (Ng 1993;
 * Tang 1990 for the scheme). The power of two is taken off by an exact product with a table entry: writing
 * half a double and reading all of it would stall the processor.
 */
import { BITS, DOUBLE, POWER_OFFSET, POWERS_OF_TWO } from './powers.ts';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/**
 * Natural logarithm. Error below 1 ulp, subnormal arguments included. log(1) = 0, log(±0) = -Infinity,
 * log(Infinity) = Infinity, NaN below 0.
 */
export function log(x: number): number {
  if (!(x >= 2.2250738585072014e-308 && x < Infinity)) return logAtTheEdge(x);
  DOUBLE[0] = x;
  const upper = BITS[1];
  // 0x95f64 carries into the exponent when the fraction is that of sqrt(2) or more.
  const k = ((upper + 0x95f64) >>> 20) - 1023;
  return logOf(x * POWERS_OF_TWO[POWER_OFFSET - k] - 1, k);
}

/** k ln 2 + log(1 + f) for 1 + f in [sqrt(1/2), sqrt(2)). */
function logOf(f: number, k: number): number {
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
}

function logAtTheEdge(x: number): number {
  if (x === 0) return -Infinity;
  if (x < 0 || Number.isNaN(x)) return NaN;
  if (x === Infinity) return x;
  const scaled = x * 18014398509481984;
  DOUBLE[0] = scaled;
  const k = ((BITS[1] + 0x95f64) >>> 20) - 1023;
  return logOf(scaled * POWERS_OF_TWO[POWER_OFFSET - k] - 1, k - 54);
}

/**
 * log(1 + x) without loss of digits near 0. Error below 2 ulp. log1p(±0) = ±0, log1p(-1) = -Infinity,
 * NaN below -1, log1p(Infinity) = Infinity.
 */
export function log1p(x: number): number {
  if (x === 0 || x === Infinity) return x;
  const u = 1 + x;
  if (!(u > 0)) return log(u);
  // What rounding took from 1 + x, to first order (Kahan).
  const lost = x >= 1 ? 1 - (u - x) : x - (u - 1);
  return log(u) + lost / u;
}
