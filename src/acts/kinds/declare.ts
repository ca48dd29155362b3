import { writeAct } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { address, meanSaying, normSeverity, tell, voiceRule } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { ownPoint } from '../papers.ts';
import { Rule } from '../rules.ts';

const most = 3;
/** Salience from which one speaks of a matter at all; distance (points) from the line at which one may profess it against one's belief. */
const least = 0.3;
const apart = 20;
/** Points by which a stance must differ from what he said last to be worth saying. */
const news = 5;

/** Says where he stands: before a body (`body`) or to everybody. It need not be what he thinks. */
export const declare = defineAct({
  kind: 'declare',
  class: 'voice',
  base: -4.5,
  because:
    'Without any reason, about 11 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  reach: [
    { moves: ['voice'], chance: 0.6, company: true },
    { publicity: 1, breaks: 1, moves: ['voice'], company: true },
  ],
  legal: (s, m) => {
    if (m.by < 0 || m.by >= s.world.people) return Rule.collective;
    if (m.issue < 0 || Number.isNaN(m.value)) return Rule.noGrievance;
    if (m.body < 0) return Rule.allowed;
    // Anybody may be called in to speak, and nothing forbids to repeat oneself: neither is thought of by `propose`.
    const rule = voiceRule(s, m.body, m.by);
    return rule === Rule.notConvened || rule === Rule.mayNotSpeak ? rule : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    meanSaying(s, m.by, m.issue, m.value, m.body >= 0 ? 0.5 : 1, row, at);
    row[at + Mean.body] = s.world.issueBody[m.issue];
    row[at + Mean.bearing] = Bearing.voice;
    row[at + Mean.chance] = m.body >= 0 ? 0.6 : 1;
    const line = s.state.line[s.world.issueBody[m.issue] * s.world.issues + m.issue];
    const off = Number.isNaN(line) ? 0 : Math.abs(m.value - line) / 100;
    row[at + Mean.sanction] = normSeverity(s, m.kind) * Math.min(1, 2 * off) * (m.body >= 0 ? 0.5 : 1);
    row[at + Mean.split] = m.body >= 0 ? 0 : 0.06 * off;
    row[at + Mean.blame] = m.body >= 0 ? 0 : 0.2 * off;
  },
  apply: (s, m) => {
    const at = writeAct(s, m);
    if (m.by >= s.world.people || m.issue < 0 || Number.isNaN(m.value)) return at;
    if (m.body >= 0) {
      s.state.stance[m.by * s.world.issues + m.issue] = m.value;
      tell(s, m.by, m.issue, m.value, 'body', m.body);
      address(s, m.to);
    } else tell(s, m.by, m.issue, m.value, 'public', -1);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'declare' : 'declares'} for ${w.point ?? 'a line'}${w.issue ? ` (${w.issue})` : ''}${w.body ? ` before ${w.body.nom}` : ' in public'}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'высказываются' : 'высказывается'}: ${w.point ?? 'своя линия'}${w.issue ? ` (${w.issue})` : ''}${w.body ? `, ${w.body.nom}` : ', публично'}`,
  },
});

/** On the three matters that mean most to him: his own stand, before a body and to all; on the first the line, too, though he thinks otherwise. */
function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (w.collective[person] || w.outsider[person]) return;
  let before = -1;
  for (let n = 0; n < most; n++) {
    const issue = nextSalient(s, person, before);
    if (issue < 0) return;
    before = issue;
    const body = w.issueBody[issue];
    const own = ownPoint(s, person, issue);
    const place = audience(s, person, body);
    if (place >= 0) offer(s, person, place, issue, own, menu);
    offer(s, person, -1, issue, own, menu);
    const line = x.line[body * w.issues + issue];
    if (n === 0 && Math.abs(x.work[person * w.issues + issue] - line) >= apart)
      offer(s, person, -1, issue, line, menu);
  }
}

/** Where he can speak to an issue: the body that decides it, or one that it binds; -1 if he sits in none. */
function audience(s: Scene, person: number, decider: number): number {
  if (voiceRule(s, decider, person) === 0) return decider;
  const bound = s.world.binds[decider];
  for (let k = 0; k < bound.length; k++) if (voiceRule(s, bound[k], person) === 0) return bound[k];
  return -1;
}

/** The most salient issue other than `before` and not more salient than it; -1. */
function nextSalient(s: Scene, person: number, before: number): number {
  const { world: w, state: x } = s;
  const from = person * w.issues;
  const cap = before >= 0 ? x.workSalience[from + before] : 2;
  let best = -1;
  let highest = least;
  for (let issue = 0; issue < w.issues; issue++) {
    const v = x.workSalience[from + issue];
    const later = v < cap || (v === cap && w.issueKey[issue] > (before >= 0 ? w.issueKey[before] : -1));
    if (!later || v < highest || issue === before) continue;
    if (best >= 0 && v === highest && w.issueKey[issue] > w.issueKey[best]) continue;
    highest = v;
    best = issue;
  }
  return best;
}

function offer(s: Scene, person: number, body: number, issue: number, value: number, menu: Menu): void {
  if (Math.abs(s.state.stance[person * s.world.issues + issue] - value) < news) return;
  const m = menu.start(actNumber('declare'), person);
  m.body = body;
  m.issue = issue;
  m.value = value;
  menu.offer(s);
}
