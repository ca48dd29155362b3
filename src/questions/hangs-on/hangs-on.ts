import type { CompiledOutcome } from '../outcomes.ts';
import { keyedUniforms } from '../statistics/draws.ts';
import { type FactorIndices, sensitivity, type SensitivityWarning } from '../statistics/sensitivity.ts';
import type { Estimate } from '../statistics.ts';
import type { Factor } from './factors.ts';

/** One factor and what the answer owes to it. */
export interface Share extends FactorIndices {
  readonly factor: Factor;
}

/** What one answer hangs on. */
export interface HangsOn {
  readonly outcome: CompiledOutcome;
  /** Mean and variance of the answer over everything that is uncertain, and over luck. */
  readonly mean: number;
  readonly variance: number;
  /** Factors in the order of the design, luck last. NaN where nothing varies. */
  readonly shares: readonly Share[];
  /**
   * E[Var(Y | assumptions)] / Var Y: how much is luck; 1 − luck is how much our assumptions decide. Of the answer as such; neither depends
   * on how noise is coupled.
   */
  readonly luck: Estimate;
  readonly warnings: readonly SensitivityWarning[];
}

/** A date as yes or no: did it ever come? */
const ever = (column: Float64Array): Float64Array => column.map((v) => (Number.isNaN(v) ? 0 : 1));

/** The number that is analysed: the outcome (yes 1, no 0; a date as "ever"), or how much the change moves it. */
export function answersOf(
  outcome: CompiledOutcome,
  without: Float64Array,
  withIt: Float64Array | undefined,
): Float64Array {
  const number = (column: Float64Array): Float64Array => (outcome.kind === 'date' ? ever(column) : column);
  const a = number(without);
  if (!withIt) return a;
  const b = number(withIt);
  return outcome.kind === 'who' ? a.map((v, k) => (v === b[k] ? 0 : 1)) : a.map((v, k) => b[k]! - v);
}

/**
 * Sobol indices of one answer from the rows of a design (`DesignPlan`), with bootstrap intervals. Luck is the last factor; its total index is
 * the share of luck. Throws `not-finite` if a run failed: its base point cannot be mended.
 */
export function hangsOn(
  outcome: CompiledOutcome,
  answers: Float64Array,
  factors: readonly Factor[],
  seed: number,
): HangsOn {
  const uniforms = keyedUniforms(
    { seedLow: seed >>> 0, seedHigh: Math.floor(seed / 4294967296) >>> 0 },
    `hangs-on ${outcome.id}`,
  );
  const found = sensitivity(answers, factors.length, { uniforms });
  const shares = found.factors.map((f, k) => ({ ...f, factor: factors[k]! }));
  return {
    outcome,
    mean: found.mean,
    variance: found.variance,
    shares,
    luck: shares.at(-1)!.total,
    warnings: found.warnings,
  };
}

/** Factors that count, the largest first: by first-order index, luck aside. */
export const ranked = (h: HangsOn): readonly Share[] =>
  h.shares
    .filter((s) => s.factor.kind !== 'luck')
    .sort((a, b) => b.first.value - a.first.value || b.total.value - a.total.value);

/** Do the indices contradict each other beyond chance, as those of dependent inputs do? Then Shapley effects are to be asked for. */
export const isDependent = (h: HangsOn): boolean =>
  h.warnings.some((w) => (w.code === 'first-exceeds-total' || w.code === 'sum-exceeds-one') && w.clear);
