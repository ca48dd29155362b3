import type { Words } from '../../../episode/types.ts';
import type { Effect, OutcomeSummary } from '../../../questions/summarise.ts';

/** A state of an ensemble while its runs come in. */
export interface EnsembleView {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly seconds: number;
  /** Numbers of the runs that are done, in order. */
  readonly runs: Int32Array;
  /** Per outcome of the episode, per done run. */
  readonly without: readonly Float64Array[];
  /** Empty without changes. */
  readonly with: readonly Float64Array[];
  /** Day on which the twins part, by done run; NaN never. */
  readonly parted: Float64Array;
  readonly summaries: readonly OutcomeSummary[];
  readonly effects: readonly Effect[];
  /** Per outcome: how it came out, in words. */
  readonly sentences: readonly Words[];
  /** Per outcome: the effect, in words; empty without changes. */
  readonly told: readonly Words[];
  /** Runs in which a forced act was carried out, refused. */
  readonly forced: {
    readonly carriedOut: number;
    readonly refused: number;
    readonly rules: readonly Words[];
  };
  readonly fingerprint?: string | undefined;
  /** Mean number of acts of each kind in a run without changes. */
  readonly acts: readonly { readonly kind: string; readonly mean: number }[];
  /** Of the first runs without changes (at most `turningRuns`): the first act of each kind that turns a course. */
  readonly turnings: readonly Turnings[];
  /** The kinds of act that turn a course. */
  readonly turningKinds: readonly string[];
  /** Runs that start from history: what is known of it. Absent: free runs. */
  readonly past?: PastView | undefined;
}

/** History up to a day, as runs from there have it. */
export interface PastView {
  /** Last day on which everything is as it was. */
  readonly until: number;
  /** How much of the luck has been inferred, 0–1, while that goes on; no run has begun then. */
  readonly inferring?: number | undefined;
  /** Particles that stand for the luck consistent with the record, and as how many independent ones they count; 0 while they are inferred. */
  readonly particles: number;
  readonly effective: number;
  /** Below so many independent ones nothing is told. */
  readonly floor: number;
  readonly thin: boolean;
  /** Ids of the acts of the record that the model gave no chance, so that they were imposed. */
  readonly imposed: readonly string[];
  /** How it was inferred, in sentences. */
  readonly texts: readonly Words[];
}

/** The first act of each kind that turns a course, in order. */
export interface Turnings {
  readonly run: number;
  readonly acts: readonly Turning[];
}

export interface Turning {
  readonly kind: string;
  readonly kindName: Words;
  /** Person, body or branch; empty for nobody. */
  readonly by: string;
  readonly body: string;
  /** Moment, in days. */
  readonly time: number;
}

/** Where the lines end in many runs. */
export interface LinesView {
  readonly done: number;
  readonly total: number;
  /** Per issue, per run; NaN none. */
  readonly lines: readonly Float64Array[];
}
