/**
 * Where a Brier score comes from (on the half scale, see `brierHalf`):
 *
 *     score = miscalibration - discrimination + uncertainty
 *
 * Murphy (J. Appl. Meteorol. 12 (1973) 595-600) groups equal forecasts and calls the parts reliability, resolution and
 * uncertainty. CORP (Dimitriadis, Gneiting & Jordan, PNAS 118 (2021) e2016191118) recalibrates by isotonic regression
 * instead, which needs no bins and cannot be flattered by choosing them. Both identities are exact.
 */
import { type Estimate, quantiles } from '../statistics.ts';
import { type Resampling, resamplesOf } from './bootstrap.ts';
import { isotonic } from './isotonic.ts';
import { brierHalf, insistForecasts } from './scores.ts';

export interface ScoreParts {
  readonly score: number;
  /** Reliability: what recalibrating would save; 0 or more. */
  readonly miscalibration: number;
  /** Resolution: how much better than the base rate the recalibrated forecasts are; 0 or more. */
  readonly discrimination: number;
  /** Score of the base rate: b (1 - b). */
  readonly uncertainty: number;
  /** The reliability curve: each distinct forecast, what it should have been, and how many there were. */
  readonly curve: readonly {
    readonly forecast: number;
    readonly recalibrated: number;
    readonly count: number;
  }[];
}

/** Murphy's decomposition over the distinct forecasts. Honest only where each was made many times. */
export function murphy(p: readonly number[], y: readonly number[]): ScoreParts {
  return decompose(p, y, (means) => means);
}

/** The CORP decomposition: the distinct forecasts' outcome rates are replaced by the best fit that never falls. */
export function corp(p: readonly number[], y: readonly number[]): ScoreParts {
  return decompose(p, y, isotonic);
}

function decompose(
  p: readonly number[],
  y: readonly number[],
  recalibrate: (means: Float64Array, counts: Float64Array) => Float64Array,
): ScoreParts {
  insistForecasts(p, y);
  const distinct = [...new Set(p)].sort((a, b) => a - b);
  const position = new Map(distinct.map((q, k) => [q, k]));
  const counts = new Float64Array(distinct.length);
  const means = new Float64Array(distinct.length);
  p.forEach((q, k) => {
    counts[position.get(q)!]! += 1;
    means[position.get(q)!]! += y[k]!;
  });
  for (let k = 0; k < means.length; k++) means[k]! /= counts[k]!;
  const fitted = recalibrate(means, counts);
  const rate = y.reduce((sum, v) => sum + v, 0) / y.length;
  const uncertainty = rate * (1 - rate);
  const score = brierHalf(p, y);
  const recalibrated = brierHalf(
    p.map((q) => fitted[position.get(q)!]!),
    y,
  );
  const curve = distinct.map((forecast, k) => ({ forecast, recalibrated: fitted[k]!, count: counts[k]! }));
  return {
    score,
    miscalibration: score - recalibrated,
    discrimination: uncertainty - recalibrated,
    uncertainty,
    curve,
  };
}

export interface CalibrationTest {
  readonly miscalibration: number;
  /** What perfectly calibrated forecasts of these values would show: mean, and the middle 95 %. Never 0 in small samples. */
  readonly byChance: Estimate;
  /** Share of calibrated samples that look at least as miscalibrated; (k + 1) / (n + 1). */
  readonly p: number;
}

/**
 * Whether the miscalibration is more than chance: outcomes are drawn anew from the forecasts themselves (row: sample;
 * column: forecast), as for the consistency bands of CORP.
 */
export function calibrationTest(
  p: readonly number[],
  y: readonly number[],
  how: Resampling,
): CalibrationTest {
  const { miscalibration } = corp(p, y);
  const rounds = resamplesOf(how);
  const chance = Float64Array.from({ length: rounds }, (_, r) => {
    const drawn = p.map((q, k) => (how.uniforms(r, k, 0) < q ? 1 : 0));
    return corp(p, drawn).miscalibration;
  });
  const level = how.level ?? 0.95;
  const [low = Number.NaN, high = Number.NaN] = quantiles(chance, [(1 - level) / 2, (1 + level) / 2]);
  const value = chance.reduce((sum, m) => sum + m, 0) / rounds;
  const beyond = chance.reduce((n, m) => n + (m >= miscalibration - 1e-12 ? 1 : 0), 0);
  return { miscalibration, byChance: { value, low, high, runs: rounds }, p: (beyond + 1) / (rounds + 1) };
}
