import type { Tally } from './tally.ts';
import { countingValues } from './values.ts';

/*
 * Exact quantiles in flat memory. Few different values are counted one by one. Otherwise the order statistics are found by radix selection:
 * a double's bits, turned so that they sort as the numbers do, are read 16 at a time, and each of four passes counts the next digit of the
 * cells that share what is known of the value sought.
 */
const digits = 4;
const width = 65_536;

interface Sought {
  /** How many cells are smaller than those that share the prefix: taken off the rank. */
  rank: number;
  /** The digits found, as one number below 2^48 until the last. */
  prefix: number;
  readonly found: number[];
}

const cell = new Float64Array(1);
const words = new Uint32Array(cell.buffer);
const littleEndian = ((): boolean => {
  cell[0] = -0;
  return words[1] === 0x80000000;
})();
const high = littleEndian ? 1 : 0;
const low = littleEndian ? 0 : 1;

/** Writes the four digits of a number, most significant first. −0 sorts before 0. */
function digitsOf(v: number, into: Uint16Array): void {
  cell[0] = v;
  let h = words[high] ?? 0;
  let l = words[low] ?? 0;
  if (h & 0x80000000) {
    h = ~h;
    l = ~l;
  } else h ^= 0x80000000;
  into[0] = h >>> 16;
  into[1] = h;
  into[2] = l >>> 16;
  into[3] = l;
}

function numberOf(found: readonly number[]): number {
  let h = ((found[0] ?? 0) << 16) | (found[1] ?? 0);
  let l = ((found[2] ?? 0) << 16) | (found[3] ?? 0);
  if (h & 0x80000000) h ^= 0x80000000;
  else {
    h = ~h;
    l = ~l;
  }
  words[high] = h;
  words[low] = l;
  return cell[0] ?? Number.NaN;
}

/** The cells at these ranks of the sorted column, 0 the smallest; NaN cells left out. Four passes. */
export function selecting(ranks: readonly number[]): Tally<readonly number[]> {
  const sought: readonly Sought[] = ranks.map((rank) => ({ rank, prefix: 0, found: [] }));
  let pass = 0;
  let histograms = new Map<number, Float64Array>([[0, new Float64Array(width)]]);
  const own = new Uint16Array(digits);
  return {
    add: (chunk) => {
      for (const v of chunk) {
        if (Number.isNaN(v)) continue;
        digitsOf(v, own);
        let prefix = 0;
        for (let d = 0; d < pass; d++) prefix = prefix * width + (own[d] ?? 0);
        const histogram = histograms.get(prefix);
        const digit = own[pass] ?? 0;
        if (histogram) histogram[digit] = (histogram[digit] ?? 0) + 1;
      }
    },
    again: () => {
      for (const one of sought) descend(one, histograms.get(one.prefix) ?? new Float64Array(width));
      pass++;
      histograms = new Map(sought.map((one) => [one.prefix, new Float64Array(width)]));
      return pass < digits;
    },
    result: () => sought.map((one) => numberOf(one.found)),
  };
}

function descend(one: Sought, histogram: Float64Array): void {
  let digit = 0;
  while (digit < width - 1 && one.rank >= (histogram[digit] ?? 0)) one.rank -= histogram[digit++] ?? 0;
  one.found.push(digit);
  one.prefix = one.prefix * width + digit;
}

/** Quantiles of the cells that are numbers, by linear interpolation; NaN if there are none. One pass, or five. */
export function findingQuantiles(at: readonly number[], most?: number): Tally<readonly number[]> {
  const values = countingValues(most);
  let n = 0;
  let selection: Tally<readonly number[]> | undefined;
  return {
    add: (chunk) => {
      if (selection) return selection.add(chunk);
      for (const v of chunk) if (!Number.isNaN(v)) n++;
      values.add(chunk);
    },
    again: () => {
      if (selection) return selection.again();
      if (values.result() !== undefined) return false;
      selection = selecting(at.flatMap((q) => ranksOf(q, n)));
      return true;
    },
    result: () => {
      const counts = values.result();
      const cells = counts ? at.flatMap((q) => ranksOf(q, n).map(inCounts(counts))) : selection?.result();
      return at.map((q, k) => between(q, n, cells?.[2 * k] ?? Number.NaN, cells?.[2 * k + 1] ?? Number.NaN));
    },
  };
}

/** The ranks of the two cells between which a quantile lies. */
function ranksOf(q: number, n: number): readonly [number, number] {
  const x = Math.floor(q * (n - 1));
  return [x, Math.min(n - 1, x + 1)];
}

function between(q: number, n: number, a: number, b: number): number {
  if (n === 0) return Number.NaN;
  const x = q * (n - 1);
  return a + (x - Math.floor(x)) * (b - a);
}

function inCounts(counts: ReadonlyMap<number, number>): (rank: number) => number {
  const sorted = [...counts].sort((a, b) => a[0] - b[0]);
  return (rank) => {
    let below = 0;
    for (const [value, times] of sorted) {
      below += times;
      if (rank < below) return value;
    }
    return Number.NaN;
  };
}
