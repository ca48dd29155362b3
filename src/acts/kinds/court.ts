import { learnPrivately, shiftOwed, shiftTie, tieOf } from '../../world/beliefs.ts';
import { writeAct } from '../../world/record.ts';
import { Effect, type Scene, sitsIn } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { isInsider, isPerson } from '../actors.ts';
import { address, nearestPoint, normSeverity } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { chiefIssue } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { recently } from '../recent.ts';
import { Rule } from '../rules.ts';
import { discovery, Gravity, keepSecret, meanSecret } from '../secrets.ts';
import { findWaverers, otherSide, rivalOn, waverers } from '../waverers.ts';

/** A waverer who fights one more than this cannot be courted; days before one works on the same man again. */
const closed = -0.6;
const silence = 5;
/** Waverers thought of on the first matter, and on the second. */
const onFirst = 4;
const onSecond = 2;

export const court = defineAct({
  kind: 'court',
  class: 'pact',
  base: -5,
  because:
    'Without any reason, about 7 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider'],
  reach: [
    { aim: 'own', moves: ['persuade'], chance: 0.8, company: true, warm: 0.3, blame: 0.15, seen: discovery },
  ],
  legal: (s, m) => {
    if (!isPerson(s, m.by) || !isPerson(s, m.to)) return Rule.notAddressed;
    if (m.by === m.to) return Rule.self;
    return s.world.outsider[m.by] ? Rule.notInsider : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    row[at + Mean.target] = m.to;
    row[at + Mean.with] = m.to;
    row[at + Mean.warmth] = 0.3;
    row[at + Mean.blame] = 0.15;
    row[at + Mean.chance] = 0.8;
    meanSecret(s, m.kind, row, at);
    row[at + Mean.sanction] = normSeverity(s, m.kind);
    if (m.issue < 0) return;
    row[at + Mean.issue] = m.issue;
    row[at + Mean.body] = s.world.issueBody[m.issue];
    row[at + Mean.value] = Number.isNaN(m.value) ? s.state.work[m.by * s.world.issues + m.issue] : m.value;
    row[at + Mean.bearing] = Bearing.persuade;
  },
  apply: (s, m) => {
    const { world: w, state: x } = s;
    if (!(m.flags & ActFlag.public)) m.flags |= ActFlag.secret;
    const at = writeAct(s, m);
    if (!isPerson(s, m.by) || !isPerson(s, m.to)) return at;
    // He is won as far as he already listens: half as much by a stranger, not at all by a sworn enemy.
    const open = 0.5 + 0.5 * tieOf(s, m.to, m.by);
    shiftTie(s, m.to, m.by, s.effects[Effect.courtTie] * open);
    shiftOwed(s, m.to, m.by, s.effects[Effect.favour] * open);
    if (m.issue >= 0) {
      const rival = rivalOn(s, m.by, m.issue, m.to);
      if (rival >= 0) shiftTie(s, m.to, rival, -0.4 * s.effects[Effect.courtTie] * open);
      const said = Number.isNaN(m.value) ? x.work[m.by * w.issues + m.issue] : m.value;
      learnPrivately(s, m.to, m.by, m.issue, said, s.effects[Effect.noiseConfidence]);
      // He who courts also listens, and hears roughly where the other stands.
      learnPrivately(
        s,
        m.by,
        m.to,
        m.issue,
        x.work[m.to * w.issues + m.issue],
        2 * s.effects[Effect.noiseConfidence],
      );
    }
    address(s, m.to);
    if (m.flags & ActFlag.secret) keepSecret(s, m, at, Gravity.slight);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'work' : 'works'} on ${w.to?.nom ?? 'a waverer'}${w.issue ? ` (${w.issue})` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'обрабатывают' : 'обрабатывает'} ${w.to?.acc ?? 'колеблющегося'}${w.issue ? ` (${w.issue})` : ''}`,
  },
});

/** The waverers nearest to pivotal: four on what presses him most, or, if they are fewer, two on the next matter, too. */
function propose(s: Scene, person: number, menu: Menu): void {
  if (!isInsider(s, person)) return;
  const first = chiefIssue(s, person);
  if (first < 0) return;
  if (offerOn(s, person, first, onFirst, menu) >= onFirst) return;
  const second = chiefIssue(s, person, first);
  if (second >= 0) offerOn(s, person, second, onSecond, menu);
}

function offerOn(s: Scene, person: number, issue: number, most: number, menu: Menu): number {
  const { world: w, state: x } = s;
  if (!sitsIn(s, w.issueBody[issue], person) && x.authority[person] < 0.3) return 0;
  const other = otherSide(s, person, issue);
  if (Number.isNaN(other)) return 0;
  const rival = rivalOn(s, person, issue, -1);
  const value = nearestPoint(s, issue, x.work[person * w.issues + issue]);
  findWaverers(s, person, issue, other, rival);
  if (waverers.count === 0) return 0;
  const kind = actNumber('court');
  const busy = recently(s, kind, person, -1, -1, silence);
  let offered = 0;
  for (let n = 0; n < waverers.count && offered < most; n++) {
    const j = waverers.people[n];
    if (tieOf(s, j, person) < closed || (busy && recently(s, kind, person, j, -1, silence))) continue;
    const m = menu.start(kind, person);
    m.to = j;
    m.issue = issue;
    m.value = value;
    m.flags = ActFlag.secret;
    if (menu.offer(s)) offered++;
  }
  return offered;
}
