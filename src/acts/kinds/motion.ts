import { Voice } from '../../world/assembly.ts';
import { nextBody } from '../../world/seats.ts';
import { clearMove, newMove, writeAct } from '../../world/record.ts';
import { findProcedure, openProcedure } from '../../world/procedures.ts';
import { now, type Scene, sitsIn } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import {
  address,
  memberRule,
  nearestPoint,
  nextSitting,
  stepTowards,
  tell,
  voiceRule,
  worthHeld,
} from '../common.ts';
import { assemblyOf, assemblyOfMotion } from '../assemblies.ts';
import { meanCongressMotion } from '../congress-meaning.ts';
import { actNumber, defineAct, procedureNumber, attempt } from '../define.ts';
import { defiance } from '../demands.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { MotionOption, motionOptions } from '../motion-options.ts';
import { moverRule, personMotionRule } from '../motion-rules.ts';
import { subject, subjectRu } from '../motion-words.ts';
import { proposeOther } from '../motions.ts';
import { candidateFor } from '../posts.ts';
import { Rule } from '../rules.ts';

export { MotionOption, motionOptions } from '../motion-options.ts';

/** A tie below this makes somebody a possible target of a motion against persons. */
const hostile = -0.3;

/** Salience below which nobody moves anything. */
const least = 0.15;

/** Days for which a body is left alone on an issue it has just voted on, unless a meeting has it on the agenda. */
const rest = 5;

/** Days after which a motion is taken up if no meeting is due: by one body, and by several that have to be called together. */
export const specialSitting = 2;
export const specialJointSitting = 7;

