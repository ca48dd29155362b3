import { nextBody } from '../../world/seats.ts';
import { markOf } from '../../world/procedures.ts';
import { isBodyCode, type Move, writeAct } from '../../world/record.ts';
import { type Scene, sitsIn } from '../../world/scene.ts';
import { ActFlag, Mark } from '../../world/state.ts';
import { actsFor, branchOf, shareFor } from '../branches.ts';
import { Call, congressOf, demandCongress, hasCalled, mayCall, openCall } from '../congresses.ts';
import { actNumber, defineAct } from '../define.ts';
import { beginRanking, graver, gravest, rank } from '../gravest.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { grievance, ownPoint } from '../papers.ts';
import { isAbove } from '../posts.ts';
import { Rule } from '../rules.ts';
import { gravestIssue } from './resign.ts';

/** Salience times distance, in points, from which a member appeals to the whole organisation; distance for a branch. */
const enough = 15;
const far = 20;

/** A congress is demanded, or called: by a body that may (after a motion), by members, by branches. */
export const callCongress = defineAct({
  kind: 'call-congress',
  class: 'rule',
  thing: 'branch',
  base: -7.75,
  because:
    'Without any reason, about 4 in ten thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  reach: [{ publicity: 0.7, moves: ['press'], chance: 0.6, company: true, split: 0.1, blame: 0.2, seen: 1 }],
  legal: (s, m) => {
    const congress = congressOf(s, m.body);
    if (congress < 0) return Rule.noSuperior;
    const slot = openCall(s, congress);
    if (slot >= 0 && s.state.procState[slot] !== Call.demanded) return Rule.alreadyOpen;
    if (branchOf(s, m.by) >= 0) return hasCalled(s, m.by, slot) ? Rule.answered : Rule.allowed;
    if (isBodyCode(s, m.by)) return mayCall(s, m.by - s.world.people, congress) ? Rule.allowed : Rule.noPower;
    if (!sitsBelow(s, m.by, congress)) return Rule.noSeat;
    return slot >= 0 && markOf(s, slot, m.by) === Mark.yes ? Rule.answered : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    const { world: w, state: x } = s;
    const slot = openCall(s, congressOf(s, m.body));
    row[at + Mean.split] = 0.1;
    row[at + Mean.blame] = 0.2;
    if (slot >= 0) {
      row[at + Mean.joins] = slot;
      row[at + Mean.side] = 1;
    }
    if (m.issue < 0) return;
    const decider = w.issueBody[m.issue];
    const line = x.line[decider * w.issues + m.issue];
    row[at + Mean.issue] = m.issue;
    row[at + Mean.body] = row[at + Mean.authority] = decider;
    row[at + Mean.bearing] = Bearing.press;
    row[at + Mean.value] = row[at + Mean.said] = m.value;
    row[at + Mean.publicity] = 0.7;
    // To go over the head of one's own body breaks its authority a little, whatever one says.
    row[at + Mean.breach] = 0.2;
    row[at + Mean.chance] = 0.6 * shareFor(s, m.issue, m.value, line);
  },
  apply: (s, m) => {
    const congress = congressOf(s, m.body);
    const fresh = branchOf(s, m.by) >= 0 && !hasCalled(s, m.by, congress >= 0 ? openCall(s, congress) : -1);
    const at = writeAct(s, m);
    if (congress >= 0) demandCongress(s, m, congress, at, fresh);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'call' : 'calls'} for a congress`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'требуют' : 'требует'} созыва съезда`,
  },
});

export function sitsBelow(s: Scene, person: number, congress: number): boolean {
  if (person < 0 || person >= s.world.people) return false;
  for (let b = nextBody(s, person, 0); b < s.world.bodies; b = nextBody(s, person, b + 1))
    if (b !== congress && isAbove(s, congress, b) && sitsIn(s, b, person)) return true;
  return false;
}

function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (w.collective[person]) return;
  const issue = gravestIssue(s, person, -1);
  if (issue >= 0 && grievance(s, person, issue) >= enough && sitsIn(s, w.issueBody[issue], person)) {
    const m = menu.start(actNumber('call-congress'), person);
    offer(s, m, congressOf(s, w.issueBody[issue]), issue, ownPoint(s, person, issue), menu);
  }
  // Of the branches he acts for those that are furthest from the line.
  beginRanking(w.branches * w.issues);
  for (let h = 0; h < w.branches; h++) {
    if (!actsFor(s, person, h)) continue;
    const apart = furthest(s, h);
    if (apart >= 0) rank(h * w.issues + apart, gapOf(s, h, apart), w.branchKey[h]);
  }
  let offered = 0;
  for (let cell = gravest(); cell >= 0 && offered < 4; cell = gravest()) {
    const h = Math.floor(cell / w.issues);
    const apart = cell % w.issues;
    const m = menu.start(actNumber('call-congress'), w.people + w.bodies + h);
    m.thing = h;
    m.flags = ActFlag.byBranch;
    if (offer(s, m, congressOf(s, w.issueBody[apart]), apart, x.branchLean[h * w.issues + apart], menu))
      offered++;
  }
}

function offer(s: Scene, m: Move, congress: number, issue: number, value: number, menu: Menu): boolean {
  m.body = congress;
  m.issue = issue;
  m.value = value;
  return congress >= 0 && menu.offer(s);
}

/** The issue on which a branch leans furthest from the line, if far; -1. */
function furthest(s: Scene, branch: number): number {
  const { world: w } = s;
  let best = -1;
  let most = far;
  for (let issue = 0; issue < w.issues; issue++) {
    const gap = gapOf(s, branch, issue);
    if (gap >= far && (best < 0 || graver(gap, w.issueKey[issue], most, w.issueKey[best]))) {
      most = gap;
      best = issue;
    }
  }
  return best;
}

/** How far a branch leans from the line on an issue, points. NaN without a line. */
function gapOf(s: Scene, branch: number, issue: number): number {
  const { world: w, state: x } = s;
  return Math.abs(x.branchLean[branch * w.issues + issue] - x.line[w.issueBody[issue] * w.issues + issue]);
}
