import { absentVote, covers, Voice, voiceOf } from '../world/assembly.ts';
import { learnInBody, learnPrivately, learnPublicly, shiftTie } from '../world/beliefs.ts';
import { bodyCode, isBodyCode, type Move } from '../world/record.ts';
import { belongsTo, Effect, isAway, isMember, now, type Scene, sitsIn } from '../world/scene.ts';
import { ActFlag } from '../world/state.ts';
import type { Assembly } from '../world/world.ts';
import { graver } from './gravest.ts';
import { Mean } from './meaning.ts';
import { Rule } from './rules.ts';

/** Members of a body, candidates included, in the order in which they came. */
export function* membersOf(s: Scene, body: number): Generator<number> {
  const { world: w, state: x } = s;
  for (let k = 0; k < x.memberCount[body]; k++) yield x.memberList[body * w.bodyCapacity + k];
}

/** 0, or why this person cannot act as a voting member of a body that sits. */
export function memberRule(s: Scene, body: number, person: number): number {
  if (body < 0 || !s.state.convened[body]) return Rule.notConvened;
  if (!sitsIn(s, body, person)) return Rule.noSeat;
  if (!isMember(s, body, person)) return Rule.noVote;
  return isReached(s, body, person) ? Rule.allowed : Rule.away;
}

/** 0, or why this person cannot take part among those who have a seat, with or without a vote. */
export function seatRule(s: Scene, body: number, person: number): number {
  const rule = memberRule(s, body, person);
  if (rule !== Rule.noVote) return rule;
  return isReached(s, body, person) ? Rule.allowed : Rule.away;
}

/** 0, or why this person may not speak, or (`Voice.move`) not put a motion, in a body: candidates and guests may what its rules let them. */
export function voiceRule(s: Scene, body: number, person: number, least: number = Voice.speak): number {
  if (body < 0 || !s.state.convened[body]) return Rule.notConvened;
  const voice = voiceOf(s, body, person);
  if (voice < 0) return Rule.noSeat;
  if (voice < least) return least === Voice.move ? Rule.mayNotMove : Rule.mayNotSpeak;
  return isReached(s, body, person) ? Rule.allowed : Rule.away;
}

/** Is he there, or can he be reached? */
const isReached = (s: Scene, body: number, person: number): boolean =>
  !isAway(s, person) || absentVote(s, s.world.alone[body]);

export const organisationOfBody = (s: Scene, body: number): number => s.world.bodyOrganisation[body];

/** Does he belong to the organisation whose body decides the issue? */
export function concernedBy(s: Scene, person: number, issue: number): boolean {
  return belongsTo(s, organisationOfBody(s, s.world.issueBody[issue]), person);
}

/** Adds a publicly taken position to what people believe of him, and remembers it as his stance. */
export function takeStance(s: Scene, person: number, issue: number, value: number, noise: number): void {
  s.state.stance[person * s.world.issues + issue] = value;
  learnPublicly(s, person, issue, value, noise);
}

/** Tells an audience where someone stands: everybody, a body, or one person. */
export function tell(
  s: Scene,
  person: number,
  issue: number,
  value: number,
  audience: 'public' | 'body' | 'private',
  whom: number,
): void {
  if (issue < 0 || value !== value) return;
  if (audience === 'public') takeStance(s, person, issue, value, s.effects[Effect.noisePublic]);
  else if (audience === 'body') learnInBody(s, whom, person, issue, value, s.effects[Effect.noiseBody]);
  else learnPrivately(s, whom, person, issue, value, s.effects[Effect.noiseConfidence]);
}

/** Being addressed raises a person's tempo for some days. */
export function address(s: Scene, person: number): void {
  if (person < 0) return;
  if (isBodyCode(s, person)) {
    for (const p of membersOf(s, person - s.world.people))
      s.state.addressedUntil[p] = now(s) + s.effects[Effect.reactionDays];
  } else if (person < s.world.people) {
    s.state.addressedUntil[person] = now(s) + s.effects[Effect.reactionDays];
  }
}

/** The line that binds a person on an issue: that of the body that decides it, if he belongs to its organisation; NaN if none. */
export function bindingLine(s: Scene, person: number, issue: number): number {
  if (issue < 0) return Number.NaN;
  const body = s.world.issueBody[issue];
  if (!concernedBy(s, person, issue)) return Number.NaN;
  return s.state.line[body * s.world.issues + issue];
}

/**
 * The body whose line binds a person when he votes in another one: that which decides the issue, if he belongs to its organisation,
 * or a body that binds this one and in which he sits (a fraction); of several with a line the most authoritative. -1 if none.
 */
