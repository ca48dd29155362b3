import { ActFlag, Counter, type State } from './state.ts';
import { now, type Scene } from './scene.ts';

/**
 * One act about to be done, or just done: indices into the world, -1 where it does not apply.
 * A single instance is reused by the engine; acts must not keep it.
 */
export interface Move {
  kind: number;
  /** The person who does it; people + body when a body does it; people + bodies + branch when a branch does. */
  by: number;
  /** Person addressed; people + body for a body; -1. */
  to: number;
  body: number;
  issue: number;
  office: number;
  /** Resource or branch, by kind of act. */
  thing: number;
  /** Code within the kind's own options. */
  option: number;
  /** Procedure slot it belongs to or answers. */
  proc: number;
  /** Point on the issue, 0–100; NaN if none. */
  value: number;
  flags: number;
  /** Semantic id of the option (32-bit hash). */
  key: number;
}

export const newMove = (): Move => ({
  kind: -1,
  by: -1,
  to: -1,
  body: -1,
  issue: -1,
  office: -1,
  thing: -1,
  option: -1,
  proc: -1,
  value: Number.NaN,
  flags: 0,
  key: 0,
});

export function clearMove(m: Move): Move {
  m.kind = m.by = m.to = m.body = m.issue = m.office = m.thing = m.option = m.proc = -1;
  m.value = Number.NaN;
  m.flags = m.key = 0;
  return m;
}

/** The votes that a resolution came to. */
export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** The count behind an act of the record; undefined where no votes were counted. */
export function tallyOf(x: State, act: number): Tally | undefined {
  const [yes, no, abstain] = x.actTally.subarray(3 * act, 3 * act + 3);
  return yes + no + abstain > 0 ? { yes, no, abstain } : undefined;
}

export function writeTally(x: State, act: number, yes: number, no: number, abstain: number): void {
  x.actTally[3 * act] = yes;
  x.actTally[3 * act + 1] = no;
  x.actTally[3 * act + 2] = abstain;
}

/** Writes an act into the record of the run and returns its index. Throws a RangeError when the record is full. */
export function writeAct(s: Scene, m: Move): number {
  const x = s.state;
  const at = x.counters[Counter.acts];
  if (at >= x.actKind.length) throw new RangeError(`a run may hold ${x.actKind.length} acts`);
  x.counters[Counter.acts] = at + 1;
  x.actKind[at] = m.kind;
  x.actBy[at] = m.by;
  x.actTo[at] = m.to;
  x.actBody[at] = m.body;
  x.actIssue[at] = m.issue;
  x.actOffice[at] = m.office;
  x.actThing[at] = m.thing;
  x.actOption[at] = m.option;
  x.actTally[3 * at] = x.actTally[3 * at + 1] = x.actTally[3 * at + 2] = 0;
  x.actAnswers[at] = m.proc >= 0 ? x.procOrigin[m.proc] : -1;
  x.actFlags[at] = m.flags;
  x.actTime[at] = now(s);
  x.actValue[at] = m.value;
  x.actEarlier[at] = m.by >= 0 ? x.lastActBy[m.by] : -1;
  if (m.by >= 0) x.lastActBy[m.by] = at;
  x.actAlike[at] = x.lastActOf[m.kind];
  x.lastActOf[m.kind] = at;
  return at;
}

export const isBodyCode = (s: Scene, code: number): boolean =>
  code >= s.world.people && code < s.world.people + s.world.bodies;
export const bodyCode = (s: Scene, body: number): number => s.world.people + body;
export const branchCode = (s: Scene, branch: number): number => s.world.people + s.world.bodies + branch;
export const isSecret = (flags: number): boolean => (flags & ActFlag.secret) !== 0;
