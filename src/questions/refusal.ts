import { ruleText } from '../acts/rules.ts';

/** One forced act that the rules forbade: which, by whom, by which rule, in how many runs. */
export interface Refusal {
  /** Number of the intervention in the question, from 0. */
  readonly change: number;
  /** Code of the actor. */
  readonly by: number;
  readonly rule: number;
  readonly times: number;
}

/** What became of forced acts. */
export interface ForceReport {
  carriedOut: number;
  /** Runs that could not go on because the rules forbade what the question forces. */
  refused: number;
  readonly refusals: Refusal[];
}

export const newForceReport = (): ForceReport => ({ carriedOut: 0, refused: 0, refusals: [] });

/** Thrown in a run when the rules forbid at that moment what a question forces: the pair of twins has no answer to give. */
export class ForceRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, act: string, by: string, day: string) {
    super(`on ${day} the rules forbid the forced act "${act}" by ${by}: ${ruleText(refusal.rule, 'en')}`);
    this.refusal = refusal;
  }
}

/** Adds one refusal to those that are known. */
export function addRefusal(list: Refusal[], r: Refusal): void {
  const at = list.findIndex((x) => x.change === r.change && x.by === r.by && x.rule === r.rule);
  const known = list[at];
  if (known) list[at] = { ...known, times: known.times + r.times };
  else list.push(r);
}

/** The commonest first; equals in the order of the question. */
export const sortedRefusals = (list: readonly Refusal[]): readonly Refusal[] =>
  [...list].sort((a, b) => b.times - a.times || a.change - b.change || a.by - b.by || a.rule - b.rule);
