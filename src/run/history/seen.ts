import type { HistoricalAct } from './compile.ts';

/** How the model saw one act of the record. */
export type Seen =
  /** He had the choice and the model gave this probability. */
  | 'chosen'
  /** A body's or a branch's act, or what follows from another: nobody's single choice. */
  | 'consequence'
  /** Legal, but not among the candidates that the model considers: a report on the model. */
  | 'outside-candidates'
  /** The rules as coded forbid it; applied all the same. */
  | 'off-model'
  /** Not what occurred (threatened, reported …): shown, without effect. */
  | 'not-occurred'
  /** This version knows no such act. */
  | 'unknown-kind';

/** One option as it stood before the act. */
export interface OptionSeen {
  readonly row: number;
  readonly kind: number;
  readonly to: number;
  readonly body: number;
  readonly issue: number;
  readonly office: number;
  readonly option: number;
  readonly value: number;
  readonly probability: number;
}

export interface ReplayedAct {
  readonly act: HistoricalAct;
  /** The person who chose; -1 for bodies and branches. */
  readonly person: number;
  readonly seen: Seen;
  /** Probability the model gave to what happened, at that moment: to every option that the record may mean. NaN if it does not apply. */
  readonly probability: number;
  /** −log₂ of it. */
  readonly bits: number;
  /** Rule that forbids it, 0 if none. */
  readonly rule: number;
  /** The likeliest options at that moment, waiting included (row −1), by probability. */
  readonly options: readonly OptionSeen[];
  /** The option in the menu that stands for what happened; −1 waiting, −2 none. */
  readonly row: number;
  /** The option differs from the record in a detail that the model does not tell apart (`match.ts`). */
  readonly near: boolean;
  /** Were the options drawn from in stages, the kind first (initiative, a meeting)? */
  readonly nested: boolean;
  /** Index of the act written to the state's record, -1 if none. */
  readonly written: number;
}

/** What is known of a choice before the act is carried out. */
export interface Judged {
  readonly person: number;
  readonly seen: Seen;
  readonly probability: number;
  readonly rule: number;
  readonly options: readonly OptionSeen[];
  readonly row: number;
  readonly near: boolean;
  readonly nested: boolean;
}

/** Nobody's single choice. */
export const nobody: Judged = {
  person: -1,
  seen: 'consequence',
  probability: Number.NaN,
  rule: 0,
  options: [],
  row: -2,
  near: false,
  nested: false,
};

export function unseen(act: HistoricalAct, seen: Seen): ReplayedAct {
  return { ...nobody, act, seen, bits: 0, written: -1 };
}