export function binderOf(s: Scene, person: number, body: number, issue: number): number {
  const { world: w, state: x } = s;
  const decider = w.issueBody[issue];
  let best = decider !== body && !Number.isNaN(bindingLine(s, person, issue)) ? decider : -1;
  for (let k = 0; k < w.boundBy[body].length; k++) {
    const b = w.boundBy[body][k];
    if (!sitsIn(s, b, person) || Number.isNaN(x.line[b * w.issues + issue])) continue;
    if (best < 0 || graver(x.bodyAuthority[b], w.bodyKey[b], x.bodyAuthority[best], w.bodyKey[best]))
      best = b;
  }
  return best;
}

/**
 * Writes what it means to say `value` on `issue` to an audience: the statement itself, and how far it breaks the line
 * that binds the speaker (0–1, in units of the scale; saying it to the body that decides is no breach).
 */
export function meanSaying(
  s: Scene,
  person: number,
  issue: number,
  value: number,
  publicity: number,
  row: Float64Array,
  at: number,
): void {
  row[at + Mean.issue] = issue;
  row[at + Mean.said] = value;
  row[at + Mean.value] = value;
  row[at + Mean.publicity] = publicity;
  const line = bindingLine(s, person, issue);
  if (line === line && value === value && publicity > 0.5) {
    row[at + Mean.breach] = (Math.abs(value - line) / 100) * publicity;
    row[at + Mean.authority] = s.world.issueBody[issue];
  }
}

/** Severity, 0–1, of the norms in force that forbid a kind of act; 0 if none does. */
export function normSeverity(s: Scene, kind: number): number {
  const w = s.world;
  const name = s.kindNames[kind];
  let most = 0;
  for (let n = 0; n < w.norms; n++) {
    if (now(s) >= w.normFrom[n] && now(s) < w.normTo[n] && w.normForbids[n].has(name))
      most = Math.max(most, s.state.severity[n]);
  }
  return most;
}

/** The body in which a person can most directly put an issue: the one that decides it if he sits there, else any body he sits in that the deciding one binds, else -1. */
export function forum(s: Scene, person: number, issue: number): number {
  const body = s.world.issueBody[issue];
  return seatRule(s, body, person) === 0 ? body : -1;
}

/** Days until the next calendar meeting of an assembly, at most `within`; `within` if there is none. Bodies that decide jointly wait for a joint one. */
export function nextSitting(s: Scene, a: Assembly, within: number): number {
  const { world: w, state: x } = s;
  let soonest = within;
  for (let c = 0; c < w.calendar.length; c++) {
    const item = w.calendar[c];
    if (item.kind !== 1 || item.body !== a.bodies[0] || !covers(item.assembly, a)) continue;
    const days = x.calendarTime[c] - now(s);
    if (days > 0 && days < soonest) soonest = days;
  }
  return soonest;
}

/** Worth (0–1) of what a person holds in the gift of a body: his offices there and the seat itself. */
export function worthHeld(s: Scene, person: number, body: number): number {
  const { world: w, state: x } = s;
  let worth = sitsIn(s, body, person) ? seatWorth(s, body) : 0;
  for (let o = 0; o < w.offices; o++)
    if (x.holder[o] === person && w.officeBody[o] === body) worth += x.officeWorth[o];
  return Math.min(1, worth);
}

/** A seat counts as a post in proportion to the body's authority. */
export const seatWorth = (s: Scene, body: number): number => 0.6 * s.state.bodyAuthority[body];

/** A public attack: the tie falls on both sides. */
export function quarrel(s: Scene, a: number, b: number, by: number): void {
  shiftTie(s, a, b, -by);
  shiftTie(s, b, a, -by);
}

export const asBody = (s: Scene, m: Move, body: number): void => {
  m.by = bodyCode(s, body);
  m.flags |= ActFlag.byBody;
};

/** The scale point nearest to a value; ties go to the lower one. */
export function nearestPoint(s: Scene, issue: number, value: number): number {
  const points = s.world.points[issue];
  let best = points[0];
  for (let k = 1; k < points.length; k++)
    if (Math.abs(points[k] - value) < Math.abs(best - value)) best = points[k];
  return best;
}

/** The scale point that is one step from `from` towards `to`; `from`'s nearest point if there is none. */
export function stepTowards(s: Scene, issue: number, from: number, to: number): number {
  const points = s.world.points[issue];
  const start = nearestPoint(s, issue, from);
  let best = start;
  for (let k = 0; k < points.length; k++) {
    const p = points[k];
    if (to > from && p > start + 0.5 && (best === start || p < best)) best = p;
    if (to < from && p < start - 0.5 && (best === start || p > best)) best = p;
  }
  return best;
}
