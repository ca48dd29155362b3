import { tieOf } from '../../world/beliefs.ts';
import { closeProcedure } from '../../world/procedures.ts';
import { writeAct } from '../../world/record.ts';
import { now, type Scene, sitsIn } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { isInsider, isPerson } from '../actors.ts';
import { openBounded } from '../bounded.ts';
import { address, nearestPoint, normSeverity, tell } from '../common.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { chiefIssue, lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { ApproachOption, approachOptions, between, brokerOf, isCovert, novelty } from '../pacts.ts';
import { recently } from '../recent.ts';
import { patience } from '../procedures/approach.ts';
import { Rule } from '../rules.ts';
import { discovery, Gravity, keepSecret, letKnow, meanSecret } from '../secrets.ts';

/** Approaches waiting for an answer at a time, and days until the first. */
const mostApproaches = 8;
const firstAnswer = 1;
/** Below this tie one does not come oneself, only through somebody whom both trust. */
const needsBroker = 0;
const targets = 2;
/** Worth below which an understanding is not thought of. */
const least = 0.02;
/** Days before one tries the same person again. */
const silence = 14;

export const approach = defineAct({
  kind: 'approach',
  class: 'pact',
  options: approachOptions,
  base: -5.5,
  because:
    'Without any reason, about 4 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider'],
  reach: [
    {
      aim: 'own',
      about: (s, person, issue) => chiefIssue(s, person) === issue,
      moves: ['persuade', 'press'],
      chance: 0.5,
      company: true,
      warm: 0.5,
      split: 0.02,
      blame: 0.1,
      seen: discovery,
    },
  ],
  legal: (s, m) => {
    if (!isPerson(s, m.by) || !isPerson(s, m.to)) return Rule.notAddressed;
    if (m.by === m.to) return Rule.self;
    if (s.world.outsider[m.by]) return Rule.notInsider;
    // Nothing forbids to come back before the answer; `propose` does not think of it.
    return between(s, procedureNumber('pact'), m.by, m.to) >= 0 ? Rule.alreadyOpen : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    const covert = isCovert(m.option, m.flags);
    const inside = m.issue >= 0 && sitsIn(s, s.world.issueBody[m.issue], m.to);
    const tie = tieOf(s, m.to, m.by);
    row[at + Mean.issue] = m.issue;
    row[at + Mean.value] = m.value;
    row[at + Mean.target] = m.to;
    row[at + Mean.with] = m.to;
    const adds = novelty(s, m.by, m.to, m.issue, m.value);
    row[at + Mean.warmth] = 0.5 * adds;
    row[at + Mean.split] = covert ? 0.04 : 0.02;
    row[at + Mean.blame] = covert ? 0.3 : 0.1;
    // A colleague may be won over; somebody outside is an ally whose weight would stand behind one's demand.
    row[at + Mean.bearing] = inside ? Bearing.persuade : Bearing.press;
    const accepts = Math.max(
      0.05,
      Math.min(1, 0.35 + 0.5 * tie + (m.option === ApproachOption.brokered ? 0.15 : 0)),
    );
    row[at + Mean.chance] = adds * (inside ? accepts : 0.5 * accepts * s.state.authority[m.to]);
    row[at + Mean.sanction] = normSeverity(s, m.kind);
    if (covert) meanSecret(s, m.kind, row, at);
    else {
      row[at + Mean.said] = m.value;
      row[at + Mean.publicity] = 0.5;
    }
  },
  apply: (s, m) => {
    const covert = isCovert(m.option, m.flags);
    if (covert) m.flags |= ActFlag.secret;
    // A record that gives no point means: what he stands for.
    if (m.issue >= 0 && Number.isNaN(m.value) && isPerson(s, m.by))
      m.value = nearestPoint(s, m.issue, s.state.work[m.by * s.world.issues + m.issue]);
    const at = writeAct(s, m);
    if (!isPerson(s, m.by) || !isPerson(s, m.to)) return at;
    tell(s, m.by, m.issue, m.value, 'private', m.to);
    address(s, m.to);
    const kind = procedureNumber('approach');
    const open = between(s, kind, m.by, m.to);
    if (open >= 0) closeProcedure(s, open);
    openBounded(s, kind, m, at, now(s) + firstAnswer, mostApproaches);
    if (covert) {
      const secret = keepSecret(s, m, at, Gravity.approach);
      if (secret >= 0 && m.option === ApproachOption.brokered) letKnow(s, secret, brokerOf(s, m.by, m.to));
    }
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.secret ? 'secretly ' : ''}${w.by.many ? 'seek' : 'seeks'} an understanding with ${w.to?.nom ?? 'somebody'}${w.option === 'brokered' ? ' through a go-between' : ''}${w.issue ? ` on ${w.issue}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.secret ? 'тайно ' : ''}${w.by.many ? 'ищут' : 'ищет'} соглашения с ${w.to?.ins ?? 'кем-то'}${w.option === 'brokered' ? ' через посредника' : ''}${w.issue ? ` (${w.issue})` : ''}`,
  },
});

