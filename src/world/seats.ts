import { votesOf } from './assembly.ts';
import type { Scene } from './scene.ts';
import { seatWords } from './state.ts';

/**
 * The bodies in which a person sits as member or candidate, one after the other, in the order of `bodyOrder`: `from` is 0 for the
 * first, then the last one returned plus 1. The number of bodies if there is no other.
 */
export function nextBody(s: Scene, person: number, from: number): number {
  const { world: w, state: x } = s;
  const words = seatWords(w);
  for (let r = from === 0 ? 0 : w.bodyRank[from - 1] + 1; r < w.bodies; ) {
    const rest = x.seatMask[person * words + (r >> 5)] >>> (r & 31);
    if (rest !== 0) return w.bodyOrder[r + 31 - Math.clz32(rest & -rest)];
    r = (r | 31) + 1;
  }
  return w.bodies;
}

/** Gives a seat (1 member, 2 candidate). Does nothing if he has it. */
export function seat(s: Scene, body: number, person: number, role: 1 | 2): void {
  const { world: w, state: x } = s;
  const cell = body * w.people + person;
  if (x.seat[cell] === role) return;
  if (x.seat[cell] === 0) {
    const at = x.memberCount[body];
    if (at >= w.bodyCapacity)
      throw new RangeError(`body ${w.bodyId[body]} cannot take more than ${w.bodyCapacity} members`);
    x.memberList[body * w.bodyCapacity + at] = person;
    x.memberCount[body] = at + 1;
    x.seatMask[person * seatWords(w) + (w.bodyRank[body] >> 5)] |= 1 << (w.bodyRank[body] & 31);
  }
  x.seat[cell] = role;
}

/** Takes a seat away; the order of the others is kept. */
export function unseat(s: Scene, body: number, person: number): void {
  const { world: w, state: x } = s;
  const cell = body * w.people + person;
  if (x.seat[cell] === 0) return;
  x.seat[cell] = 0;
  x.seatMask[person * seatWords(w) + (w.bodyRank[body] >> 5)] &= ~(1 << (w.bodyRank[body] & 31));
  const first = body * w.bodyCapacity;
  const n = x.memberCount[body];
  let to = first;
  for (let i = first; i < first + n; i++) {
    const p = x.memberList[i];
    if (p !== person) x.memberList[to++] = p;
  }
  x.memberCount[body] = n - 1;
}

/** Fills an office (person -1: leaves it vacant); its resources follow the holder. */
export function fillOffice(s: Scene, office: number, person: number): void {
  const { world: w, state: x } = s;
  const before = x.holder[office];
  x.holder[office] = person;
  const body = w.officeBody[office];
  if (w.exOfficio[body]) {
    if (before >= 0 && before !== person && !holdsIn(s, body, before)) unseat(s, body, before);
    if (person >= 0) seat(s, body, person, 1);
  }
  for (const r of w.officeCarries[office]) {
    if (x.resourceHolder[r] === before || x.resourceHolder[r] === -1 || before === -1) {
      x.resourceHolder[r] = person >= 0 ? person : w.people + w.officeBody[office];
    }
  }
}

function holdsIn(s: Scene, body: number, person: number): boolean {
  for (let o = 0; o < s.world.offices; o++)
    if (s.state.holder[o] === person && s.world.officeBody[o] === body) return true;
  return false;
}

/** Takes everything an organisation's member holds in it: seats, offices, membership. */
export function leaveOrganisation(s: Scene, organisation: number, person: number): void {
  const { world: w, state: x } = s;
  x.belongs[organisation * w.people + person] = 0;
  for (let b = 0; b < w.bodies; b++) {
    if (w.bodyOrganisation[b] !== organisation) continue;
    unseat(s, b, person);
    x.guest[b * w.people + person] = 0;
  }
  for (let o = 0; o < w.offices; o++) {
    if (x.holder[o] === person && w.bodyOrganisation[w.officeFilledBy[o]] === organisation)
      fillOffice(s, o, -1);
  }
}

/** Votes of all voting members of a body. */
export const memberVotes = (s: Scene, body: number): number => votesOf(s, s.world.alone[body], false);

/** Votes of those members who take part: who is away does where the rules let him vote all the same. */
export const presentVotes = (s: Scene, body: number): number => votesOf(s, s.world.alone[body], true);
