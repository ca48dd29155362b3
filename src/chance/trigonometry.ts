/**
 * Sine and cosine from exact operations only, for arguments below 100,000 in size: seasons and rotations.
 *
 * Method: x less the nearest multiple of pi/2, with pi/2 in three parts of 33, 33 and 53 bits (Cody & Waite
 * 1980), then the Taylor series on [-pi/4, pi/4] to x^17 and x^18.
 */

const TWO_OVER_PI = 0.6366197723675814;
const QUARTER_1 = 1.5707963267341256;
const QUARTER_2 = 6.077100506303966e-11;
const QUARTER_3 = 2.0222662487959506e-21;

/** sin(x), x in radians, |x| < 1e5. Error below 1.5 ulp. NaN outside. */
export function sin(x: number): number {
  if (x === 0) return x;
  return atQuarter(x, 0);
}

/** cos(x), x in radians, |x| < 1e5. Error below 1.5 ulp. NaN outside. */
export function cos(x: number): number {
  return atQuarter(x, 1);
}

function atQuarter(x: number, ahead: number): number {
  if (!(Math.abs(x) < 1e5)) return NaN;
  const turns = Math.round(x * TWO_OVER_PI);
  // Both products are exact; the remainder is kept in two parts.
  const first = x - turns * QUARTER_1;
  const second = turns * QUARTER_2;
  const third = turns * QUARTER_3;
  const near = first - second;
  const r = near - third;
  const rest = first - near - second + (near - r - third);
  const quarter = (turns + ahead) & 3;
  const value = quarter & 1 ? cosine(r, rest) : sine(r, rest);
  return quarter & 2 ? -value : value;
}

/** sin(r + rest). */
function sine(r: number, rest: number): number {
  const z = r * r;
  const series =
    z *
    (1 / 120 -
      z *
        (1 / 5040 -
          z *
            (1 / 362880 -
              z * (1 / 39916800 - z * (1 / 6227020800 - z * (1 / 1307674368000 - z / 355687428096000))))));
  return r + (z * r * (series - 1 / 6) + rest * (1 - 0.5 * z));
}

/** cos(r + rest). */
function cosine(r: number, rest: number): number {
  const z = r * r;
  const series =
    z *
    z *
    (1 / 24 -
      z *
        (1 / 720 -
          z *
            (1 / 40320 -
              z * (1 / 3628800 - z * (1 / 479001600 - z * (1 / 87178291200 - z / 20922789888000))))));
  const half = 0.5 * z;
  const top = 1 - half;
  return top + (1 - top - half + (series - r * rest));
}
