import { writeAct } from '../../world/record.ts';
import { fillOffice, nextBody, unseat } from '../../world/seats.ts';
import { organisationOf, type Scene } from '../../world/scene.ts';
import { isPerson } from '../actors.ts';
import { seatWorth, tell } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { beginRanking, gravest, rank } from '../gravest.ts';
import { chiefIssue } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { forceOf } from '../outside.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** Outsiders, or a party's own body, recall their people from a body: the seats and posts there are given up. */
export const withdrawPeople = defineAct({
  kind: 'withdraw-people',
  class: 'outside',
  base: -5.5,
  because:
    'Without any reason, about 4 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['outsider'],
  reach: [
    {
      aim: 'self',
      publicity: 1,
      moves: ['seats', 'press'],
      chance: 0.7,
      company: true,
      split: 0.05,
      blame: 0.25,
      seen: 1,
    },
  ],
  legal: (s, m) => {
    if (m.body < 0) return Rule.noSeat;
    if (isPerson(s, m.by) && !s.world.outsider[m.by]) return Rule.outsider;
    return firstOfTheirs(s, m.body, m.by) >= 0 ? Rule.allowed : Rule.noPeople;
  },
  mean: (s, m, row, at) => {
    const issue = m.issue >= 0 ? m.issue : isPerson(s, m.by) ? chiefIssue(s, m.by) : -1;
    row[at + Mean.issue] = issue;
    row[at + Mean.body] = m.body;
    row[at + Mean.posts] = -seatWorth(s, m.body);
    row[at + Mean.blame] = 0.25;
    row[at + Mean.split] = 0.05;
    if (issue < 0 || !isPerson(s, m.by)) return;
    const own = s.state.work[m.by * s.world.issues + issue];
    row[at + Mean.value] = own;
    row[at + Mean.said] = own;
    row[at + Mean.publicity] = 1;
    // One's votes are lost where the issue is decided; what remains is pressure from outside.
    row[at + Mean.bearing] = m.body === s.world.issueBody[issue] ? Bearing.leave : Bearing.press;
    row[at + Mean.chance] = 0.7 * forceOf(s, m.by);
  },
  apply: (s, m) => {
    const at = writeAct(s, m);
    if (m.body < 0) return at;
    const guard = s.state.memberCount[m.body];
    for (let n = 0; n < guard; n++) {
      const p = firstOfTheirs(s, m.body, m.by);
      if (p < 0) break;
      leave(s, m.body, p);
    }
    addStrain(s, s.world.bodyOrganisation[m.body], 0.02);
    const issue = m.issue >= 0 ? m.issue : isPerson(s, m.by) ? chiefIssue(s, m.by) : -1;
    if (issue >= 0 && isPerson(s, m.by))
      tell(s, m.by, issue, s.state.work[m.by * s.world.issues + issue], 'public', -1);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'recall their' : 'recalls its'} people from ${w.body?.nom ?? 'the body'}`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'отзывают' : 'отзывает'} своих людей: ${w.body?.nom ?? 'орган'}`,
  },
});

/** The first member of a body who is one of theirs: the outsider himself, or somebody of his organisation; of a party body: of its party. */
function firstOfTheirs(s: Scene, body: number, by: number): number {
  const { world: w, state: x } = s;
  const person = isPerson(s, by);
  const g = person ? organisationOf(s, by) : (w.bodyOrganisation[by - w.people] ?? -1);
  for (let k = 0; k < x.memberCount[body]; k++) {
    const p = x.memberList[body * w.bodyCapacity + k];
    if (p === by || (g >= 0 && g !== w.bodyOrganisation[body] && x.belongs[g * w.people + p])) return p;
  }
  return -1;
}

function leave(s: Scene, body: number, person: number): void {
  unseat(s, body, person);
  for (let o = 0; o < s.world.offices; o++)
    if (s.state.holder[o] === person && s.world.officeBody[o] === body) fillOffice(s, o, -1);
}

/** From the bodies their people sit in, the lower ones first. */
function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (!w.outsider[person]) return;
  beginRanking(w.bodies);
  for (let b = nextBody(s, person, 0); b < w.bodies; b = nextBody(s, person, b + 1))
    if (x.seat[b * w.people + person] && x.convened[b]) rank(b, -w.bodyRank[b], w.bodyKey[b]);
  let offered = 0;
  for (let b = gravest(); b >= 0 && offered < 4; b = gravest()) {
    menu.start(actNumber('withdraw-people'), person).body = b;
    if (menu.offer(s)) offered++;
  }
}
