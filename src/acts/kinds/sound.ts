import { believed, learnPrivately, tieOf } from '../../world/beliefs.ts';
import { type Move, writeAct } from '../../world/record.ts';
import { Effect, isMember, type Scene, sitsIn } from '../../world/scene.ts';
import { edgeOf } from '../../world/world.ts';
import { address, normSeverity } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { shown } from '../demands.ts';
import { chiefIssue } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { Rule } from '../rules.ts';

/** Somebody of whose opinion one is surer than this (standard deviation, points) is not worth asking. */
const sure = 9;
/** Points from one's own stand within which somebody may be counted on. */
const counted = 25;

/**
 * Sounds a colleague out in private. He answers with what he thinks as far as he trusts the asker, else with what he shows in
 * public; the asker gives away where he stands himself.
 */
export const sound = defineAct({
  kind: 'sound',
  class: 'talk',
  base: -5,
  because:
    'Without any reason, about 7 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['seat'],
  reach: [{ aim: 'self', moves: ['voice'], chance: 0.3, company: true, warm: 0.3, seen: 0.3 }],
  legal: (s, m) => {
    if (m.by < 0 || m.by >= s.world.people || m.to < 0 || m.to >= s.world.people) return Rule.notAddressed;
    if (m.to === m.by) return Rule.self;
    if (s.world.collective[m.by] || s.world.collective[m.to]) return Rule.collective;
    if (m.issue < 0) return Rule.noGrievance;
    return sitsIn(s, decider(s, m), m.to) ? Rule.allowed : Rule.noSeat;
  },
  mean: (s, m, row, at) => {
    const cell = m.by * s.world.issues + m.issue;
    row[at + Mean.issue] = m.issue;
    row[at + Mean.body] = decider(s, m);
    row[at + Mean.with] = row[at + Mean.target] = m.to;
    row[at + Mean.warmth] = 0.3;
    row[at + Mean.bearing] = Bearing.voice;
    row[at + Mean.value] = s.state.work[cell];
    row[at + Mean.chance] = 0.3;
    row[at + Mean.sanction] = 0.3 * normSeverity(s, m.kind);
    row[at + Mean.seen] = 0.3;
  },
  apply: (s, m) => {
    const at = writeAct(s, m);
    const { party } = s;
    if (party.toCount === 0) ask(s, m, m.to);
    for (let k = 0; k < party.toCount; k++) ask(s, m, party.to[k]);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'sound' : 'sounds'} out ${w.to?.nom ?? 'colleagues'}${w.issue ? ` on ${w.issue}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'прощупывают' : 'прощупывает'} ${w.to?.acc ?? 'товарищей'}${w.issue ? ` (${w.issue})` : ''}`,
  },
});

const decider = (s: Scene, m: Move): number => (m.body >= 0 ? m.body : s.world.issueBody[m.issue]);

function ask(s: Scene, m: Move, whom: number): void {
  if (whom < 0 || whom >= s.world.people || m.by >= s.world.people || m.issue < 0) return;
  const { world: w, state: x } = s;
  const trust = Math.max(0, Math.min(1, 0.5 + 0.5 * tieOf(s, whom, m.by)));
  const truth = x.work[whom * w.issues + m.issue];
  const said = trust * truth + (1 - trust) * shown(s, whom, m.issue);
  // The less he trusts, the less his answer is worth, and the asker knows it.
  learnPrivately(s, m.by, whom, m.issue, said, s.effects[Effect.noiseConfidence] * (2 - trust));
  learnPrivately(s, whom, m.by, m.issue, x.work[m.by * w.issues + m.issue], s.effects[Effect.noiseBody]);
  address(s, whom);
}

/**
 * On the two matters that press him most, of those with a vote in the deciding body, where he sits himself, whom he does not fight and whose
 * opinion he does not know: the one of whom he is least sure, and the one on whom he counts most.
 */
function propose(s: Scene, person: number, menu: Menu): void {
  if (s.world.collective[person]) return;
  const first = chiefIssue(s, person);
  if (first < 0) return;
  offerOn(s, person, first, menu);
  const second = chiefIssue(s, person, first);
  if (second >= 0) offerOn(s, person, second, menu);
}

function offerOn(s: Scene, person: number, issue: number, menu: Menu): void {
  const { world: w, state: x } = s;
  const body = w.issueBody[issue];
  if (!sitsIn(s, body, person)) return;
  let doubtful = -1;
  let widest = sure;
  let near = -1;
  let least = counted;
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    const j = w.edgeTo[e];
    if (x.tie[e] < 0 || w.collective[j] || !isMember(s, body, j)) continue;
    const spread = doubt(s, person, j, issue);
    const gap = Math.abs(believed(s, person, j, issue) - x.work[person * w.issues + issue]) + tieBreak(s, j);
    if (spread > widest) {
      widest = spread;
      doubtful = j;
    }
    if (gap < least && spreadOf(s, person, j, issue) > sure) {
      least = gap;
      near = j;
    }
  }
  for (let n = 0; n < 2; n++) {
    const to = n === 0 ? doubtful : near;
    if (to < 0) continue;
    const m = menu.start(actNumber('sound'), person);
    m.to = to;
    m.body = body;
    m.issue = issue;
    menu.offer(s);
  }
}

/** A little of the name breaks ties in the same way whatever the order of people. */
const tieBreak = (s: Scene, person: number): number => 1e-6 * (s.world.personKey[person] / 4294967296);

/** The spread of what one believes about somebody: one's own view, else the public's. */
function spreadOf(s: Scene, viewer: number, person: number, issue: number): number {
  const { world: w, state: x } = s;
  const e = edgeOf(w, viewer, person);
  const known = e >= 0 && !Number.isNaN(x.beliefMean[e * w.issues + issue]);
  return known ? x.beliefSpread[e * w.issues + issue] : x.publicSpread[person * w.issues + issue];
}

/** How unsure one is of somebody's vote: the spread of the belief, less as it lies far from the middle between the line and oneself. */
function doubt(s: Scene, viewer: number, person: number, issue: number): number {
  const { world: w, state: x } = s;
  const line = x.line[w.issueBody[issue] * w.issues + issue];
  const middle = Number.isNaN(line) ? 50 : (line + x.work[viewer * w.issues + issue]) / 2;
  return (
    spreadOf(s, viewer, person, issue) -
    0.1 * Math.abs(believed(s, viewer, person, issue) - middle) +
    tieBreak(s, person)
  );
}
