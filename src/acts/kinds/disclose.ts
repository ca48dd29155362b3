import { learnPublicly, learnPrivately, shiftOwed, shiftTie } from '../../world/beliefs.ts';
import { closeProcedure } from '../../world/procedures.ts';
import { type Move, writeAct } from '../../world/record.ts';
import { Effect, type Scene } from '../../world/scene.ts';
import { ActFlag, Counter, procedureCapacity } from '../../world/state.ts';
import { isPerson } from '../actors.ts';
import { slotOfKind } from '../bounded.ts';
import { address, normSeverity, quarrel } from '../common.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { Rule } from '../rules.ts';
import { discovery, isSecretSlot, knows, letKnow } from '../secrets.ts';
import { addStrain } from '../strain.ts';

export const discloseOptions = ['publicly', 'privately'] as const;
export const DiscloseOption = { publicly: 0, privately: 1 } as const;
const most = 4;

/** A secret gets out: told to one more person, or to everybody, which ends it. */
export const disclose = defineAct({
  kind: 'disclose',
  class: 'secret',
  options: discloseOptions,
  base: -5,
  because:
    'Without any reason, about 7 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['open secret'],
  reach: [{ moves: ['exclude'], chance: 0.4, cold: 0.9, blame: 0.1, seen: discovery }],
  legal: (s, m) => {
    const slot = slotOfKind(s, m.proc, procedureNumber('secret'));
    return slot >= 0 && isPerson(s, m.by) && knows(s, slot, m.by) ? Rule.allowed : Rule.noSecret;
  },
  mean: (s, m, row, at) => {
    const x = s.state;
    const slot = slotOfKind(s, m.proc, procedureNumber('secret'));
    const involved = m.by === x.procBy[slot] || m.by === x.procTo[slot];
    const hurt = m.by === x.procBy[slot] ? x.procTo[slot] : x.procBy[slot];
    const forbidden = normSeverity(s, x.actKind[x.procOrigin[slot]]);
    const open = !isPrivate(m);
    row[at + Mean.issue] = x.procIssue[slot];
    row[at + Mean.target] = hurt;
    row[at + Mean.with] = hurt;
    row[at + Mean.warmth] = open ? -0.9 : -0.4;
    row[at + Mean.owed] = involved ? (open ? -0.7 : -0.3) : 0;
    row[at + Mean.blame] = involved ? 0.4 : 0.1;
    // Whoever took part accuses himself too, though less than those who are found out.
    row[at + Mean.sanction] = involved ? 0.7 * forbidden : 0;
    row[at + Mean.split] = (open ? 0.03 : 0.01) * x.procCount[slot];
    row[at + Mean.bearing] = Bearing.exclude;
    row[at + Mean.chance] = (open ? 1 : 0.5) * (0.1 + 0.3 * forbidden);
    if (!open) row[at + Mean.seen] = discovery;
  },
  apply: (s, m) => {
    const x = s.state;
    const slot = slotOfKind(s, m.proc, procedureNumber('secret'));
    const known = isSecretSlot(s, slot);
    if (known && m.issue < 0) m.issue = x.procIssue[slot];
    if (isPrivate(m)) m.flags |= ActFlag.secret;
    else m.flags |= ActFlag.public;
    const at = writeAct(s, m);
    if (!known) return at;
    if (isPrivate(m)) confide(s, m, slot);
    else reveal(s, m.by, slot);
    return at;
  },
  sentence: {
    en: (w) =>
      w.to && w.option !== 'publicly'
        ? `${w.by.nom} ${w.by.many ? 'let' : 'lets'} ${w.to.nom} into the secret`
        : `${w.by.nom} ${w.by.many ? 'make' : 'makes'} the secret public`,
    ru: (w) =>
      w.to && w.option !== 'publicly'
        ? `${w.by.nom} ${w.by.many ? 'раскрывают' : 'раскрывает'} тайну ${w.to.dat}`
        : `${w.by.nom} ${w.by.many ? 'предают' : 'предаёт'} тайну огласке`,
  },
});

/** Told to one person only: by its option, or by the record's flag. */
const isPrivate = (m: Move): boolean =>
  m.option < 0 ? (m.flags & ActFlag.secret) !== 0 : m.option === DiscloseOption.privately;

/** What the secret shows of a participant's stand: what was agreed on; of a tactical concession, what he really thinks. */
function truthAbout(s: Scene, slot: number, person: number): number {
  const x = s.state;
  const issue = x.procIssue[slot];
  if (issue < 0) return Number.NaN;
  const tactical = x.actKind[x.procOrigin[slot]] === actNumber('concede');
  return tactical || Number.isNaN(x.procValue[slot])
    ? x.work[person * s.world.issues + issue]
    : x.procValue[slot];
}

