import { writeAct } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { findSittings, forumFor, sittingOn, sittings } from '../audiences.ts';
import { address, meanSaying, normSeverity, tell, voiceRule } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { ownPoint } from '../papers.ts';
import { Rule } from '../rules.ts';

/** Matters of which he thinks before colleagues; of these, those on which he speaks to everybody. */
const most = 4;
const heard = 3;
/** Salience from which one speaks of a matter at all; distance (points) from the line at which one may profess it against one's belief. */
const least = 0.3;
const apart = 20;
/** Points within which a stance is the same; days before he tells it the same body again, and everybody. */
const news = 5;
const silence = 3;
const publicSilence = 10;

/** Says where he stands: before a body (`body`) or to everybody. It need not be what he thinks. */
export const declare = defineAct({
  kind: 'declare',
  class: 'voice',
  base: -4.5,
  because:
    'Without any reason, about 11 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  reach: [
    { aim: 'own', moves: ['voice'], chance: 0.6, company: true },
    { aim: 'own', about: isNews, publicity: 1, stale: true, breaks: 1, moves: ['voice'], company: true },
    { aim: 'line', publicity: 1, moves: ['voice'] },
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
    // What everybody has heard from him before moves few (as with `meanVoicing`).
    const repeated = m.body < 0 && Math.abs(s.state.stance[m.by * s.world.issues + m.issue] - m.value) < news;
    row[at + Mean.chance] = m.body >= 0 ? 0.6 : repeated ? 0.3 : 1;
    if (repeated) row[at + Mean.publicity] = 0.3;
    const line = lineOf(s, m.issue);
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

/**
 * His own stand: on the matters that mean most to him, before a body and (the first three) to everybody; on what is on the agenda of a
 * meeting at which he may speak, there; on the first matter the line, too, though he thinks otherwise. Of those of other parties only the
 * word in a body is heard.
 */
function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (w.collective[person]) return;
  findSittings(s, person);
  let before = -1;
  for (let n = 0; n < most; n++) {
    const issue = nextSalient(s, person, before);
    if (issue < 0) break;
    before = issue;
    const own = ownPoint(s, person, issue);
    const sits = sittingOn(s, issue);
    const place = sits >= 0 ? sits : forumFor(s, person, issue);
    if (place >= 0) offer(s, person, place, issue, own, menu);
    // Who sits nowhere has everybody for his audience.
    if ((n >= heard && place >= 0) || w.outsider[person]) continue;
    offer(s, person, -1, issue, own, menu);
    const line = lineOf(s, issue);
    if (n === 0 && Math.abs(x.work[person * w.issues + issue] - line) >= apart)
      offer(s, person, -1, issue, line, menu);
  }
  for (let k = 0; k < sittings.count; k++) {
    const { agenda, body } = w.calendar[sittings.items[k]];
    for (let a = 0; a < agenda.length; a++)
      if (x.workSalience[person * w.issues + agenda[a]] >= least)
        offer(s, person, body, agenda[a], ownPoint(s, person, agenda[a]), menu);
  }
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
  if (hasSaid(s, person, body, issue, value)) return;
  const m = menu.start(actNumber('declare'), person);
  m.body = body;
  m.issue = issue;
  m.value = value;
  menu.offer(s);
}

/** Is it not what he has just told everybody? */
function isNews(s: Scene, person: number, issue: number): boolean {
  return (
    s.state.workSalience[person * s.world.issues + issue] >= least &&
    !hasSaid(s, person, -1, issue, ownPoint(s, person, issue))
  );
}

/** Has he lately said the same to the same audience? */
function hasSaid(s: Scene, person: number, body: number, issue: number, value: number): boolean {
  const x = s.state;
  const kind = actNumber('declare');
  const since = x.clock[0] - (body >= 0 ? silence : publicSilence);
  for (let k = x.lastActBy[person]; k >= 0 && x.actTime[k] >= since; k = x.actEarlier[k]) {
    if (x.actKind[k] === kind && x.actBody[k] === body && x.actIssue[k] === issue)
      return Math.abs(x.actValue[k] - value) < news;
  }
  return false;
}
