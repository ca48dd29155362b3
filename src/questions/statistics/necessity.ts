/**
 * Probabilities of causation (Pearl, Synthese 121 (1999) 93-149; Causality, 2nd ed. 2009, ch. 9) from twins: runs
 * that share their luck, one with the cause (x), one without (x').
 *
 *     PN   necessity: given x and y, that y would not have been without x
 *     PS   sufficiency: given neither, that x would have brought y about
 *     PNS  both at once: y with x, and not without
 *
 * They depend on how the luck of the two runs is coupled; margins alone give bounds only (see
 * `necessity-bounds.ts`), which belong beside every answer.
 */
import { betaQuantile } from '../../chance/index.ts';
import type { Estimate } from '../statistics.ts';
import { insist } from './errors.ts';

/** Twin pairs by outcome with the cause and without it. Counts, or weights: 0 or more. */
export interface TwinTable {
  /** y in both. */
  readonly both: number;
  /** y with the cause only. */
  readonly onlyWith: number;
  /** y without the cause only. */
  readonly onlyWithout: number;
  readonly neither: number;
}

export interface Necessity {
  /** NaN values and 0 runs where there is no case to ask about. */
  readonly pn: Estimate;
  readonly ps: Estimate;
  readonly pns: Estimate;
}

/**
 * PN, PS and PNS when the cause is set from outside, independently of what else moves the outcome (every run of
 * an ensemble with an intervention): PN = onlyWith / (onlyWith + both), PS = onlyWith / (onlyWith + neither),
 * PNS = onlyWith / n. If history decided about the cause too, use `necessityByActual`.
 *
 * Intervals: Jeffreys. With a Dirichlet(1/2, 1/2, 1/2, 1/2) prior on the four cells each of the three is beta
 * distributed a posteriori, so the equal-tailed interval is exact and needs no resampling; no hits at all move its
 * end to 0, no misses to 1 (Brown, Cai & DasGupta, Statist. Sci. 16 (2001) 101-133).
 * Throws `bad-argument` for negative counts, `empty` for none.
 */
export function necessity(table: TwinTable, level = 0.95): Necessity {
  insistTable(table);
  const { both, onlyWith, onlyWithout, neither } = table;
  return {
    pn: share(onlyWith, both, 1, level),
    ps: share(onlyWith, neither, 1, level),
    pns: share(onlyWith, both + onlyWithout + neither, 3, level),
  };
}

/**
 * The same where the cause came about with its own reasons, which may move the outcome as well: twins sorted by
 * whether the cause was there in the actual course (given what is known of it: abduction).
 * PN = P(not y without x | x, y), from the first table; PS = P(y with x | not x, not y), from the second;
 * PNS over both, weighted by their sizes, for which the tables must come from one sample.
 */
export function necessityByActual(present: TwinTable, absent: TwinTable, level = 0.95): Necessity {
  insist(sizeOf(present) + sizeOf(absent) > 0, 'empty', 'no twins to judge by');
  for (const table of [present, absent]) if (sizeOf(table) > 0) insistTable(table);
  const pooled = addTables(present, absent);
  const others = pooled.both + pooled.onlyWithout + pooled.neither;
  return {
    pn: share(present.onlyWith, present.both, 1, level),
    ps: share(absent.onlyWith, absent.neither, 1, level),
    pns: share(pooled.onlyWith, others, 3, level),
  };
}

export const sizeOf = (t: TwinTable): number => t.both + t.onlyWith + t.onlyWithout + t.neither;

export function addTables(a: TwinTable, b: TwinTable): TwinTable {
  return {
    both: a.both + b.both,
    onlyWith: a.onlyWith + b.onlyWith,
    onlyWithout: a.onlyWithout + b.onlyWithout,
    neither: a.neither + b.neither,
  };
}

export function insistTable(t: TwinTable): void {
  const whole = Object.values(t).every((n: number) => Number.isFinite(n) && n >= 0);
  insist(whole, 'bad-argument', 'the counts of a twin table must be finite and 0 or more');
  insist(sizeOf(t) > 0, 'empty', 'the twin table is empty');
}

/** hits / (hits + misses), with its Jeffreys interval when the misses are so many cells of the table together. */
function share(hits: number, misses: number, cells: number, level: number): Estimate {
  const runs = hits + misses;
  if (runs === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN, runs: 0 };
  const a = hits + 0.5;
  const b = misses + 0.5 * cells;
  const low = hits === 0 ? 0 : betaQuantile((1 - level) / 2, a, b);
  const high = misses === 0 ? 1 : betaQuantile((1 + level) / 2, a, b);
  return { value: hits / runs, low, high, runs };
}
