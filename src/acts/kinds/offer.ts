import { believed } from '../../world/beliefs.ts';
import { type Move, writeAct } from '../../world/record.ts';
import { now, type Scene } from '../../world/scene.ts';
import { isPerson } from '../actors.ts';
import { address, tell } from '../common.ts';
import { defineAct } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import { askedFor, forceOf, Offered, openTalks, outsiderIn, talksOf, Turn, isTheirs } from '../outside.ts';
import { Rule } from '../rules.ts';

/** A package on the table. Ours may go beyond the mandate; that is a breach, and how talks can run ahead of the body. */
export const offer = defineAct({
  kind: 'offer',
  class: 'outside',
  base: -2,
  because:
    'Without any reason, about 135 in a thousand of his moments; a leading body sees only a few in six weeks.',
  // Whose turn it is, the talks see to; an offer where there are none yet opens them.
  legal: (s, m) => {
    if (talksOf(s, m) >= 0) return Rule.allowed;
    return m.issue >= 0 && outsiderIn(s, m) >= 0 ? Rule.allowed : Rule.noTalks;
  },
  mean: (s, m, row, at) => {
    const x = s.state;
    const slot = talksOf(s, m);
    if (slot < 0) return;
    row[at + Mean.issue] = m.issue;
    row[at + Mean.body] = x.procBody[slot];
    row[at + Mean.value] = m.value;
    row[at + Mean.said] = m.value;
    row[at + Mean.publicity] = 0.5;
    if (isTheirs(s, m, slot)) meanTheirs(s, m, slot, row, at);
    else meanOurs(s, m, slot, row, at);
  },
  apply: (s, m) => {
    const x = s.state;
    let slot = talksOf(s, m);
    if (slot >= 0 && m.issue < 0) m.issue = x.procIssue[slot];
    if (slot >= 0 && m.body < 0) m.body = x.procBody[slot];
    const at = writeAct(s, m);
    if (slot < 0) slot = tableOf(s, m, at);
    if (slot >= 0) {
      const theirs = isTheirs(s, m, slot);
      x.procForce[slot] = m.value;
      x.procOption[slot] = theirs ? Offered.them : Offered.us;
      x.procState[slot] = theirs ? Turn.ours : Turn.theirs;
      x.procCount[slot]++;
      x.procDue[slot] = now(s) + 1;
      // Whoever answers the offer answers these talks.
      x.procOrigin[slot] = at;
      address(s, theirs ? x.procBy[slot] : x.procTo[slot]);
    }
    if (isPerson(s, m.by))
      tell(s, m.by, m.issue, m.value, 'body', m.body >= 0 ? m.body : s.world.issueBody[Math.max(0, m.issue)]);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'offer' : 'offers'} ${w.to?.nom ?? 'the other side'}${w.issue ? ` (${w.issue})` : ''}: ${w.point ?? 'terms'}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'предлагают' : 'предлагает'} ${w.to?.dat ?? 'другой стороне'}${w.issue ? ` (${w.issue})` : ''}: ${w.point ?? 'условия'}`,
  },
});

/** An offer made where no talks are known opens them; its mandate is the line. */
function tableOf(s: Scene, m: Move, at: number): number {
  const outsider = outsiderIn(s, m);
  if (m.issue < 0 || outsider < 0) return -1;
  const { by, to, value } = m;
  if (by === outsider) {
    m.by = to;
    m.to = outsider;
  }
  m.value = s.state.line[s.world.issueBody[m.issue] * s.world.issues + m.issue];
  const slot = openTalks(s, m, at);
  m.by = by;
  m.to = to;
  m.value = value;
  return slot;
}

/** Our offer: it may be taken, the nearer to what they want the likelier; what exceeds the mandate breaks the line of the body. */
function meanOurs(s: Scene, m: Move, slot: number, row: Float64Array, at: number): void {
  const x = s.state;
  const asked = askedFor(s, slot);
  const mandate = x.procValue[slot];
  row[at + Mean.bearing] = Bearing.yield;
  const miss = Math.abs(m.value - believed(s, m.by, x.procTo[slot], m.issue)) / 100;
  row[at + Mean.chance] = Math.max(0.1, 1 - 2 * miss);
  row[at + Mean.with] = x.procTo[slot];
  row[at + Mean.warmth] = 0.3;
  row[at + Mean.split] = -0.04;
  if (Number.isNaN(mandate)) return;
  const beyond = Math.max(0, asked > mandate ? m.value - mandate : mandate - m.value) / 100;
  row[at + Mean.breach] = beyond;
  row[at + Mean.authority] = x.procBody[slot];
  row[at + Mean.blame] = 0.8 * beyond;
}

/** Their offer: less than they asked for, pressed on us as before. */
function meanTheirs(s: Scene, m: Move, slot: number, row: Float64Array, at: number): void {
  row[at + Mean.bearing] = Bearing.press;
  row[at + Mean.chance] = Math.min(1, forceOf(s, m.by) + 0.1);
  row[at + Mean.blame] = 0.2 * (Math.abs(m.value - askedFor(s, slot)) / 100);
}