export const motion = defineAct({
  kind: 'motion',
  class: 'rule',
  options: motionOptions,
  base: -4.5,
  because:
    'Without any reason, about 11 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  reach: [
    { aim: 'way', about: mayMove, offer: proposeAllLines, moves: ['set'], wins: true, company: true },
    { moves: ['press'], chance: 0.6, company: true, split: 0.1, blame: 0.2, seen: 1 },
    { warm: 1 },
    { cold: 1, mends: 0.5, split: 0.12, blame: 0.3, seen: 1 },
  ],
  tabled: [{ aim: 'way', moves: ['set'], wins: true, company: true }],
  legal: (s, m) => {
    const moves = moverRule(s, m);
    if (moves !== 0) return moves;
    if (
      findProcedure(s, procedureNumber('motion'), m.body, m.issue, -1) >= 0 &&
      m.option <= MotionOption.line
    )
      return Rule.alreadyOpen;
    if (m.option <= MotionOption.line) {
      const line = s.state.line[m.body * s.world.issues + m.issue];
      return Math.abs(line - m.value) < 0.5 ? Rule.alreadyLine : Rule.allowed;
    }
    return personMotionRule(s, m.body, m.by, m.to, m.office, m.option);
  },
  mean: (s, m, row, at) => {
    row[at + Mean.body] = m.body;
    row[at + Mean.bearing] = Bearing.motion;
    if (m.option <= MotionOption.line) {
      row[at + Mean.issue] = m.issue;
      row[at + Mean.value] = m.value;
      row[at + Mean.said] = m.value;
      row[at + Mean.publicity] = 0.5;
      return;
    }
    if (m.option === MotionOption.callCongress) {
      meanCongressMotion(s, m.issue, m.value, row, at);
      return;
    }
    row[at + Mean.target] = m.to;
    row[at + Mean.with] = m.to;
    const against =
      m.option === MotionOption.remove ||
      m.option === MotionOption.expel ||
      m.option === MotionOption.censure;
    row[at + Mean.warmth] = against ? -1 : 1;
    if (against) {
      row[at + Mean.bearing] = Bearing.exclude;
      row[at + Mean.split] = m.option === MotionOption.expel ? 0.3 : 0.12;
      row[at + Mean.blame] = 0.3;
      // Half of such motions come to something.
      row[at + Mean.breach] = -0.5 * defiance(s, m.by, m.to, m.body);
      row[at + Mean.authority] = m.body;
    }
  },
  apply: (s, m) => {
    const at = writeAct(s, m);
    const a = assemblyOfMotion(s, m.body, m.option);
    const due = now(s) + nextSitting(s, a, a.bodies.length > 1 ? specialJointSitting : specialSitting);
    openProcedure(s, procedureNumber('motion'), m, at, due);
    if (m.by < s.world.people) tell(s, m.by, m.issue, m.value, 'body', m.body);
    address(s, m.to);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'move' : 'moves'} in ${w.body?.nom ?? 'the body'}: ${subject(w.option, w.point, w.to?.nom, w.office?.nom, w.issue)}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'вносят' : 'вносит'} предложение (${w.body?.nom ?? 'орган'}): ${subjectRu(w.option, w.point, w.to?.acc, w.office?.nom, w.issue)}`,
  },
});

/** Does it matter to him, may he put it where it is decided, and is it neither pending there nor just decided? */
function mayMove(s: Scene, person: number, issue: number): boolean {
  const { world: w, state: x } = s;
  const body = w.issueBody[issue];
  return (
    x.workSalience[person * w.issues + issue] >= least &&
    now(s) - x.decided[body * w.issues + issue] >= rest &&
    voiceRule(s, body, person, Voice.move) === 0 &&
    findProcedure(s, procedureNumber('motion'), body, issue, -1) < 0
  );
}

function propose(s: Scene, person: number, menu: Menu): void {
  const w = s.world;
  for (let body = nextBody(s, person, 0); body < w.bodies; body = nextBody(s, person, body + 1)) {
    if (voiceRule(s, body, person, Voice.move) !== 0) continue;
    proposeLines(s, person, body, menu);
    if (memberRule(s, body, person) === 0) proposeAgainst(s, person, body, menu);
    if (w.powers[body].has('appoint')) proposeAppointment(s, person, body, menu);
    proposeOther(s, person, body, menu);
  }
  proposeAsGuest(s, person, menu);
}

/** Lines in all bodies where he may put them, and nothing else. */
function proposeAllLines(s: Scene, person: number, menu: Menu): void {
  const w = s.world;
  for (let body = nextBody(s, person, 0); body < w.bodies; body = nextBody(s, person, body + 1))
    if (voiceRule(s, body, person, Voice.move) === 0) proposeLines(s, person, body, menu);
  proposeAsGuest(s, person, menu);
}

function proposeAsGuest(s: Scene, person: number, menu: Menu): void {
  const guest = s.world.guestOf[person];
  for (let k = 0; k < guest.length; k++)
    if (!sitsIn(s, guest[k], person) && voiceRule(s, guest[k], person, Voice.move) === 0)
      proposeLines(s, person, guest[k], menu);
}

/** On each issue the body decides: the point nearest one's own position, and one step from the line towards it. */
export function proposeLines(s: Scene, person: number, body: number, menu: Menu, onlyIssue = -1): void {
  const { world: w, state: x } = s;
  for (let issue = 0; issue < w.issues; issue++) {
    if (w.issueBody[issue] !== body && !(onlyIssue === issue)) continue;
    if (onlyIssue >= 0 && issue !== onlyIssue) continue;
    if (x.workSalience[person * w.issues + issue] < least) continue;
    if (onlyIssue < 0 && now(s) - x.decided[body * w.issues + issue] < rest) continue;
    const ideal = nearestPoint(s, issue, x.work[person * w.issues + issue]);
    offerLine(s, person, body, issue, ideal, menu);
    const line = x.line[body * w.issues + issue];
    if (line !== line) continue;
    const step = stepTowards(s, issue, line, ideal);
    if (step !== ideal) offerLine(s, person, body, issue, step, menu);
  }
}

function offerLine(s: Scene, person: number, body: number, issue: number, value: number, menu: Menu): void {
  const m = menu.start(actNumber('motion'), person);
  m.body = body;
  m.issue = issue;
  m.value = value;
  m.option = MotionOption.line;
  menu.offer(s);
}

/** Against the colleague one fights most who holds something in this body's gift. */
function proposeAgainst(s: Scene, person: number, body: number, menu: Menu): void {
  const { world: w, state: x } = s;
  let worst = -1;
  let least = hostile;
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    const j = w.edgeTo[e];
    if (x.tie[e] > least || (x.tie[e] === least && (worst < 0 || w.personKey[j] > w.personKey[worst])))
      continue;
    if (!w.collective[j] && worthHeld(s, j, body) > 0) {
      least = x.tie[e];
      worst = j;
    }
  }
  if (worst < 0) return;
  for (let o = 0; o < w.offices; o++) {
    if (x.holder[o] !== worst || w.officeFilledBy[o] !== body) continue;
    const m = menu.start(actNumber('motion'), person);
    m.body = body;
    m.to = worst;
    m.office = o;
    m.option = MotionOption.remove;
    menu.offer(s);
  }
  const m = menu.start(actNumber('motion'), person);
  m.body = body;
  m.to = worst;
  m.option = MotionOption.expel;
  menu.offer(s);
}

/** For every vacant post that the body fills. */
function proposeAppointment(s: Scene, person: number, body: number, menu: Menu): void {
  const { world: w, state: x } = s;
  for (let o = 0; o < w.offices; o++) {
    if (x.holder[o] !== -1 || w.officeFilledBy[o] !== body) continue;
    const best = candidateFor(s, person, o);
    if (best < 0) continue;
    const m = menu.start(actNumber('motion'), person);
    m.body = body;
    m.to = best;
    m.office = o;
    m.option = MotionOption.appoint;
    menu.offer(s);
  }
}

const scratch = newMove();

/** Carries out what a motion about a person or the organisation decided: the matching act of the body. */
export function enact(s: Scene, slot: number): void {
  const { world: w, state: x } = s;
  const option = x.procOption[slot];
  const name = option === MotionOption.censure ? 'denounce' : motionOptions[option];
  const kind = actNumber(name);
  if (kind < 0 || option === MotionOption.line) return;
  const m = clearMove(scratch);
  m.kind = kind;
  m.by = w.people + x.procBody[slot];
  m.flags = ActFlag.byBody;
  if (assemblyOf(s, slot).bodies.length > 1) m.flags |= ActFlag.joint;
  m.to = x.procTo[slot];
  m.office = x.procOffice[slot];
  m.issue = x.procIssue[slot];
  m.value = x.procValue[slot];
  // From a body if he sits in it; one who does not is expelled from the organisation.
  const outside = option === MotionOption.expel && m.to >= 0 && !x.seat[x.procBody[slot] * w.people + m.to];
  m.body =
    option === MotionOption.remove || option === MotionOption.appoint || outside ? -1 : x.procBody[slot];
  m.proc = slot;
  attempt(s, m);
}
