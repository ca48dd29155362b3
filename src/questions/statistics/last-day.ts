import { quantiles } from '../statistics.ts';
import { drawCounts, type Resampling, resamplesOf } from './bootstrap.ts';
import { insist, insistFinite } from './errors.ts';
import { isotonic } from './isotonic.ts';

/** Where the last day lies, counting that all dates were tried on the same runs. */
export interface LastDay {
  /** Undefined: on no examined day. With `fading`, from the best fit that never grows. */
  readonly day: number | undefined;
  /** Earliest and latest last day among the middle 95 % of resamples; undefined stands before the first day. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Share of resamples in which the effect reaches the level on no day. */
  readonly never: number;
}

/**
 * The last day, with an interval by resampling runs: `differences[k][r]` is with less without in run r at day k, twins
 * from the same seeds at every day, so that what the dates share does not blur their comparison. With `fading` the
 * mean effects are first replaced by the best fit that never grows with the date, which steadies the answer
 * where theory says that an effect can only fade. Throws `length-mismatch`, `empty`, `not-finite`.
 */
export function lastDay(
  days: readonly number[],
  differences: readonly Float64Array[],
  level: number,
  how: Resampling,
  fading = false,
): LastDay {
  const runs = differences[0]?.length ?? 0;
  insist(
    days.length === differences.length && differences.every((d) => d.length === runs),
    'length-mismatch',
    'one equally long column of differences per day',
  );
  insist(runs > 0, 'empty', 'no runs to judge by');
  differences.forEach((d, k) => insistFinite(d, `differences[${k}]`));
  const lastIndex = (counts: Uint32Array | undefined): number => {
    const means = differences.map((d) => d.reduce((sum, v, r) => sum + (counts?.[r] ?? 1) * v, 0) / runs);
    const fitted = fading ? isotonic(means.map((m) => -m)).map((m) => -m) : means;
    return fitted.findLastIndex((m) => m >= level - 1e-12);
  };
  const counts = new Uint32Array(runs);
  const replicates = Float64Array.from({ length: resamplesOf(how) }, (_, r) => {
    drawCounts(counts, r, how.uniforms);
    return lastIndex(counts);
  });
  const tail = (1 - (how.level ?? 0.95)) / 2;
  const [low = -1, high = -1] = quantiles(replicates, [tail, 1 - tail]);
  const dayOf = (k: number): number | undefined => days[k];
  return {
    day: dayOf(lastIndex(undefined)),
    low: dayOf(Math.floor(low)),
    high: dayOf(Math.ceil(high)),
    never: replicates.reduce((n, k) => n + (k < 0 ? 1 : 0), 0) / replicates.length,
  };
}
