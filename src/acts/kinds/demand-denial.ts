import { tieOf } from '../../world/beliefs.ts';
import { setMark } from '../../world/procedures.ts';
import { isBodyCode, type Move, writeAct } from '../../world/record.ts';
import { now, type Scene, sitsIn } from '../../world/scene.ts';
import { Mark } from '../../world/state.ts';
import { isInsider, isPerson } from '../actors.ts';
import { openBounded } from '../bounded.ts';
import { address } from '../common.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { rumouredIssue, rumours, wouldBeAsked } from '../denials.ts';
import { lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { holdingOf } from '../organs.ts';
import { chairOf } from '../posts.ts';
import { findProcedure } from '../../world/procedures.ts';
import { recently } from '../recent.ts';
import { Rule } from '../rules.ts';

const mostDenials = 3;
/** Days before one asks for another. */
const silence = 21;

/** The demand that colleagues sign that there is no disagreement: the line is given as the common stand. */
export const demandDenial = defineAct({
  kind: 'demand-denial',
  class: 'voice',
  base: -5.5,
  because:
    'Without any reason, about 4 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider'],
  reach: [{ moves: ['voice'], chance: 0.6, company: true, cold: 0.5, split: -0.06, blame: -0.15, seen: 1 }],
  legal: (s, m) => {
    const body = bodyOf(s, m);
    if (body < 0) return Rule.noSeat;
    if (findProcedure(s, procedureNumber('denial'), body, -1, -1) >= 0) return Rule.alreadyOpen;
    if (isPerson(s, m.by) && !mayDemand(s, m.by, body)) return Rule.noPower;
    const issue = m.issue >= 0 ? m.issue : rumouredIssue(s, body);
    return issue >= 0 && isRumoured(s, body, issue, m.by) ? Rule.allowed : Rule.noRumour;
  },
  mean: (s, m, row, at) => {
    const rival = chiefDissenter(s, bodyOf(s, m), m.issue, m.by);
    row[at + Mean.issue] = m.issue;
    row[at + Mean.body] = m.body;
    row[at + Mean.value] = m.value;
    row[at + Mean.said] = m.value;
    row[at + Mean.publicity] = 0.5;
    // Those who sign have bound themselves; those who refuse are the splitters.
    row[at + Mean.bearing] = Bearing.voice;
    row[at + Mean.chance] = 0.6;
    row[at + Mean.split] = -0.06;
    row[at + Mean.blame] = -0.15;
    row[at + Mean.with] = rival;
    row[at + Mean.warmth] = -0.5;
  },
  apply: (s, m) => {
    if (m.body < 0) m.body = bodyOf(s, m);
    if (m.issue < 0 && m.body >= 0) m.issue = rumouredIssue(s, m.body);
    if (Number.isNaN(m.value) && m.issue >= 0) m.value = lineOf(s, m.issue);
    const at = writeAct(s, m);
    if (m.body < 0 || m.issue < 0) return at;
    const slot = openBounded(s, procedureNumber('denial'), m, at, now(s) + 1, mostDenials);
    if (slot >= 0) ask(s, m, slot);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'demand' : 'demands'} of ${w.to?.nom ?? 'colleagues'} a denial of all disagreement${w.issue ? ` (${w.issue})` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'требуют' : 'требует'}, чтобы ${w.to?.nom ?? 'коллеги'} подписали опровержение слухов о разногласиях${w.issue ? ` (${w.issue})` : ''}`,
  },
});

const bodyOf = (s: Scene, m: Move): number => {
  if (m.body >= 0) return m.body;
  if (m.issue >= 0) return s.world.issueBody[m.issue];
  return isBodyCode(s, m.by) ? m.by - s.world.people : -1;
};

/** Its leaders may: the chair, or whoever holds an apparatus and sits there. */
const mayDemand = (s: Scene, person: number, body: number): boolean =>
  sitsIn(s, body, person) && (chairOf(s, body) === person || holdingOf(s, person, 'apparatus') > 0);

function isRumoured(s: Scene, body: number, issue: number, by: number): boolean {
  const g = s.world.bodyOrganisation[body];
  if (g >= 0 && s.state.strain[g] >= rumours) return true;
  return chiefDissenter(s, body, issue, by) >= 0;
}

/** The known dissenter of most authority, other than the one who asks; -1. */
function chiefDissenter(s: Scene, body: number, issue: number, by: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  if (body < 0 || issue < 0) return best;
  for (let k = 0; k < x.memberCount[body]; k++) {
    const j = x.memberList[body * w.bodyCapacity + k];
    if (j === by || !wouldBeAsked(s, body, j, issue)) continue;
    if (
      best < 0 ||
      x.authority[j] > x.authority[best] ||
      (x.authority[j] === x.authority[best] && w.personKey[j] < w.personKey[best])
    )
      best = j;
  }
  return best;
}

/** Those whom the record names are asked; in a run, all known dissenters of the body. */
function ask(s: Scene, m: Move, slot: number): void {
  const { party, world: w, state: x } = s;
  for (let k = 0; k < party.toCount; k++) askOne(s, slot, party.to[k]);
  if (party.toCount > 0) return;
  if (isPerson(s, m.to)) askOne(s, slot, m.to);
  for (let k = 0; k < x.memberCount[m.body]; k++) {
    const j = x.memberList[m.body * w.bodyCapacity + k];
    if (j !== m.by && wouldBeAsked(s, m.body, j, m.issue)) askOne(s, slot, j);
  }
}

function askOne(s: Scene, slot: number, person: number): void {
  setMark(s, slot, person, Mark.asked);
  address(s, person);
}

function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w } = s;
  if (!isInsider(s, person)) return;
  for (let body = 0; body < w.bodies; body++) {
    if (!s.state.convened[body] || !mayDemand(s, person, body)) continue;
    const issue = rumouredIssue(s, body);
    if (issue < 0 || recently(s, actNumber('demand-denial'), person, -1, -1, silence)) continue;
    const rival = chiefDissenter(s, body, issue, person);
    if (rival < 0 || tieOf(s, person, rival) > 0.5) continue;
    const m = menu.start(actNumber('demand-denial'), person);
    m.to = rival;
    m.body = body;
    m.issue = issue;
    m.value = lineOf(s, issue);
    menu.offer(s);
  }
}
