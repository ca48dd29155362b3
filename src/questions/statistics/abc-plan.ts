import type { Population } from './abc-kernel.ts';
import type { AbcPrior } from './abc-prior.ts';
import type { Uniforms } from './draws.ts';

export interface AbcPlan {
  readonly prior: AbcPrior;
  /** Population size, 2 or more. */
  readonly particles: number;
  /** Each tolerance is this quantile of the last distances, in (0, 1); 0.5 unless told. */
  readonly shrink?: number | undefined;
  /** Tolerance at which to stop. */
  readonly target: number;
  /** Most runs in all. */
  readonly most: number;
  /** Row: number of the run. Column: dimension. */
  readonly uniforms: Uniforms;
}

/** Parameters to run, each with a run number (fresh luck). Answer with their distances from what happened; NaN or infinite: failed. */
export interface AbcBatch {
  readonly generation: number;
  readonly tolerance: number;
  readonly parameters: readonly Float64Array[];
  readonly runs: readonly number[];
}

export interface AbcGeneration {
  readonly tolerance: number;
  readonly runs: number;
  readonly acceptance: number;
  readonly effective: number;
}

export interface AbcResult extends Population {
  readonly generations: readonly AbcGeneration[];
  readonly effective: number;
  /** `target` reached; `runs` used up; `stuck`: distances no longer shrink. The population is of the last whole generation. */
  readonly stopped: 'target' | 'runs' | 'stuck';
}
