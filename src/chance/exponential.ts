/**
 * The exponential function from exact operations only, so that every engine returns the same bits.
 *
 * Method: x = k ln 2 + r with |r| <= 0.35 in two parts (Cody & Waite 1980); e^r = 1 + r + r c/(2 - c) with
 * c = r - r^2 P(r^2), where P is the minimax polynomial of Sun's fdlibm (Ng 1993), of which the first five
 * digits are the Bernoulli series 1/6, -1/360, ...; then an exact power of two from a table.
 */
import { POWER_OFFSET, POWERS_OF_TWO } from './powers.ts';

// biome-ignore lint/suspicious/noApproximativeNumericConstant: the standard fixes Math.LOG2E only approximately
const INV_LN2 = 1.4426950408889634;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 0.00006613756321437934;
const P4 = -0.0000016533902205465252;
const P5 = 4.1381367970572385e-8;

/**
 * e^x. Error below 1 ulp. exp(-Infinity) = 0, exp(±0) = 1, NaN stays; Infinity above 709.782712893384,
 * subnormal below -708.3964, 0 below -745.1332191019411.
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return expAtTheEdge(x);
  const k = (x * INV_LN2 + (x < 0 ? -0.5 : 0.5)) | 0;
  return significand(x, k) * POWERS_OF_TWO[k + POWER_OFFSET];
}

/** e^x / 2^k, where k is x / ln 2 rounded to the nearest integer. */
function significand(x: number, k: number): number {
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  return 1 - (low - (r * c) / (2 - c) - high);
}

function expAtTheEdge(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -746) return 0;
  const k = (x * INV_LN2 + (x < 0 ? -0.5 : 0.5)) | 0;
  // 2^k itself may be out of range. The first product is exact, so the result is rounded once.
  const shift = x > 0 ? -1 : 100;
  return significand(x, k) * POWERS_OF_TWO[k + shift + POWER_OFFSET] * POWERS_OF_TWO[POWER_OFFSET - shift];
}

/**
 * e^x - 1 without loss of digits near 0. Error below 2 ulp. expm1(±0) = ±0, expm1(-Infinity) = -1,
 * NaN stays, Infinity above 709.782712893384.
 */
export function expm1(x: number): number {
  if (!(x > -37 && x < 38)) return x < 0 ? -1 : exp(x) - 1;
  if (x === 0) return x;
  const k = (x * INV_LN2 + (x < 0 ? -0.5 : 0.5)) | 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  const e = high - (low - (r * c) / (2 - c));
  const power = POWERS_OF_TWO[k + POWER_OFFSET];
  return power * e + (power - 1);
}
