/** How much a member's votes can decide. */
export interface Power {
  /** Coalitions that he turns from losing to winning. */
  readonly swings: bigint;
  /** Orders of all members in which he is the one who turns. */
  readonly pivots: bigint;
  /** Share of all swings (normalised Banzhaf), 0–1; 0 if nobody has any. */
  readonly banzhaf: number;
  /** Chance that he decides if all others toss coins (absolute Banzhaf), 0–1. */
  readonly absolute: number;
  /** Shapley–Shubik index, 0–1: chance of being the one who turns, over all orders. */
  readonly shapley: number;
}

/**
 * Banzhaf and Shapley–Shubik power in a weighted vote won by at least `quota`, exact: the coalitions of the others by size and weight are
 * the coefficients of Π(1 + y·x^w), and a member is taken out by dividing by his factor, so n members of W votes take n·n·W steps and as
 * many again for each different weight. Whole weights of 0 or more. Counts are whole numbers of any size.
 * Banzhaf, Rutgers Law Rev. 19 (1965) 317–343; Shapley & Shubik, Amer. Polit. Sci. Rev. 48 (1954) 787–792; generating functions: Mann &
 * Shapley 1962, Brams & Affuso, Theory Decis. 7 (1976) 29–56. Throws a RangeError for weights that are not whole or a quota below 1.
 */
export function powerOf(weights: readonly number[], quota: number): readonly Power[] {
  if (weights.some((w) => !Number.isSafeInteger(w) || w < 0)) throw new RangeError('votes are whole numbers');
  if (!(quota >= 1)) throw new RangeError('a coalition of nobody must not win');
  const need = Math.ceil(quota);
  const all = coalitions(weights);
  const known = new Map<number, Counts>();
  const counts = weights.map((w) => {
    const found = known.get(w) ?? countsOf(without(all, w), w, need, weights.length);
    known.set(w, found);
    return found;
  });
  const swings = counts.reduce((sum, c) => sum + c.swings, 0n);
  const orders = factorials(weights.length).at(-1) ?? 1n;
  const subsets = 1n << BigInt(Math.max(0, weights.length - 1));
  return counts.map((c) => ({
    ...c,
    banzhaf: ratio(c.swings, swings),
    absolute: ratio(c.swings, subsets),
    shapley: ratio(c.pivots, orders),
  }));
}

type Counts = Pick<Power, 'swings' | 'pivots'>;
/** table[size][weight]: how many coalitions. */
type Table = readonly bigint[][];

function coalitions(weights: readonly number[]): Table {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const table = Array.from({ length: weights.length + 1 }, () => new Array<bigint>(total + 1).fill(0n));
  table[0]![0] = 1n;
  let [members, votes] = [0, 0];
  for (const w of weights) {
    members++;
    votes += w;
    for (let s = members; s > 0; s--) for (let v = votes; v >= w; v--) table[s]![v]! += table[s - 1]![v - w]!;
  }
  return table;
}

/** The coalitions without one member of that weight. */
function without(all: Table, w: number): Table {
  const rest: bigint[][] = [];
  for (let s = 0; s < all.length - 1; s++) {
    const row = [...all[s]!];
    const before = rest[s - 1];
    if (before) for (let v = w; v < row.length; v++) row[v]! -= before[v - w]!;
    rest.push(row);
  }
  return rest;
}

/** Coalitions of the others that win with him and not without him, and the orders in which he comes right after them. */
function countsOf(rest: Table, w: number, quota: number, n: number): Counts {
  const f = factorials(n);
  let [swings, pivots] = [0n, 0n];
  rest.forEach((row, s) => {
    let here = 0n;
    for (let v = Math.max(0, quota - w); v < Math.min(quota, row.length); v++) here += row[v]!;
    swings += here;
    pivots += here * (f[s] ?? 1n) * (f[n - 1 - s] ?? 1n);
  });
  return { swings, pivots };
}

function factorials(n: number): readonly bigint[] {
  const f = [1n];
  for (let k = 1; k <= n; k++) f.push(f[k - 1]! * BigInt(k));
  return f;
}

/** a/b to 15 digits; 0 for b = 0. */
const ratio = (a: bigint, b: bigint): number =>
  b === 0n ? 0 : Number((a * 1_000_000_000_000_000_000n) / b) / 1e18;
