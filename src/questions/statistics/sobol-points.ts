/**
 * Sobol points: the low-discrepancy sequence of Sobol (1967) with the direction numbers of Joe & Kuo (2008), in
 * Gray-code order (Antonov & Saleev 1979), plain or with Owen's nested uniform scrambling (Owen 1995).
 *
 * Use whole blocks of 2^m points and keep the first (Owen, "On dropping the first Sobol' point", 2020): every
 * such block has exactly one point in each of its 2^m equal intervals, in every dimension.
 */
import { hashText, mixKey } from '../../chance/index.ts';
import type { Seed } from './draws.ts';
import { insist } from './errors.ts';
import { directionRows } from './joe-kuo.ts';
import { nestedScramble } from './owen-scrambling.ts';

/** Dimensions with direction numbers of their own; further ones reuse them in another order. */
export const tableDimensions = 256;
const bits = 32;
const perUnit = 2 ** -32;

export interface SobolPlan {
  /** 1 or more. Beyond 256 the sets are padded, see `sobolPoints`; unscrambled points stop at 256. */
  readonly dimensions: number;
  /** A power of two, at most 2^30. */
  readonly points: number;
  /** Undefined: the plain sequence, which starts at 0 in every dimension. */
  readonly scramble?: Seed | undefined;
}

/**
 * The points, row by row: coordinate d of point n is at n * dimensions + d. Plain points are multiples of 2^-32
 * in [0, 1); scrambled ones are odd multiples of 2^-33, never 0 or 1, so they can go through any quantile function.
 *
 * Scrambled dimensions beyond 256 begin another set of 256: the same sequence visited in an order shuffled by a
 * nested scrambling of the index, and scrambled afresh (Burley, "Practical hash-based Owen scrambling", JCGT 9
 * (2020); after Owen's Latin supercube sampling, 1998). Within a set points stay low-discrepancy; across sets
 * they are as good as independent.
 *
 * Throws `not-power-of-two`, `bad-argument` (dimensions), `too-large`.
 */
export function sobolPoints(plan: SobolPlan): Float64Array {
  const { dimensions, points, scramble } = plan;
  insistPowerOfTwo(points);
  insist(
    Number.isInteger(dimensions) && dimensions >= 1,
    'bad-argument',
    `dimensions is ${dimensions}; it must be 1 or more`,
  );
  insist(
    scramble !== undefined || dimensions <= tableDimensions,
    'too-large',
    `plain Sobol points have at most ${tableDimensions} dimensions, not ${dimensions}; scramble them`,
  );
  const out = new Float64Array(points * dimensions);
  const directions = directionNumbers();
  for (let d = 0; d < dimensions; d++) {
    const key = scramble === undefined ? undefined : dimensionKey(scramble, d);
    const order = visitingOrder(points, Math.floor(d / tableDimensions), scramble);
    for (let n = 0; n < points; n++) {
      const word = sobolWord(directions, d % tableDimensions, order(n));
      out[n * dimensions + d] =
        key === undefined ? word * perUnit : (nestedScramble(word, key) + 0.5) * perUnit;
    }
  }
  return out;
}

/** Throws `not-power-of-two` or `too-large` unless n is 1, 2, 4, ... 2^30. */
export function insistPowerOfTwo(n: number): void {
  insist(
    Number.isInteger(n) && n >= 1 && (n & (n - 1)) === 0,
    'not-power-of-two',
    `${n} points: Sobol points need a power of two, such as 1,024`,
  );
  insist(n <= 2 ** 30, 'too-large', `${n} points; at most 2^30`);
}

/** Coordinate of point n as a 32-bit integer: the exclusive or of the directions at the bits of n's Gray code. */
function sobolWord(directions: Uint32Array, dimension: number, n: number): number {
  let word = 0;
  let at = dimension * bits;
  for (let gray = n ^ (n >>> 1); gray !== 0; gray >>>= 1, at++) if (gray & 1) word ^= directions[at]!;
  return word >>> 0;
}

const dimensionKey = (seed: Seed, dimension: number): number =>
  mixKey(mixKey(mixKey(seed.seedLow, seed.seedHigh), hashText('sobol-dimension')), dimension);

function visitingOrder(points: number, set: number, seed: Seed | undefined): (n: number) => number {
  const levels = 31 - Math.clz32(points);
  if (set === 0 || levels === 0 || seed === undefined) return (n) => n;
  const key = mixKey(mixKey(mixKey(seed.seedLow, seed.seedHigh), hashText('sobol-order')), set);
  return (n) => nestedScramble((n << (bits - levels)) >>> 0, key) >>> (bits - levels);
}

let computed: Uint32Array | undefined;

/** v_{d,k} = m_{d,k} 2^(32-k), all dimensions in a row; computed once, from the recurrence of Bratley & Fox (1988). */
function directionNumbers(): Uint32Array {
  if (computed !== undefined) return computed;
  const v = new Uint32Array(tableDimensions * bits);
  for (let k = 0; k < bits; k++) v[k] = (2 ** 31) >>> k;
  directionRows().forEach((row, d) => fill(v.subarray((d + 1) * bits, (d + 2) * bits), row.inner, row.start));
  computed = v;
  return v;
}

function fill(v: Uint32Array, inner: number, start: readonly number[]): void {
  const s = start.length;
  start.forEach((m, k) => {
    v[k] = m << (bits - 1 - k);
  });
  for (let k = s; k < bits; k++) {
    let word = v[k - s]! ^ (v[k - s]! >>> s);
    for (let j = 1; j < s; j++) if ((inner >>> (s - 1 - j)) & 1) word ^= v[k - j]!;
    v[k] = word;
  }
}