/** Those found while the menu is filled, worthiest first: two who sit in the deciding body, and two who do not; reused. */
const inside = { count: 0, people: new Int32Array(targets), worth: new Float64Array(targets) };
const outside = { count: 0, people: new Int32Array(targets), worth: new Float64Array(targets) };

/** Those who seem to stand on one’s side of the line and count for something, yesterday’s enemies among them: two in the body, two outside it. */
function propose(s: Scene, person: number, menu: Menu): void {
  if (!isInsider(s, person)) return;
  const { world: w, state: x } = s;
  const issue = chiefIssue(s, person);
  if (issue < 0) return;
  inside.count = outside.count = 0;
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    const worth = worthOf(s, person, e, issue);
    if (worth > least)
      keep(s, sitsIn(s, w.issueBody[issue], w.edgeTo[e]) ? inside : outside, w.edgeTo[e], worth);
  }
  if (inside.count + outside.count === 0) return;
  const value = nearestPoint(s, issue, x.work[person * w.issues + issue]);
  const busy = recently(s, actNumber('approach'), person, -1, -1, silence);
  for (let k = 0; k < inside.count; k++) offer(s, person, inside.people[k], issue, value, busy, menu);
  for (let k = 0; k < outside.count; k++) offer(s, person, outside.people[k], issue, value, busy, menu);
}

function keep(s: Scene, found: typeof inside, j: number, score: number): void {
  const { people, worth } = found;
  let at = found.count;
  while (
    at > 0 &&
    (score > worth[at - 1] ||
      (score === worth[at - 1] && s.world.personKey[j] < s.world.personKey[people[at - 1]]))
  )
    at--;
  if (at >= targets) return;
  if (found.count < targets) found.count++;
  for (let k = found.count - 1; k > at; k--) {
    people[k] = people[k - 1];
    worth[k] = worth[k - 1];
  }
  people[at] = j;
  worth[at] = score;
}

/** What an understanding with somebody would be worth: his weight times how much nearer than the line he is believed to stand. */
function worthOf(s: Scene, person: number, e: number, issue: number): number {
  const { world: w, state: x } = s;
  const j = w.edgeTo[e];
  const own = x.work[person * w.issues + issue];
  const line = lineOf(s, issue);
  const view = x.beliefMean[e * w.issues + issue];
  const gap = Math.abs((view === view ? view : x.publicMean[j * w.issues + issue]) - own);
  const gain = line === line ? Math.max(Math.abs(line - own), 25) - gap : 50 - gap;
  if (gain <= 0) return 0;
  const weight = x.authority[j] + (x.seat[w.issueBody[issue] * w.people + j] === 1 ? 0.3 : 0);
  // Friends come a little before strangers; those who stand together already have nothing to settle.
  return (gain / 100) * weight * (1 + 0.3 * x.tie[e]) * novelty(s, person, j, issue, own);
}

function offer(
  s: Scene,
  person: number,
  to: number,
  issue: number,
  value: number,
  busy: boolean,
  menu: Menu,
): void {
  const tie = tieOf(s, person, to);
  const broker = tie < needsBroker || tieOf(s, to, person) < needsBroker;
  if (broker && brokerOf(s, person, to) < 0) return;
  if (busy && recently(s, actNumber('approach'), person, to, -1, silence)) return;
  const open = between(s, procedureNumber('approach'), person, to);
  if (open >= 0 && now(s) - s.state.procOpened[open] <= patience) return;
  for (let option = 0; option < 2; option++) {
    const m = menu.start(actNumber('approach'), person);
    m.to = to;
    m.issue = issue;
    m.value = value;
    m.option = option === 1 ? ApproachOption.open : broker ? ApproachOption.brokered : ApproachOption.secret;
    m.flags = m.option === ApproachOption.open ? 0 : ActFlag.secret;
    menu.offer(s);
  }
}
