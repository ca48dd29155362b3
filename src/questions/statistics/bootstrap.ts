import { type Estimate, quantiles } from '../statistics.ts';
import type { Uniforms } from './draws.ts';

/** Half the width of a normal 95 % interval, in standard errors. */
export const z95 = 1.959963984540054;

/** How an interval by resampling is made. */
export interface Resampling {
  /** Row: number of the resample. Column: number of the draw within it. */
  readonly uniforms: Uniforms;
  /** 1 or more; 500 unless told. */
  readonly resamples?: number | undefined;
  /** Share of resamples inside the interval, between 0 and 1; 0.95 unless told. */
  readonly level?: number | undefined;
}

export const resamplesOf = (how: Resampling): number => how.resamples ?? 500;

/** How often each of n units is in resample `row`: n draws with replacement, written to `counts`. */
export function drawCounts(counts: Uint32Array, row: number, uniforms: Uniforms): void {
  const n = counts.length;
  counts.fill(0);
  for (let k = 0; k < n; k++) counts[Math.floor(uniforms(row, k, 0) * n)]! += 1;
}

/** The percentile interval (Efron 1979) of the replicates of a statistic, beside its value. Not clipped to any range. */
export function percentileInterval(
  value: number,
  replicates: Float64Array,
  runs: number,
  level = 0.95,
): Estimate {
  const [low = Number.NaN, high = Number.NaN] = quantiles(replicates, [(1 - level) / 2, (1 + level) / 2]);
  return { value, low, high, runs };
}

/** The same statistics on every resample of n units: `replicates[s][r]` is statistic s on resample r. */
export function bootstrap(
  n: number,
  statistics: number,
  how: Resampling,
  evaluate: (counts: Uint32Array, out: Float64Array) => void,
): readonly Float64Array[] {
  const rounds = resamplesOf(how);
  const replicates = Array.from({ length: statistics }, () => new Float64Array(rounds));
  const counts = new Uint32Array(n);
  const out = new Float64Array(statistics);
  for (let r = 0; r < rounds; r++) {
    drawCounts(counts, r, how.uniforms);
    evaluate(counts, out);
    for (let s = 0; s < statistics; s++) replicates[s]![r] = out[s]!;
  }
  return replicates;
}
