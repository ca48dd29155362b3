import { openProcedure, procTop } from '../../world/procedures.ts';
import { isBodyCode, type Move, writeAct } from '../../world/record.ts';
import { now, type Scene, sitsIn } from '../../world/scene.ts';
import { Counter, procedureCapacity } from '../../world/state.ts';
import { address, tell } from '../common.ts';
import { shareFor } from '../branches.ts';
import { congressOf, demandCongress } from '../congresses.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { beginRanking, gravest, rank } from '../gravest.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { grievance, ownPoint } from '../papers.ts';
import { Rule } from '../rules.ts';
import { MotionOption } from './motion.ts';

/** Salience times distance, in points, from which one goes over the head of one's own body. */
const enough = 10;
/** Matters thought of at a time: those that strain him most. */
const most = 4;
/** Days until a superior body that sits takes it up. */
const delay = 3;

/** Over the head of one's own body to the one above it: a motion there if it sits, else a demand that it be called. */
export const appeal = defineAct({
  kind: 'appeal',
  class: 'voice',
  base: -8.25,
  because:
    'Without any reason, about 26 in a hundred thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['seat'],
  reach: [
    {
      aim: 'own',
      about: strains,
      publicity: 0.7,
      moves: ['set'],
      wins: true,
      company: true,
      split: 0.05,
      blame: 0.15,
      seen: 1,
    },
    {
      aim: 'own',
      about: strains,
      publicity: 0.7,
      moves: ['press'],
      chance: 0.5,
      company: true,
      split: 0.05,
      blame: 0.15,
      seen: 1,
    },
  ],
  legal: (s, m) => {
    if (m.by < 0 || m.by >= s.world.people) return Rule.collective;
    const upper = above(s, m);
    if (upper < 0) return Rule.noSuperior;
    if (m.body >= 0 && m.body !== upper && !sitsIn(s, m.body, m.by)) return Rule.noSeat;
    if (m.issue < 0 || Number.isNaN(m.value)) return Rule.noGrievance;
    return isPending(s, upper, m.issue, m.by) ? Rule.alreadyOpen : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    const { world: w, state: x } = s;
    const upper = above(s, m);
    const decider = w.issueBody[m.issue];
    const line = x.line[decider * w.issues + m.issue];
    row[at + Mean.issue] = m.issue;
    row[at + Mean.value] = row[at + Mean.said] = m.value;
    row[at + Mean.publicity] = 0.7;
    row[at + Mean.split] = 0.05;
    row[at + Mean.blame] = 0.15;
    row[at + Mean.authority] = decider;
    row[at + Mean.breach] = 0.2;
    const sits = x.convened[upper] === 1;
    row[at + Mean.body] = sits ? upper : decider;
    row[at + Mean.bearing] = sits ? Bearing.motion : Bearing.press;
    row[at + Mean.chance] = sits ? 1 : 0.5 * shareFor(s, m.issue, m.value, line);
  },
  apply: (s, m) => {
    const x = s.state;
    const upper = above(s, m);
    if (m.to < 0 && upper >= 0) m.to = s.world.people + upper;
    const at = writeAct(s, m);
    if (upper < 0 || m.by >= s.world.people) return at;
    if (m.issue >= 0 && m.body >= 0) tell(s, m.by, m.issue, m.value, 'body', m.body);
    address(s, m.to);
    if (!x.convened[upper]) demandCongress(s, m, congressOf(s, upper), at, true);
    else if (m.issue >= 0 && !Number.isNaN(m.value) && x.counters[Counter.procedures] < procedureCapacity - 8)
      putThere(s, m, upper, at);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'appeal' : 'appeals'} to ${w.to?.nom ?? 'the body above'}${w.issue ? ` on ${w.issue}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'апеллируют' : 'апеллирует'} к вышестоящему органу${w.to ? ` (${w.to.nom})` : ''}${w.issue ? `: ${w.issue}` : ''}`,
  },
});

/** The body appealed to. */
function above(s: Scene, m: Move): number {
  if (isBodyCode(s, m.to)) return m.to - s.world.people;
  return m.body >= 0 ? s.world.superior[m.body] : -1;
}

function putThere(s: Scene, m: Move, upper: number, at: number): void {
  const from = m.body;
  const option = m.option;
  m.body = upper;
  m.option = MotionOption.line;
  openProcedure(s, procedureNumber('motion'), m, at, now(s) + delay);
  m.body = from;
  m.option = option;
}

/** Is such an appeal of his under way already, there or as a demand for a congress? */
function isPending(s: Scene, upper: number, issue: number, by: number): boolean {
  const x = s.state;
  const motion = procedureNumber('motion');
  const congress = procedureNumber('congress');
  for (let slot = 0; slot < procTop(s); slot++) {
    if (x.procBody[slot] !== upper) continue;
    if (x.procKind[slot] === motion && x.procIssue[slot] === issue) return true;
    if (x.procKind[slot] === congress && x.mark[slot * s.world.people + by] !== 0) return true;
  }
  return false;
}

/** Is he at odds with a body in which he sits and above which there is another? */
function strains(s: Scene, person: number, issue: number): boolean {
  return (
    s.world.superior[s.world.issueBody[issue]] >= 0 &&
    sitsIn(s, s.world.issueBody[issue], person) &&
    grievance(s, person, issue) >= enough
  );
}

function propose(s: Scene, person: number, menu: Menu): void {
  const w = s.world;
  if (w.collective[person]) return;
  beginRanking(w.issues);
  for (let issue = 0; issue < w.issues; issue++) {
    const body = w.issueBody[issue];
    const strain = grievance(s, person, issue);
    if (w.superior[body] >= 0 && sitsIn(s, body, person) && strain >= enough)
      rank(issue, strain, w.issueKey[issue]);
  }
  for (let offered = 0; offered < most; ) {
    const issue = gravest();
    if (issue < 0) return;
    const body = w.issueBody[issue];
    const m = menu.start(actNumber('appeal'), person);
    m.body = body;
    m.to = w.people + w.superior[body];
    m.issue = issue;
    m.value = ownPoint(s, person, issue);
    if (menu.offer(s)) offered++;
  }
}
