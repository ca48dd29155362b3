/** An estimate with its interval; never a bare number. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Runs it rests on. */
  readonly runs: number;
}

const z95 = 1.959963984540054;

/** A proportion with Wilson's score interval, 95 %. `runs` ≥ 1. (Wilson 1927.) */
export function proportion(successes: number, runs: number, z = z95): Estimate {
  if (runs === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN, runs };
  const p = successes / runs;
  const z2 = z * z;
  const centre = (p + z2 / (2 * runs)) / (1 + z2 / runs);
  const half = (z / (1 + z2 / runs)) * Math.sqrt((p * (1 - p)) / runs + z2 / (4 * runs * runs));
  return { value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half), runs };
}

/** A mean with its normal interval, 95 %; NaN cells are left out. Sums in index order. */
export function average(values: Float64Array, z = z95): Estimate {
  let n = 0;
  let sum = 0;
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    n++;
    sum += v;
  }
  if (n === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN, runs: 0 };
  const m = sum / n;
  let ss = 0;
  for (const v of values) if (!Number.isNaN(v)) ss += (v - m) * (v - m);
  const half = n > 1 ? z * Math.sqrt(ss / (n - 1) / n) : Number.POSITIVE_INFINITY;
  return { value: m, low: m - half, high: m + half, runs: n };
}

/** Counts of a pair of yes–no outcomes over twins. */
export interface Flows {
  /** Yes without and with. */
  readonly both: number;
  /** Yes only without. */
  readonly lost: number;
  /** Yes only with. */
  readonly gained: number;
  readonly neither: number;
}

export function flows(without: Float64Array, withIt: Float64Array): Flows {
  let both = 0;
  let lost = 0;
  let gained = 0;
  let neither = 0;
  for (let k = 0; k < without.length; k++) {
    const a = without[k] ?? Number.NaN;
    const b = withIt[k] ?? Number.NaN;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    if (a > 0 && b > 0) both++;
    else if (a > 0) lost++;
    else if (b > 0) gained++;
    else neither++;
  }
  return { both, lost, gained, neither };
}

/**
 * The paired difference of two yes–no outcomes, d = (b − c)/n with SE √(b + c − (b − c)²/n)/n, b and c the discordant
 * counts (Agresti, Categorical Data Analysis; McNemar 1947).
 */
export function pairedDifference(f: Flows, z = z95): Estimate {
  const n = f.both + f.lost + f.gained + f.neither;
  if (n === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN, runs: 0 };
  const d = (f.gained - f.lost) / n;
  const se = Math.sqrt(Math.max(0, f.gained + f.lost - ((f.gained - f.lost) * (f.gained - f.lost)) / n)) / n;
  return { value: d, low: d - z * se, high: d + z * se, runs: n };
}

/** McNemar's statistic (b − c)²/(b + c); 0 without discordant pairs. */
export function mcnemar(f: Flows): number {
  const discordant = f.gained + f.lost;
  const excess = f.gained - f.lost;
  return discordant === 0 ? 0 : (excess * excess) / discordant;
}

/** The mean paired difference of numbers; pairs with a NaN are left out. */
export function pairedMean(without: Float64Array, withIt: Float64Array): Estimate {
  const d = new Float64Array(without.length);
  for (let k = 0; k < d.length; k++) d[k] = (withIt[k] ?? Number.NaN) - (without[k] ?? Number.NaN);
  return average(d);
}

/** Quantiles of the finite cells, by linear interpolation; NaN if there are none. */
export function quantiles(values: Float64Array, at: readonly number[]): readonly number[] {
  const finite = values.filter((v) => !Number.isNaN(v)).sort();
  return at.map((q) => {
    if (finite.length === 0) return Number.NaN;
    const x = q * (finite.length - 1);
    const low = Math.floor(x);
    const a = finite[low] ?? Number.NaN;
    const b = finite[Math.min(finite.length - 1, low + 1)] ?? a;
    return a + (x - low) * (b - a);
  });
}
