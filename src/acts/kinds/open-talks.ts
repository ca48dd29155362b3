import { procTop } from '../../world/procedures.ts';
import { tieOf } from '../../world/beliefs.ts';
import { writeAct } from '../../world/record.ts';
import { type Scene, sitsIn } from '../../world/scene.ts';
import { Counter } from '../../world/state.ts';
import { isInsider, isPerson } from '../actors.ts';
import { address } from '../common.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { demandOf, forceOf, openTalks, talksWith } from '../outside.ts';
import { Rule } from '../rules.ts';

/** Talks begin between a body and an outsider, with a mandate: the body's line on that day, unless the record knows another. */
export const openTalksAct = defineAct({
  kind: 'open-talks',
  class: 'outside',
  base: -4,
  because:
    'Without any reason, about 18 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider', 'open demand'],
  reach: [{ moves: ['yield'], chance: 0.4, company: true, warm: 0.4, split: -0.1, blame: 0.1, seen: 1 }],
  legal: (s, m) => {
    if (m.issue < 0) return Rule.notAddressed;
    if (!isPerson(s, m.to) || !s.world.outsider[m.to]) return Rule.outsider;
    if (talksWith(s, m.to, m.issue) >= 0) return Rule.alreadyOpen;
    return isPerson(s, m.by) && !maySpeak(s, m.by, m.issue) ? Rule.noSeat : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    const x = s.state;
    const slot = demandOf(s, m.to, m.issue);
    const asked = slot >= 0 ? x.procValue[slot] : x.publicMean[m.to * s.world.issues + m.issue];
    row[at + Mean.issue] = m.issue;
    row[at + Mean.body] = m.body;
    row[at + Mean.with] = m.to;
    row[at + Mean.warmth] = 0.4;
    // Who talks will give something: somewhere between the mandate and what is asked.
    row[at + Mean.bearing] = Bearing.yield;
    row[at + Mean.value] = Number.isNaN(m.value) ? asked : (m.value + asked) / 2;
    row[at + Mean.chance] = 0.4;
    row[at + Mean.split] = -0.03 - 0.07 * (slot >= 0 ? x.procForce[slot] : 0.3 * forceOf(s, m.to));
    row[at + Mean.blame] = 0.1;
  },
  apply: (s, m) => {
    if (m.body < 0 && m.issue >= 0) m.body = s.world.issueBody[m.issue];
    if (Number.isNaN(m.value) && m.issue >= 0) m.value = lineOf(s, m.issue);
    const at = writeAct(s, m);
    if (m.issue < 0 || !isPerson(s, m.to)) return at;
    const slot = demandOf(s, m.to, m.issue);
    if (slot >= 0) s.state.procCount[slot]++;
    if (talksWith(s, m.to, m.issue) < 0) openTalks(s, m, at);
    address(s, m.to);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'open' : 'opens'} talks with ${w.to?.nom ?? 'the other side'}${w.issue ? ` on ${w.issue}` : ''}${w.point ? `; mandate: ${w.point}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'вступают' : 'вступает'} в переговоры с ${w.to?.ins ?? 'другой стороной'}${w.issue ? ` (${w.issue})` : ''}${w.point ? `; полномочия: ${w.point}` : ''}`,
  },
});

/** May he speak for the body that decides the issue: he sits in it, or carries out its decisions? */
export function maySpeak(s: Scene, person: number, issue: number): boolean {
  return sitsIn(s, s.world.issueBody[issue], person) || s.world.issueExecutors[issue].includes(person);
}

/** With everybody who presses a demand on a body he may speak for; and with an outsider he trusts, on what is disputed with him. */
function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (!isInsider(s, person) || x.counters[Counter.procedures] === 0) return;
  const kind = procedureNumber('demand');
  let offered = 0;
  for (let slot = 0; slot < procTop(s) && offered < 6; slot++) {
    // A demand is talked about once; then it is met, pressed home or let fade.
    if (x.procKind[slot] !== kind || x.procCount[slot] > 0) continue;
    const other = x.procBy[slot];
    const issue = x.procIssue[slot];
    if (
      !isPerson(s, other) ||
      !w.outsider[other] ||
      !maySpeak(s, person, issue) ||
      tieOf(s, person, other) < -0.8
    )
      continue;
    const m = menu.start(actNumber('open-talks'), person);
    m.to = other;
    m.body = w.issueBody[issue];
    m.issue = issue;
    m.value = lineOf(s, issue);
    if (menu.offer(s)) offered++;
  }
}
