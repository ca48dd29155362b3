import type { Scene } from './scene.ts';
import type { Assembly } from './world.ts';

/*
 * Who decides together: one body, or several that sit as one. Whoever has a vote in any of the bodies votes once. Nothing here
 * allocates: an assembly is compiled, its people are walked body by body.
 */

/** Seat codes: a member votes; a candidate where the assembly lets candidates vote, too. */
const member = 1;
const candidate = 2;

/** What those without a vote may do in a body. */
export const Voice = { hear: 0, speak: 1, move: 2 } as const;

/** Of a motion whose record names no body: it is never quorate. */
const nobody: Assembly = { bodies: [], quorum: 1, candidates: false };

/** The assembly that decides a matter of a body: that of the power it uses, else the joint meeting that the body is holding, else the body alone. */
export function assemblyFor(s: Scene, body: number, power: string): Assembly {
  if (body < 0) return nobody;
  const { world: w, state: x } = s;
  const joint = w.powersJointly[body].get(power);
  if (joint) return joint;
  const meeting = x.sitting[body] - 1;
  if (meeting < 0) return w.alone[body];
  const { assembly } = w.calendar[meeting];
  return assembly.bodies[0] === body ? assembly : w.alone[body];
}

/** The joint meeting that a body is holding as its host: the item's place in the calendar; -1. */
export function jointMeeting(s: Scene, body: number): number {
  const meeting = body < 0 ? -1 : s.state.sitting[body] - 1;
  if (meeting < 0) return -1;
  const { bodies } = s.world.calendar[meeting].assembly;
  return bodies.length > 1 && bodies[0] === body ? meeting : -1;
}

/** Puts the bodies of a calendar meeting in session, or ends it. */
export function sit(s: Scene, meeting: number, inSession: boolean): void {
  const { bodies } = s.world.calendar[meeting].assembly;
  for (let i = 0; i < bodies.length; i++) s.state.sitting[bodies[i]] = inSession ? meeting + 1 : 0;
}

/** Do all the bodies of an assembly sit in another one? */
export function covers(all: Assembly, some: Assembly): boolean {
  for (let i = 0; i < some.bodies.length; i++) if (!all.bodies.includes(some.bodies[i])) return false;
  return true;
}

/** Has he a vote in the assembly by his seat in its i-th body? */
export function votesThere(s: Scene, a: Assembly, i: number, person: number): boolean {
  const { world: w, state: x } = s;
  const body = a.bodies[i];
  const role = x.seat[body * w.people + person];
  if (role !== member && !(a.candidates && role === candidate)) return false;
  // A body that does not sit cannot sit with others.
  return a.bodies.length === 1 || x.convened[body] === 1;
}

/** Is the i-th body the first of the assembly in which he has a vote? So that nobody is counted twice. */
export function countsAt(s: Scene, a: Assembly, i: number, person: number): boolean {
  if (!votesThere(s, a, i, person)) return false;
  for (let k = 0; k < i; k++) if (votesThere(s, a, k, person)) return false;
  return true;
}

/** Has he a vote in any of the bodies? */
export function votesIn(s: Scene, a: Assembly, person: number): boolean {
  for (let i = 0; i < a.bodies.length; i++) if (votesThere(s, a, i, person)) return true;
  return false;
}

/**
 * May those who are away vote, by telephone or by post? Always where the body decides so; where it does both, between its
 * meetings, when a question goes round; never in a joint sitting unless its host decides by telephone only.
 */
export function absentVote(s: Scene, a: Assembly): boolean {
  const host = a.bodies[0];
  const way = s.world.telephone[host];
  return way === 1 || (way === 2 && a.bodies.length === 1 && s.state.sitting[host] === 0);
}

/** Votes of all who have one in the assembly; with `present`, of those only who take part. */
export function votesOf(s: Scene, a: Assembly, present: boolean): number {
  let votes = 0;
  const all = !present || absentVote(s, a);
  for (let i = 0; i < a.bodies.length; i++) votes += votesAt(s, a, i, all, true);
  return votes;
}

/** Votes in the i-th body: of everybody or of those not away; `once`: leaving out whom an earlier body has counted. */
function votesAt(s: Scene, a: Assembly, i: number, all: boolean, once: boolean): number {
  const { world: w, state: x } = s;
  const first = a.bodies[i] * w.bodyCapacity;
  let votes = 0;
  for (let k = first; k < first + x.memberCount[a.bodies[i]]; k++) {
    const p = x.memberList[k];
    if (!all && x.away[p]) continue;
    if (once ? countsAt(s, a, i, p) : votesThere(s, a, i, p)) votes += w.size[p];
  }
  return votes;
}

/** Every body of it has its own quorum, or at least one vote, and the assembly the quorum of its rule. */
export function isQuorate(s: Scene, a: Assembly): boolean {
  const all = absentVote(s, a);
  for (let i = 0; i < a.bodies.length; i++)
    if (votesAt(s, a, i, all, false) < Math.max(1, s.world.quorum[a.bodies[i]])) return false;
  return votesOf(s, a, true) >= a.quorum;
}

/** Have all its bodies been convened? */
export function isConvened(s: Scene, a: Assembly): boolean {
  for (let i = 0; i < a.bodies.length; i++) if (!s.state.convened[a.bodies[i]]) return false;
  return true;
}

/** Is he in the room when the body sits: member, candidate or guest? */
export const attends = (s: Scene, body: number, person: number): boolean =>
  s.state.seat[body * s.world.people + person] !== 0 || s.state.guest[body * s.world.people + person] !== 0;

/** What somebody without a vote may do in a body (see `Voice`); -1 if he is not there. */
export function voiceOf(s: Scene, body: number, person: number): number {
  const { world: w, state: x } = s;
  const cell = body * w.people + person;
  if (x.seat[cell] === member) return Voice.move;
  if (x.seat[cell] === candidate) return w.candidateVoice[body];
  return x.guest[cell] ? w.guestVoice[body] : -1;
}
