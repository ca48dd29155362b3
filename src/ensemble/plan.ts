import type { Episode, Intervention } from '../episode/types.ts';
import type { DesignPlan } from '../questions/hangs-on/design.ts';
import type { Refusal } from '../questions/refusal.ts';
import type { Inferred } from '../questions/abduction/infer.ts';

/** From history: everything up to a day is as it was. */
export interface PlanPast {
  /** Last day given. */
  readonly until: number;
  /** How many particles stand for the luck consistent with the record. Run k continues particle k modulo this. */
  readonly particles: number;
  /** How often, on average, every particle tries other claims over its whole past. */
  readonly moves: number;
}

/** What an ensemble does: a pure description that any worker can carry out. Plain data, can be posted. */
export interface EnsemblePlan {
  readonly episode: Episode;
  readonly seed: number;
  /** Runs `first` to `first + runs − 1` of the seed. */
  readonly first: number;
  readonly runs: number;
  /** With interventions every run is a pair of twins: without and with. Empty: single runs. */
  readonly interventions: readonly Intervention[];
  /** Overrides of model parameters by id. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Run r is row r of this design: it takes the row's inputs, parameters and noise instead of its own draws. */
  readonly design?: DesignPlan | undefined;
  /** Absent: every run is free from the first day. */
  readonly past?: PlanPast | undefined;
  /** Tell the first act of each turning kind of every run without interventions. */
  readonly firsts?: boolean | undefined;
  /** The luck inferred for `past`, put in by the executor before the runs are shared out. */
  readonly inferred?: Inferred | undefined;
}

/** A run of numbers from `first` on. Shards are merged in this order, whatever order they come in. */
export interface Shard {
  readonly first: number;
  readonly runs: number;
}

export interface FailedRun {
  readonly run: number;
  readonly seed: number;
  /** Day on which it stopped. */
  readonly day: number;
  /** Number of acts done. */
  readonly step: number;
  readonly message: string;
}

/** Counts of work done, for benchmarks and for telling whether runs are thinned. */
export interface Work {
  readonly points: number;
  readonly choices: number;
  readonly options: number;
  readonly solves: number;
  readonly acts: number;
}

/**
 * Results in flat columns, run index innermost. `without[o]` and `with[o]` hold outcome o of the episode for each run
 * (yes 1, no 0; a number; a day, NaN never; `who`: index of a person, −1 nobody). A failed run is NaN in every column.
 */
export interface ShardResult extends Shard {
  readonly without: readonly Float64Array[];
  /** Empty without interventions. */
  readonly with: readonly Float64Array[];
  /** How often each kind of act occurred, per kind and run: kinds × runs, counts capped at 65,535. */
  readonly actCounts: Uint16Array;
  /** Moment of the first act, beside those that are forced, in which the twins differ, by run; NaN if they never do, or without interventions. */
  readonly parted: Float64Array;
  /** Who parted them by which act: codes of `codeOfThrough`; NaN where `parted` is. */
  readonly through: Float64Array;
  readonly failed: readonly FailedRun[];
  readonly work: Work;
  readonly forced: ForcedCounts;
  /** Where the plan asks for them: the first acts of each turning kind, by run; see `firsts.ts`. */
  readonly firsts?: Float64Array | undefined;
  /** From history: how the acts given came about in these runs. */
  readonly given?: GivenCounts | undefined;
}

/** The memory behind a result's columns, for handing it to another thread instead of copying it. */
export const buffersOf = (r: ShardResult): ArrayBuffer[] =>
  [...r.without, ...r.with, r.parted, r.through, r.actCounts, ...(r.firsts ? [r.firsts] : [])].map(
    (column) => column.buffer as ArrayBuffer,
  );

/** What became of the acts that a question forces. */
export interface ForcedCounts {
  /** Acts carried out, over all runs. */
  readonly carriedOut: number;
  /** Runs that failed because the rules forbade what the question forces; they are among the failed ones. */
  readonly refused: number;
  /** Which act, whose, by which rule, the commonest first. */
  readonly refusals: readonly Refusal[];
}

/** How the record up to the date went in some runs. */
export interface GivenCounts {
  /** By step of the record (see `Given.steps`): in how many runs it was imposed, the model giving it no chance. */
  readonly imposed: Int32Array;
  /** Acts in twins on occasions that their world of history had not, over all runs. */
  readonly fresh: number;
  /** Occasions whose luck had to be drawn anew to agree with the record, over all runs. */
  readonly conditioned: number;
}

/** The merged result of a whole plan. */
export interface EnsembleResult extends ShardResult {
  readonly seed: number;
  readonly episode: string;
  /** FNV-1a over all columns, as eight hexadecimal digits: the same for the same version, episode, seed and plan. */
  readonly fingerprint: string;
  /** From history: how well the particles stand for what is known. */
  readonly inferred?: Inferred | undefined;
}

/**
 * Progress of an ensemble: runs done so far. Before the first run of a plan from history, `inferred` says how much of the luck has been
 * inferred, 0–1. Return false to cancel.
 */
export type OnProgress = (done: number, total: number, inferred?: number) => boolean | void;

/** Takes in one shard's result, in the order of arrival; the next shard of that worker waits for it. */
export type OnShard = (result: ShardResult) => void | Promise<void>;

/** Carries out a plan: the one protocol of Node workers, web workers and the single-threaded fallback. */
export interface Executor {
  readonly execute: (
    plan: EnsemblePlan,
    onProgress?: OnProgress,
    signal?: AbortSignal,
  ) => Promise<EnsembleResult>;
  /** Carries out some shards of a plan and hands each result over; keeps none. */
  readonly stream: (
    plan: EnsemblePlan,
    shards: readonly Shard[],
    onShard: OnShard,
    signal?: AbortSignal,
  ) => Promise<void>;
  /** Frees the workers. */
  readonly close: () => Promise<void>;
}

/** Cuts a plan into shards of about equal size, several per worker so that progress is smooth. */
export function shardsOf(first: number, runs: number, workers: number): readonly Shard[] {
  const size = Math.max(4, Math.min(64, Math.ceil(runs / (32 * Math.max(1, workers)))));
  const shards: Shard[] = [];
  for (let at = 0; at < runs; at += size) shards.push({ first: first + at, runs: Math.min(size, runs - at) });
  return shards;
}
