/**
 * Philox4x32-10, a counter-based generator: 128 bits of counter and 64 bits of key give 128 random bits.
 * Nothing is remembered between calls, so any draw can be recomputed alone.
 *
 * Source: Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
 * Known answers are in kat_vectors.txt.
 *
 * The upper half of a 32 x 32 bit product is built from 16-bit halves, because Math.imul gives only the
 * lower half. No partial sum exceeds 32 bits, so int32 arithmetic with wrap-around is exact.
 */

/** The two multipliers, and their upper and lower halves. */
const M0 = 0xd2511f53 | 0;
const M0_HIGH = 0xd251;
const M0_LOW = 0x1f53;
const M1 = 0xcd9e8d57 | 0;
const M1_HIGH = 0xcd9e;
const M1_LOW = 0x8d57;
/** The increments of the two key words after each round (Weyl sequences). */
const W0 = 0x9e3779b9 | 0;
const W1 = 0xbb67ae85 | 0;

/**
 * Writes the four output words of one block to `out[0..3]`. All words are unsigned 32-bit integers;
 * other numbers are reduced modulo 2^32. Allocates nothing, throws nothing.
 */
export function philox(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
): void {
  for (let round = 0; round < 10; round++) {
    const a = c0 & 0xffff;
    const b = c0 >>> 16;
    const d = c2 & 0xffff;
    const e = c2 >>> 16;
    const t = (Math.imul(b, M0_LOW) + (Math.imul(a, M0_LOW) >>> 16)) | 0;
    const u = (Math.imul(a, M0_HIGH) + (t & 0xffff)) | 0;
    const v = (Math.imul(e, M1_LOW) + (Math.imul(d, M1_LOW) >>> 16)) | 0;
    const w = (Math.imul(d, M1_HIGH) + (v & 0xffff)) | 0;
    const high0 = (Math.imul(b, M0_HIGH) + (t >>> 16) + (u >>> 16)) | 0;
    const high1 = (Math.imul(e, M1_HIGH) + (v >>> 16) + (w >>> 16)) | 0;
    const low0 = Math.imul(c0, M0);
    const low1 = Math.imul(c2, M1);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/**
 * The first two output words of one block as a double strictly inside (0, 1): an odd multiple of 2^-53,
 * from 52 random bits. Smallest value 2^-53, largest 1 - 2^-53; u and 1 - u are equally likely and both
 * exact. (With 53 random bits the value 1 would appear, and log would meet it.)
 * Allocates nothing, calls nothing. Words as in `philox`.
 */
export function uniformAt(c0: number, c1: number, c2: number, c3: number, k0: number, k1: number): number {
  for (let round = 0; round < 10; round++) {
    const a = c0 & 0xffff;
    const b = c0 >>> 16;
    const d = c2 & 0xffff;
    const e = c2 >>> 16;
    const t = (Math.imul(b, M0_LOW) + (Math.imul(a, M0_LOW) >>> 16)) | 0;
    const u = (Math.imul(a, M0_HIGH) + (t & 0xffff)) | 0;
    const v = (Math.imul(e, M1_LOW) + (Math.imul(d, M1_LOW) >>> 16)) | 0;
    const w = (Math.imul(d, M1_HIGH) + (v & 0xffff)) | 0;
    const high0 = (Math.imul(b, M0_HIGH) + (t >>> 16) + (u >>> 16)) | 0;
    const high1 = (Math.imul(e, M1_HIGH) + (v >>> 16) + (w >>> 16)) | 0;
    const low0 = Math.imul(c0, M0);
    const low1 = Math.imul(c2, M1);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  return wordsToUniform(c0, c1);
}

/**
 * Two 32-bit words as a double strictly inside (0, 1): (2n + 1) * 2^-53, where n is the 52-bit integer made
 * of all of `high` and the upper 20 bits of `low`.
 */
export function wordsToUniform(high: number, low: number): number {
  return ((high >>> 0) * 0x100000 + (low >>> 12) + 0.5) * 2.220446049250313e-16;
}
