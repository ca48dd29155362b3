/**
 * Exact powers of two and the bits of a double: the only places where the layout of a double matters.
 *
 * Little-endian memory is assumed (every platform that runs JavaScript engines or WebAssembly today);
 * a test fails elsewhere.
 */

/** POWERS_OF_TWO[k + POWER_OFFSET] = 2^k, exact, for -1074 <= k <= 1023. */
export const POWERS_OF_TWO: Float64Array = new Float64Array(2100);
/** Index of 2^0 in `POWERS_OF_TWO`. */
export const POWER_OFFSET = 1074;

{
  // Doubling and halving are exact, down to the smallest subnormal.
  let up = 1;
  let down = 1;
  for (let k = 0; k <= 1074; k++) {
    if (k < 1024) POWERS_OF_TWO[POWER_OFFSET + k] = up;
    POWERS_OF_TWO[POWER_OFFSET - k] = down;
    up *= 2;
    down *= 0.5;
  }
}

/** Scratch double, read through `BITS`: word 0 is the lower half, word 1 the upper (sign, exponent). */
export const DOUBLE: Float64Array = new Float64Array(1);
export const BITS: Uint32Array = new Uint32Array(DOUBLE.buffer);
