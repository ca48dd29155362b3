import { believed } from '../world/beliefs.ts';
import { isMember, type Scene, sitsIn } from '../world/scene.ts';
import { procedureCapacity } from '../world/state.ts';
import { isPerson } from './actors.ts';
import { procedureNumber } from './define.ts';
import { lineOf } from './issues.ts';
import { hardestDemand, satisfied } from './outside.ts';
import { chairOf } from './posts.ts';

export const concessionOptions = ['sincere', 'tactical'] as const;
export const Concession = { sincere: 0, tactical: 1 } as const;

/** Points by which one may already lean the way of a concession and still give ground in making it; from which somebody is an opponent. */
const leaning = 10;
const opposes = 20;

/**
 * Is it his to concede `value` on an issue? He does not want the line to move that way, and he is one of those who can give ground in its
 * name: an executor of the issue, the chair of the deciding body, or the member of highest authority among those who do not want it
 * either, if they have half of the votes.
 */
export function holdsLine(s: Scene, person: number, issue: number, value: number): boolean {
  const { world: w, state: x } = s;
  const line = lineOf(s, issue);
  if (Number.isNaN(line)) return false;
  const way = value < line ? -1 : 1;
  if ((x.work[person * w.issues + issue] - line) * way > leaning) return false;
  const body = w.issueBody[issue];
  if (w.issueExecutors[issue].includes(person) || chairOf(s, body) === person) return true;
  return sitsIn(s, body, person) && leads(s, person, body, issue, line, way);
}

/** Does he lead the majority that holds out on this side of the line? */
function leads(s: Scene, person: number, body: number, issue: number, line: number, way: number): boolean {
  const { world: w, state: x } = s;
  let votes = 0;
  let all = 0;
  for (let k = 0; k < x.memberCount[body]; k++) {
    const j = x.memberList[body * w.bodyCapacity + k];
    const votesHere = isMember(s, body, j) ? w.size[j] : 0;
    all += votesHere;
    if (j !== person && (x.publicMean[j * w.issues + issue] - line) * way > leaning) continue;
    votes += votesHere;
    if (j === person || w.collective[j]) continue;
    if (
      x.authority[j] > x.authority[person] ||
      (x.authority[j] === x.authority[person] && w.personKey[j] < w.personKey[person])
    )
      return false;
  }
  return 2 * votes >= all;
}

/** May he concede anything at all, whichever way? Most people may not, and are told so quickly. */
export function mayConcede(s: Scene, person: number, issue: number): boolean {
  const body = s.world.issueBody[issue];
  if (s.world.issueExecutors[issue].includes(person) || chairOf(s, body) === person) return true;
  if (!sitsIn(s, body, person)) return false;
  const line = lineOf(s, issue);
  return leads(s, person, body, issue, line, 1) || leads(s, person, body, issue, line, -1);
}

/** To whom ground would be given: whoever presses the hardest demand, else the member of most authority believed to stand against the line; -1. */
export function demanderOn(s: Scene, person: number, issue: number): number {
  const { world: w, state: x } = s;
  const line = lineOf(s, issue);
  const slot = hardestDemand(s, issue, person);
  if (slot >= 0 && isPerson(s, x.procBy[slot]) && Math.abs(x.procValue[slot] - line) > satisfied)
    return x.procBy[slot];
  const body = w.issueBody[issue];
  let best = -1;
  for (let k = 0; k < x.memberCount[body]; k++) {
    const j = x.memberList[body * w.bodyCapacity + k];
    if (j === person || w.collective[j] || Math.abs(believed(s, person, j, issue) - line) < opposes) continue;
    if (
      best < 0 ||
      x.authority[j] > x.authority[best] ||
      (x.authority[j] === x.authority[best] && w.personKey[j] < w.personKey[best])
    )
      best = j;
  }
  return best;
}

/** How hot the quarrel is, 0–1: the strain of the organisation, or the force of the demand pressed. */
export function heat(s: Scene, issue: number): number {
  const g = s.world.bodyOrganisation[s.world.issueBody[issue]];
  const slot = hardestDemand(s, issue, -1);
  return Math.max(g >= 0 ? s.state.strain[g] : 0, slot >= 0 ? s.state.procForce[slot] : 0);
}

/** The concession in force on an issue; -1. Its value is what was conceded, its force the line before. */
export function concessionOn(s: Scene, issue: number): number {
  const x = s.state;
  const kind = procedureNumber('concession');
  for (let slot = 0; slot < procedureCapacity; slot++)
    if (x.procKind[slot] === kind && x.procIssue[slot] === issue) return slot;
  return -1;
}
