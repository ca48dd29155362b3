import type { Words } from '../episode/types.ts';

/** A check before long work. */
export interface Check {
  readonly id: 'episode' | 'changes' | 'sample' | 'forced' | 'memory' | 'folder' | 'kept' | 'room';
  readonly passed: boolean;
  /** Without it the work is not begun. */
  readonly needed: boolean;
  /** Numbers that the check speaks of, by what they are. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** The list before long work: what, how many, how long, how much room, checks. */
export interface Survey {
  readonly episode: { readonly id: string; readonly title: Words; readonly hash: string };
  /** The question in words; undefined for plain runs. */
  readonly ask: Words | undefined;
  readonly twins: boolean;
  readonly runs: number;
  /** Runs that are still to be done. */
  readonly missing: number;
  readonly seed: number;
  readonly workers: number;
  /** Of all workers together, for what is missing; rough. */
  readonly seconds: number;
  readonly secondsPerRun: number;
  /** Where the runs are kept; undefined if they are not. */
  readonly folder: string | undefined;
  /** On disk; undefined if nothing is kept. */
  readonly bytes: number | undefined;
  readonly checks: readonly Check[];
}

/** Seconds beyond which work counts as long. */
export const longWork = 30;
