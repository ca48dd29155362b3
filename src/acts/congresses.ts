import { findProcedure, setMark } from '../world/procedures.ts';
import { isBodyCode, type Move } from '../world/record.ts';
import { now, type Scene } from '../world/scene.ts';
import { Mark } from '../world/state.ts';
import { openBounded } from './bounded.ts';
import { allDelegates, branchOf } from './branches.ts';
import { actNumber, procedureNumber } from './define.ts';
import { shareBehind } from './demands.ts';
import { isAbove } from './posts.ts';

/** States of the procedure `congress`. */
export const Call = { demanded: 0, called: 1, sitting: 2 } as const;

/** Share of the delegates whose branches can force a congress, days of notice, and days after which a demand is forgotten. */
export const callShare = 1 / 3;
export const notice = 30;
export const forgotten = 60;

/** The body to be convened: the one named, or the first above it that does not sit; without a name, one that can give a verdict. -1 if all sit. */
export function congressOf(s: Scene, body: number): number {
  const { world: w, state: x } = s;
  for (let b = body, n = 0; b >= 0 && n < w.bodies; b = w.superior[b], n++) if (!x.convened[b]) return b;
  if (body >= 0) return -1;
  for (let b = 0; b < w.bodies; b++) if (!x.convened[b] && w.powers[b].has('verdict')) return b;
  return -1;
}

export const openCall = (s: Scene, congress: number): number =>
  findProcedure(s, procedureNumber('congress'), congress, -1, -1);

/** Has a branch called for it since the demand was raised (or, without one, within its lifetime)? */
export function hasCalled(s: Scene, code: number, slot: number): boolean {
  const x = s.state;
  const since = slot >= 0 ? x.procOpened[slot] : now(s) - forgotten;
  const kind = actNumber('call-congress');
  for (let k = x.lastActOf[kind]; k >= 0 && x.actTime[k] >= since; k = x.actAlike[k]) {
    if (x.actBy[k] === code) return true;
  }
  return false;
}

/** May a body call it: it has the power, or stands right below? */
export function mayCall(s: Scene, body: number, congress: number): boolean {
  const w = s.world;
  return w.superior[body] === congress || (w.powers[body].has('call-congress') && isAbove(s, congress, body));
}

/**
 * Raises the demand for a congress, or adds to it; calls it once enough support it: a body that may, most of that body's votes, or
 * branches with a third of the delegates. `counted`: the branch's act is in the record already. Returns the slot, -1 if there is no room.
 */
export function demandCongress(s: Scene, m: Move, congress: number, origin: number, fresh: boolean): number {
  const { world: w, state: x } = s;
  let slot = openCall(s, congress);
  if (slot < 0) {
    const from = m.body;
    m.body = congress;
    slot = openBounded(s, procedureNumber('congress'), m, origin, now(s) + forgotten, 4);
    m.body = from;
    if (slot < 0) return -1;
  }
  if (x.procIssue[slot] < 0) x.procIssue[slot] = m.issue;
  if (Number.isNaN(x.procValue[slot])) x.procValue[slot] = m.value;
  const branch = branchOf(s, m.by);
  if (branch >= 0) {
    if (fresh) x.procForce[slot] += x.branchShare[branch] / Math.max(1e-9, allDelegates(s));
    if (x.procForce[slot] >= callShare - 1e-9) callFor(s, slot);
  } else if (isBodyCode(s, m.by)) {
    if (mayCall(s, m.by - w.people, congress)) callFor(s, slot);
  } else if (m.by >= 0) {
    markDemanders(s, m, slot);
    for (let b = 0; b < w.bodies; b++)
      if (w.superior[b] === congress && shareBehind(s, b, m.by) > 0.5) callFor(s, slot);
  }
  return slot;
}

function markDemanders(s: Scene, m: Move, slot: number): void {
  if (s.party.byCount === 0) setMark(s, slot, m.by, Mark.yes);
  for (let k = 0; k < s.party.byCount; k++) setMark(s, slot, s.party.by[k], Mark.yes);
}

/** It is called: it meets after the usual notice. A record's own date goes to `procDue`. */
export function callFor(s: Scene, slot: number): void {
  if (s.state.procState[slot] !== Call.demanded) return;
  s.state.procState[slot] = Call.called;
  s.state.procDue[slot] = now(s) + notice;
}
