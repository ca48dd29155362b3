import { nextBody } from '../../world/seats.ts';
import { shiftTie, tieOf } from '../../world/beliefs.ts';
import { type Move, isBodyCode, writeAct } from '../../world/record.ts';
import { Effect, now, type Scene, sitsIn } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { openBounded } from '../bounded.ts';
import { address, nearestPoint } from '../common.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { dissent, shown } from '../demands.ts';
import { beginRanking, gravest, rank } from '../gravest.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { chairOf } from '../posts.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';
import { findProcedure } from '../../world/procedures.ts';

/** Days that a commission takes over its text. */
const drafting = 1;
/** Matters thought of at a time: the most salient to the chair. */
const most = 3;

/** A body has both sides draft one text. Its chair names the commission: himself and the opponent of most authority. */
export const commission = defineAct({
  kind: 'commission',
  class: 'rule',
  base: -4,
  because:
    'A drafting commission is for the rare moment when both sides want to sign one text: one in fifty.',
  propose,
  needs: ['chair'],
  reach: [
    {
      about: (s, person, issue) => chairOf(s, s.world.issueBody[issue]) === person,
      moves: ['set'],
      wins: true,
      company: true,
      warm: 0.5,
      split: -0.12,
      blame: 0.05,
      seen: 1,
    },
  ],
  legal: (s, m) => {
    if (!isBodyCode(s, m.by)) return Rule.noPower;
    if (m.issue < 0) return Rule.noGrievance;
    if (!s.state.convened[m.by - s.world.people]) return Rule.notConvened;
    if (m.to >= 0 && m.to < s.world.people && !sitsIn(s, m.by - s.world.people, m.to)) return Rule.noSeat;
    const open = findProcedure(s, procedureNumber('drafting'), m.by - s.world.people, m.issue, -1) >= 0;
    return open ? Rule.alreadyOpen : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    row[at + Mean.issue] = m.issue;
    row[at + Mean.body] = m.by - s.world.people;
    row[at + Mean.bearing] = Bearing.motion;
    row[at + Mean.value] = row[at + Mean.said] = m.value;
    row[at + Mean.publicity] = 0.5;
    row[at + Mean.split] = -0.12;
    row[at + Mean.blame] = 0.05;
    row[at + Mean.with] = m.to;
    row[at + Mean.warmth] = 0.5;
  },
  apply: (s, m) => {
    if (m.body < 0 && isBodyCode(s, m.by)) m.body = m.by - s.world.people;
    const at = writeAct(s, m);
    address(s, m.to);
    const chair = m.body >= 0 ? chairOf(s, m.body) : -1;
    if (chair >= 0 && m.to >= 0 && m.to < s.world.people && chair !== m.to) {
      shiftTie(s, chair, m.to, 0.5 * s.effects[Effect.courtTie]);
      shiftTie(s, m.to, chair, 0.5 * s.effects[Effect.courtTie]);
    }
    if (m.body >= 0) addStrain(s, s.world.bodyOrganisation[m.body], -0.04);
    if (m.body >= 0 && m.issue >= 0 && !Number.isNaN(m.value))
      openBounded(s, procedureNumber('drafting'), m, at, now(s) + drafting, 4);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'set' : 'sets'} up a drafting commission${w.to ? ` with ${w.to.nom}` : ''}${w.issue ? ` on ${w.issue}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'создают' : 'создаёт'} редакционную комиссию${w.to ? ` с участием: ${w.to.nom}` : ''}${w.issue ? ` (${w.issue})` : ''}`,
  },
});

/** The chair of a body may put an issue that divides it, and on which nothing is pending, to a commission. */
function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  for (let body = nextBody(s, person, 0); body < w.bodies; body = nextBody(s, person, body + 1)) {
    if (!x.convened[body] || !sitsIn(s, body, person) || chairOf(s, body) !== person) continue;
    beginRanking(w.issues);
    for (let issue = 0; issue < w.issues; issue++)
      if (w.issueBody[issue] === body && findProcedure(s, procedureNumber('motion'), body, issue, -1) < 0)
        rank(issue, x.workSalience[person * w.issues + issue], w.issueKey[issue]);
    for (let offered = 0; offered < most; ) {
      const issue = gravest();
      if (issue < 0) break;
      const opponent = chiefOpponent(s, person, body, issue);
      if (opponent < 0) continue;
      const m: Move = menu.start(actNumber('commission'), w.people + body);
      m.to = opponent;
      m.body = body;
      m.issue = issue;
      m.value = nearestPoint(s, issue, (x.work[person * w.issues + issue] + shown(s, opponent, issue)) / 2);
      m.flags = ActFlag.byBody;
      if (menu.offer(s)) offered++;
    }
  }
}

/** The member of most authority who shows another stance and with whom one can still talk; -1. */
function chiefOpponent(s: Scene, person: number, body: number, issue: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  for (let k = 0; k < x.memberCount[body]; k++) {
    const j = x.memberList[body * w.bodyCapacity + k];
    if (j === person || w.collective[j] || tieOf(s, person, j) < -0.6) continue;
    if (Math.abs(shown(s, j, issue) - x.work[person * w.issues + issue]) <= dissent) continue;
    if (
      best < 0 ||
      x.authority[j] > x.authority[best] ||
      (x.authority[j] === x.authority[best] && w.personKey[j] < w.personKey[best])
    )
      best = j;
  }
  return best;
}
