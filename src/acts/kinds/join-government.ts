import { writeAct } from '../../world/record.ts';
import { seat, fillOffice } from '../../world/seats.ts';
import { isMember, type Scene } from '../../world/scene.ts';
import { isPerson } from '../actors.ts';
import { seatWorth, tell } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { chiefIssue, lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { satisfied } from '../outside.ts';
import { Rule } from '../rules.ts';

/** An outsider takes a seat, and a vacant post if there is one, in a body that is not a party's own. */
export const joinGovernment = defineAct({
  kind: 'join-government',
  class: 'outside',
  base: -2.75,
  because:
    'Without any reason, about 64 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['outsider'],
  reach: [{ moves: ['voice'], chance: 0.8, company: true, posts: 1, split: -0.05, blame: 0.2, seen: 1 }],
  legal: (s, m) => {
    const { world: w, state: x } = s;
    if (m.body < 0) return Rule.noSeat;
    if (!isPerson(s, m.by) || !w.outsider[m.by]) return Rule.outsider;
    const g = w.bodyOrganisation[m.body];
    if (g >= 0 && !x.belongs[g * w.people + m.by]) return Rule.notMember;
    if (x.seat[m.body * w.people + m.by] === 1) return Rule.occupied;
    if (!x.convened[m.body]) return Rule.notConvened;
    return hasPlace(s, m.body) ? Rule.allowed : Rule.noPlace;
  },
  mean: (s, m, row, at) => {
    const issue = chiefIssue(s, m.by);
    const office = vacancy(s, m.body);
    row[at + Mean.body] = m.body;
    row[at + Mean.issue] = issue;
    row[at + Mean.posts] = Math.min(
      1,
      seatWorth(s, m.body) + (office >= 0 ? s.state.officeWorth[office] : 0),
    );
    row[at + Mean.blame] = 0.2;
    row[at + Mean.split] = -0.05;
    if (issue < 0) return;
    // Inside he answers for the line, and has a voice in it.
    row[at + Mean.said] = lineOf(s, issue);
    row[at + Mean.publicity] = 0.5;
    row[at + Mean.value] = s.state.work[m.by * s.world.issues + issue];
    row[at + Mean.bearing] = Bearing.voice;
    row[at + Mean.chance] = 0.8;
  },
  apply: (s, m) => {
    const at = writeAct(s, m);
    if (m.body < 0 || !isPerson(s, m.by)) return at;
    if (s.state.memberCount[m.body] < s.world.bodyCapacity) seat(s, m.body, m.by, 1);
    const office = m.office >= 0 ? m.office : vacancy(s, m.body);
    if (office >= 0 && s.state.holder[office] < 0 && !s.world.collective[m.by]) fillOffice(s, office, m.by);
    const issue = chiefIssue(s, m.by);
    if (issue >= 0) tell(s, m.by, issue, lineOf(s, issue), 'public', -1);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'join' : 'joins'} ${w.body?.nom ?? 'the government'}`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'входят' : 'входит'} в состав: ${w.body?.nom ?? 'правительство'}`,
  },
});

/** The most valuable vacant post of a body; -1. */
function vacancy(s: Scene, body: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  for (let o = 0; o < w.offices; o++) {
    if (w.officeBody[o] === body && x.holder[o] < 0 && (best < 0 || x.officeWorth[o] > x.officeWorth[best]))
      best = o;
  }
  return best;
}

/** For a partner a place is made; only the list of members sets a limit. */
const hasPlace = (s: Scene, body: number): boolean => s.state.memberCount[body] < s.world.bodyCapacity;

/**
 * Who has come to terms (the line on what matters most to him is near to what he wants); and a party that sits, beside those who govern, in
 * the body to which a government answers: to it the door stands open. Its members wait for their party.
 */
function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (!w.outsider[person]) return;
  const issue = chiefIssue(s, person);
  if (issue < 0) return;
  const agreed = Math.abs(lineOf(s, issue) - x.work[person * w.issues + issue]) <= satisfied;
  let offered = 0;
  for (let r = 0; r < w.bodies && offered < 3; r++) {
    const b = w.bodyOrder[r];
    if (w.bodyOrganisation[b] >= 0 || x.seat[b * w.people + person] || !x.convened[b]) continue;
    const upper = w.superior[b];
    const open =
      w.collective[person] && upper >= 0 && w.bodyOrganisation[upper] < 0 && isMember(s, upper, person);
    if (!agreed && !open) continue;
    menu.start(actNumber('join-government'), person).body = b;
    if (menu.offer(s)) offered++;
  }
}
