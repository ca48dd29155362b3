import type { Words } from '../../../episode/types.ts';
import type { Grouping } from '../../../questions/hangs-on/factors.ts';
import type { Estimate } from '../../../questions/statistics.ts';
import type { Change } from './changes.ts';

export interface FactorView {
  readonly id: string;
  readonly name: Words;
  /** "person", "kind", "source", "claim", "weights", "luck". */
  readonly kind: string;
  readonly first: Estimate;
  readonly total: Estimate;
  /** By index in the episode. */
  readonly claims: readonly number[];
}

export interface HangsOnOptions {
  readonly seed: number;
  /** Base points, a power of two. */
  readonly points: number;
  readonly by: Grouping;
  readonly outcome: string;
  /** With changes it is asked what their effect hangs on. */
  readonly changes: readonly Change[];
}

/** Runs (or pairs) that a base point takes, by grouping. */
export type HangsOnSizes = Readonly<Record<Grouping, number>>;

/** What an answer hangs on, so far. */
export interface HangsOnView {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly seconds: number;
  /** Base points that the figures rest on; 0 none yet. */
  readonly points: number;
  readonly mean: number;
  readonly variance: number;
  /** In the order of the design, weights and luck last; empty before the first figures. */
  readonly factors: readonly FactorView[];
  readonly sentence: Words;
  readonly warnings: readonly Words[];
}

export interface UntilOptions {
  readonly seed: number;
  readonly runs: number;
  readonly days: number;
  readonly outcome: string;
  readonly changes: readonly Change[];
}

/** The effect of the changes by the day on which they begin, so far. */
export interface UntilView {
  readonly days: readonly {
    readonly day: number;
    readonly without: Estimate;
    readonly with: Estimate;
    readonly difference: Estimate;
  }[];
  /** All days that are tried. */
  readonly tried: readonly number[];
  /** The day on which the changes themselves begin. */
  readonly coded: number;
  /** What counts as mattering: a share, or units. */
  readonly level: number;
  readonly downwards: boolean;
  readonly verdict: 'always' | 'until' | 'never' | 'cannot-tell';
  /** Last day on which it matters, with a 95 % interval by resampling runs; absent until all days are done. */
  readonly last:
    | {
        readonly day: number | undefined;
        readonly low: number | undefined;
        readonly high: number | undefined;
        readonly never: number;
      }
    | undefined;
  readonly sentence: Words;
  readonly runs: number;
  readonly failed: number;
}