function confide(s: Scene, m: Move, slot: number): void {
  const x = s.state;
  if (!isPerson(s, m.to)) return;
  letKnow(s, slot, m.to);
  const actor = x.procBy[slot];
  const truth = isPerson(s, actor) ? truthAbout(s, slot, actor) : Number.NaN;
  if (!Number.isNaN(truth))
    learnPrivately(s, m.to, actor, x.procIssue[slot], truth, 2 * s.effects[Effect.noiseConfidence]);
  if (isPerson(s, m.by)) shiftOwed(s, m.to, m.by, 0.5 * s.effects[Effect.favour]);
  address(s, m.to);
}

/** Everybody learns who took part and for what; those who stand for the line trust them less; they, him who gave it away. */
function reveal(s: Scene, by: number, slot: number): void {
  const x = s.state;
  const issue = x.procIssue[slot];
  const kind = x.actKind[x.procOrigin[slot]];
  expose(s, by, slot, x.procBy[slot], kind);
  // The man courted, or deceived by a tactical concession, has done nothing.
  if (kind === actNumber('pact') || kind === actNumber('approach')) expose(s, by, slot, x.procTo[slot], kind);
  else if (kind === actNumber('concede') && isPerson(s, x.procTo[slot]))
    shiftTie(s, x.procTo[slot], x.procBy[slot], -s.effects[Effect.attackTie]);
  if (issue >= 0) addStrain(s, s.world.bodyOrganisation[s.world.issueBody[issue]], 0.02 * x.procCount[slot]);
  closeProcedure(s, slot);
}

function expose(s: Scene, by: number, slot: number, person: number, kind: number): void {
  const { world: w, state: x } = s;
  if (!isPerson(s, person)) return;
  const issue = x.procIssue[slot];
  const truth = truthAbout(s, slot, person);
  if (!Number.isNaN(truth)) learnPublicly(s, person, issue, truth, 2 * s.effects[Effect.noiseConfidence]);
  const cost = s.effects[Effect.attackTie] * (0.3 + 0.7 * normSeverity(s, kind));
  const line = issue >= 0 ? lineOf(s, issue) : Number.NaN;
  for (let k = w.inStart[person]; k < w.inStart[person + 1]; k++) {
    const j = w.edgeFrom[w.inEdge[k]];
    if (j === by || knows(s, slot, j)) continue;
    const shocked =
      Number.isNaN(line) ||
      Number.isNaN(truth) ||
      Math.abs(x.work[j * w.issues + issue] - line) < Math.abs(x.work[j * w.issues + issue] - truth);
    if (shocked) shiftTie(s, j, person, -cost);
  }
  if (isPerson(s, by) && by !== person) quarrel(s, by, person, s.effects[Effect.attackTie]);
}

/** Every secret he is in on: to everybody, or to the man of most weight whom he trusts and who does not know. */
function propose(s: Scene, person: number, menu: Menu): void {
  const x = s.state;
  if (x.counters[Counter.procedures] === 0) return;
  const kind = procedureNumber('secret');
  let secrets = 0;
  for (let slot = 0; slot < procedureCapacity && secrets < most; slot++) {
    if (
      x.procKind[slot] !== kind ||
      !knows(s, slot, person) ||
      x.actKind[x.procOrigin[slot]] === actNumber('disclose')
    )
      continue;
    // Nobody gives away his own trick.
    if (x.actKind[x.procOrigin[slot]] === actNumber('concede') && x.procBy[slot] === person) continue;
    secrets++;
    const open = menu.start(actNumber('disclose'), person);
    open.proc = slot;
    open.issue = x.procIssue[slot];
    open.option = DiscloseOption.publicly;
    menu.offer(s);
    const ear = trustedEar(s, slot, person);
    if (ear < 0) continue;
    const one = menu.start(actNumber('disclose'), person);
    one.proc = slot;
    one.to = ear;
    one.issue = x.procIssue[slot];
    one.option = DiscloseOption.privately;
    one.flags = ActFlag.secret;
    menu.offer(s);
  }
}

function trustedEar(s: Scene, slot: number, person: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  let most = 0.05;
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    const j = w.edgeTo[e];
    if (x.tie[e] <= 0 || w.collective[j] || knows(s, slot, j) || j === x.procBy[slot] || j === x.procTo[slot])
      continue;
    const worth = x.tie[e] * x.authority[j];
    if (worth < most || (worth === most && best >= 0 && w.personKey[j] > w.personKey[best])) continue;
    most = worth;
    best = j;
  }
  return best;
}
