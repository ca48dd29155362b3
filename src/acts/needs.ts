import { procTop } from '../world/procedures.ts';
import { now, type Scene, sitsIn } from '../world/scene.ts';
import { nextBody } from '../world/seats.ts';
import { Counter } from '../world/state.ts';
import { isInsider } from './actors.ts';
import { actsFor } from './branches.ts';
import { actNumber, procedureNumber } from './define.ts';
import { chairOf } from './posts.ts';
import { isOutside } from './readmissions.ts';
import { lastResignation, takenBack } from './resignations.ts';

/**
 * What somebody must be or have, or what must be open, for an act of his own to be thinkable at all. Necessary, not sufficient: `propose`
 * looks closer. `open …` names a kind of procedure of which one must be open.
 */
export type Need =
  | 'insider'
  | 'outsider'
  /** Holds an apparatus; holds any post; chairs a body; sits in a body; has a seat or a post; acts for a branch. */
  | 'apparatus'
  | 'office'
  | 'chair'
  | 'seat'
  | 'post'
  | 'branch'
  /** Carries out the line on an issue; or does so, or sits where one is decided, or holds a post. */
  | 'executor'
  | 'say'
  /** Has resigned and may take it back; belongs no longer where he belonged. */
  | 'resigned'
  | 'outside'
  | `open ${string}`;

const bits = {
  insider: 1,
  outsider: 2,
  apparatus: 4,
  office: 8,
  branch: 16,
  executor: 32,
  say: 64,
  resigned: 128,
  chair: 256,
  seat: 512,
  post: 1024,
  outside: 2048,
} as const;

/** Needs as two masks: what the person must be, and which kinds of procedure must be open. */
export interface Needs {
  readonly person: number;
  readonly open: number;
}

export function needsOf(needs: readonly Need[]): Needs {
  let [person, open] = [0, 0];
  for (const need of needs) {
    if (isOpen(need)) open |= 1 << procedureNumber(need.slice('open '.length));
    else person |= bits[need];
  }
  return { person, open };
}

const isOpen = (need: Need): need is `open ${string}` => need.startsWith('open ');

/** What a person is and has, as a mask. O(offices + resources + branches + issues). */
export function standing(s: Scene, person: number): number {
  const { world: w, state: x } = s;
  let mask = isInsider(s, person) ? bits.insider : 0;
  if (w.outsider[person]) mask |= bits.outsider;
  for (let r = 0; r < w.resources; r++)
    if (x.resourceHolder[r] === person && w.resourceKind[r] === 'apparatus') mask |= bits.apparatus;
  for (let o = 0; o < w.offices; o++) {
    if (x.holder[o] !== person) continue;
    mask |= bits.office | bits.say | bits.post;
    if (chairOf(s, w.officeBody[o]) === person) mask |= bits.chair;
  }
  if (nextBody(s, person, 0) < w.bodies) mask |= bits.seat | bits.post;
  for (let h = 0; h < w.branches; h++) if (actsFor(s, person, h)) mask |= bits.branch;
  for (let issue = 0; issue < w.issues; issue++) {
    if (w.issueExecutors[issue].includes(person)) mask |= bits.executor | bits.say;
    if (sitsIn(s, w.issueBody[issue], person)) mask |= bits.say;
  }
  if (x.lastActOf[actNumber('resign')] >= 0 && lastResignation(s, person, now(s) - takenBack) >= 0)
    mask |= bits.resigned;
  if ((mask & bits.insider) !== 0 && isOutside(s, person)) mask |= bits.outside;
  return mask;
}

/** The kinds of procedure of which one is open, as a mask. */
export function openKinds(s: Scene): number {
  const { state: x } = s;
  if (x.counters[Counter.procedures] === 0) return 0;
  let mask = 0;
  const top = procTop(s);
  for (let slot = 0; slot < top; slot++) if (x.procKind[slot] >= 0) mask |= 1 << x.procKind[slot];
  return mask;
}
