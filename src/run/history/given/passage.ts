import type { Engine } from '../../engine.ts';
import { procedureCapacity } from '../../../world/state.ts';
import type { ConditionedLuck } from './luck.ts';
import type { Given } from './steps.ts';

/** How a step was seen in the world of history. */
export const Seen = {
  none: 0,
  chosen: 1,
  consequence: 2,
  /** The model gives it no chance: not among the options, or against the rules. */
  imposed: 3,
  decided: 4,
  /** A decision that no votes as modelled bring about. */
  imposedDecision: 5,
} as const;

/** How far a world has come along the record, besides its state: copied with it. */
export interface Passage {
  /** By act given: its place in the world's own record, −1 not (yet) done. */
  readonly written: Int32Array;
  /** By procedure slot: 1 + the act that opened it, if the record says how it goes on; 0 if the engine does. */
  readonly held: Int32Array;
  /** By person: moments of his own expected so far (see `weighSilence`). */
  readonly expected: Float64Array;
  /** Log-weight gathered. */
  weight: number;
}

export const newPassage = (given: Given, people: number): Passage => ({
  written: new Int32Array(given.acts).fill(-1),
  held: new Int32Array(procedureCapacity),
  expected: new Float64Array(people),
  weight: 0,
});

export function copyPassage(from: Passage, to: Passage): void {
  to.written.set(from.written);
  to.held.set(from.held);
  to.expected.set(from.expected);
  to.weight = from.weight;
}

/** What the world of history was like at each step: what a twin needs to know. */
export interface Trace {
  readonly seen: Uint8Array;
  /** Rule that forbade the step, 0 if none. */
  readonly rule: Int32Array;
  /** Rate of the person's moments then, per day. */
  readonly rate: Float64Array;
}

export const newTrace = (given: Given): Trace => ({
  seen: new Uint8Array(given.steps.length),
  rule: new Int32Array(given.steps.length),
  rate: new Float64Array(given.steps.length),
});

/** A world on its way along the record. */
export interface Walk {
  readonly engine: Engine;
  readonly given: Given;
  passage: Passage;
  /** Luck and trace are kept when twins are to follow; weighing needs neither. */
  readonly luck: ConditionedLuck | undefined;
  readonly trace: Trace | undefined;
  /** A twin of the world of history, rather than that world itself. */
  readonly twin: boolean;
  /** Moments of the engine's plan carried out. */
  planned: number;
}
