/**
 * Proper scores of forecasts (Gneiting & Raftery, J. Amer. Statist. Assoc. 102 (2007) 359-378): smaller is better, and honesty
 * is the best policy. `p` are forecast probabilities of yes, `y` what came: 0 or 1.
 */
import { log } from '../../chance/index.ts';
import { insist } from './errors.ts';

/**
 * Brier score of yes-no forecasts on the half scale, mean (p - y)^2: 0 to 1, a constant 1/2 scores 1/4. The common
 * one today; Brier's own is twice as large, see `brierFull`.
 */
export function brierHalf(p: readonly number[], y: readonly number[]): number {
  insistForecasts(p, y);
  return p.reduce((sum, q, k) => sum + (q - y[k]!) * (q - y[k]!), 0) / p.length;
}

/**
 * Brier's score as first defined (Monthly Weather Review 78 (1950) 1-3): squared errors summed over all categories, 0
 * to 2. Row k of `p` is the forecast over the categories, `came[k]` the index of the one that came.
 */
export function brierFull(p: readonly (readonly number[])[], came: readonly number[]): number {
  insistCategories(p, came);
  const one = (row: readonly number[], k: number): number =>
    row.reduce((sum, q, c) => sum + (q - (c === came[k] ? 1 : 0)) * (q - (c === came[k] ? 1 : 0)), 0);
  return p.reduce((sum, row, k) => sum + one(row, k), 0) / p.length;
}

/** Mean of -log of the probability of what came, in nats; Infinity if that was 0: use `shareOf` for simulated shares. */
export function logScore(p: readonly number[], y: readonly number[]): number {
  insistForecasts(p, y);
  return p.reduce((sum, q, k) => sum - log(y[k] === 1 ? q : 1 - q), 0) / p.length;
}

/** The log score over several categories, in nats. */
export function logScoreCategories(p: readonly (readonly number[])[], came: readonly number[]): number {
  insistCategories(p, came);
  return p.reduce((sum, row, k) => sum - log(row[came[k]!]!), 0) / p.length;
}

/**
 * A share of n runs as a probability that may be scored by its logarithm: (k + 1/2) / (n + 1), the mean of the Jeffreys
 * posterior (Krichevsky & Trofimov 1981). With m categories (k + 1/2) / (n + m/2).
 */
export function shareOf(k: number, n: number, categories = 2): number {
  insist(
    Number.isInteger(categories) && categories >= 2,
    'bad-argument',
    `${categories} categories; at least 2`,
  );
  insist(k >= 0 && k <= n, 'bad-argument', `${k} of ${n} runs is no share`);
  return (k + 0.5) / (n + categories / 2);
}

/** 1 - score / reference: 1 perfect, 0 no better than the reference, negative worse. NaN if the reference is perfect. */
export function skill(score: number, reference: number): number {
  return reference > 0 ? 1 - score / reference : Number.NaN;
}

export function insistForecasts(p: readonly number[], y: readonly number[]): void {
  insist(p.length === y.length, 'length-mismatch', `${p.length} forecasts for ${y.length} outcomes`);
  insist(p.length > 0, 'empty', 'no forecasts to score');
  const wrong = p.findIndex((q) => !(q >= 0 && q <= 1));
  insist(wrong < 0, 'not-probability', `forecast ${wrong} is ${p[wrong]}; it must lie between 0 and 1`);
  insist(
    y.every((v) => v === 0 || v === 1),
    'bad-argument',
    'outcomes must be 0 or 1',
  );
}

function insistCategories(p: readonly (readonly number[])[], came: readonly number[]): void {
  insist(p.length === came.length, 'length-mismatch', `${p.length} forecasts for ${came.length} outcomes`);
  insist(p.length > 0, 'empty', 'no forecasts to score');
  p.forEach((row, k) => {
    const total = row.reduce((sum, q) => sum + q, 0);
    insist(
      row.every((q) => q >= 0) && Math.abs(total - 1) < 1e-9,
      'not-probability',
      `forecast ${k} adds up to ${total}, not 1, or has a negative part`,
    );
    insist(
      row[came[k]!] !== undefined,
      'bad-argument',
      `outcome ${k} is category ${came[k]}, but the forecast has ${row.length}`,
    );
  });
}
