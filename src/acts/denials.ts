import { markOf, procTop } from '../world/procedures.ts';
import { type Scene, sitsIn } from '../world/scene.ts';
import { Mark } from '../world/state.ts';
import { procedureNumber } from './define.ts';
import { graver } from './gravest.ts';
import { lineOf } from './issues.ts';

/** Points from the line beyond which somebody's publicly known stand is a rumour that calls for a denial; strain that makes one likely. */
export const known = 25;
export const rumours = 0.08;

/** Is a person publicly believed to be at odds with the line? */
export function isKnownDissenter(s: Scene, person: number, issue: number): boolean {
  const cell = person * s.world.issues + issue;
  return Math.abs(s.state.publicMean[cell] - lineOf(s, issue)) > known;
}

/** The issue on which most members of the body that decides it are publicly believed to be at odds with the line; -1 if on none. */
export function rumouredIssue(s: Scene, body: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  let most = 0;
  for (let issue = 0; issue < w.issues; issue++) {
    if (w.issueBody[issue] !== body) continue;
    let n = 0;
    for (let k = 0; k < x.memberCount[body]; k++) {
      const j = x.memberList[body * w.bodyCapacity + k];
      if (!w.collective[j] && isKnownDissenter(s, j, issue)) n++;
    }
    if (n > 0 && (best < 0 || graver(n, w.issueKey[issue], most, w.issueKey[best]))) {
      most = n;
      best = issue;
    }
  }
  return best;
}

/** The denial that a person has been asked to sign and has not answered; -1. */
export function denialOf(s: Scene, person: number): number {
  const x = s.state;
  const kind = procedureNumber('denial');
  for (let slot = 0; slot < procTop(s); slot++)
    if (x.procKind[slot] === kind && isPending(s, slot, person)) return slot;
  return -1;
}

export const isPending = (s: Scene, slot: number, person: number): boolean => {
  const mark = markOf(s, slot, person);
  return mark === Mark.asked || mark === Mark.evaded;
};

/** Is he one of those who would be asked: a member who is known to dissent? */
export const wouldBeAsked = (s: Scene, body: number, person: number, issue: number): boolean =>
  sitsIn(s, body, person) && !s.world.collective[person] && isKnownDissenter(s, person, issue);
