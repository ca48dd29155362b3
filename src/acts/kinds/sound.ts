import { believed, learnPrivately, tieOf } from '../../world/beliefs.ts';
import { type Move, writeAct } from '../../world/record.ts';
import { Effect, type Scene, sitsIn } from '../../world/scene.ts';
import { edgeOf } from '../../world/world.ts';
import { address, normSeverity } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { shown } from '../demands.ts';
import { graver } from '../gravest.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { Rule } from '../rules.ts';

/** Somebody of whose opinion one is surer than this (standard deviation, points) is not worth asking. */
const sure = 9;
const most = 3;

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
  reach: [{ moves: ['voice'], chance: 0.3, company: true, warm: 0.3, seen: 0.3 }],
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

/** Up to three colleagues in the deciding body whom he does not fight and of whom he is unsure, the least sure first, on what matters most to him. */
function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (w.collective[person]) return;
  const issue = mostSalient(s, person);
  if (issue < 0) return;
  const body = w.issueBody[issue];
  let last = Number.POSITIVE_INFINITY;
  for (let n = 0; n < most; n++) {
    let best = -1;
    let widest = sure;
    for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
      const j = w.edgeTo[e];
      if (x.tie[e] < 0 || w.collective[j] || !sitsIn(s, body, j)) continue;
      const spread = doubt(s, person, j, issue);
      if (spread <= widest || spread >= last) continue;
      widest = spread;
      best = j;
    }
    if (best < 0) return;
    last = widest;
    const m = menu.start(actNumber('sound'), person);
    m.to = best;
    m.body = body;
    m.issue = issue;
    menu.offer(s);
  }
}

/** How unsure one is of somebody's vote: the spread of the belief, less as it lies far from the middle between the line and oneself. */
function doubt(s: Scene, viewer: number, person: number, issue: number): number {
  const { world: w, state: x } = s;
  const e = edgeOf(w, viewer, person);
  const own = e >= 0 ? x.beliefSpread[e * w.issues + issue] : 0;
  const mean = e >= 0 ? x.beliefMean[e * w.issues + issue] : Number.NaN;
  const spread = Number.isNaN(mean) ? x.publicSpread[person * w.issues + issue] : own;
  const line = x.line[w.issueBody[issue] * w.issues + issue];
  const middle = Number.isNaN(line) ? 50 : (line + x.work[viewer * w.issues + issue]) / 2;
  // A little of the name breaks ties in the same way whatever the order of people.
  return (
    spread -
    0.1 * Math.abs(believed(s, viewer, person, issue) - middle) +
    1e-6 * (w.personKey[person] / 4294967296)
  );
}

function mostSalient(s: Scene, person: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  let most = 0.3;
  for (let issue = 0; issue < w.issues; issue++) {
    const v = x.workSalience[person * w.issues + issue];
    if (
      v > 0.3 &&
      sitsIn(s, w.issueBody[issue], person) &&
      (best < 0 || graver(v, w.issueKey[issue], most, w.issueKey[best]))
    ) {
      most = v;
      best = issue;
    }
  }
  return best;
}
