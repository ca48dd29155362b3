import { nextBody } from '../world/seats.ts';
import { findProcedure, procTop } from '../world/procedures.ts';
import { isBodyCode, type Move } from '../world/record.ts';
import { type Scene, sitsIn } from '../world/scene.ts';
import { seatWorth } from './common.ts';
import { actNumber, procedureNumber } from './define.ts';
import { beginRanking, gravest, rank } from './gravest.ts';
import type { Menu } from './menu.ts';
import { Rule } from './rules.ts';

/** Days within which a resignation can be taken back. */
export const takenBack = 60;

/** States of the procedure `resignation`. */
export const Leave = { threatened: 0, offered: 1, voting: 2, refused: 3, over: 4 } as const;

export const isResignation = (s: Scene, slot: number): boolean =>
  slot >= 0 && s.state.procKind[slot] === procedureNumber('resignation');

/** The body that decides on what a person would lay down: the one that fills the office, or the body of the seat itself. */
export const deciderOf = (s: Scene, body: number, office: number): number =>
  office >= 0 ? s.world.officeFilledBy[office] : body;

/** Worth of the seat or office that a move is about. */
export const worthOf = (s: Scene, m: Move): number =>
  m.office >= 0 ? s.state.officeWorth[m.office] : m.body >= 0 ? seatWorth(s, m.body) : 0;

/** The open threat or offer of a person concerning this seat or office, or −1. */
export function openLeave(s: Scene, person: number, body: number, office: number): number {
  const x = s.state;
  const kind = procedureNumber('resignation');
  for (let slot = 0; slot < procTop(s); slot++) {
    if (x.procKind[slot] !== kind || x.procBy[slot] !== person) continue;
    if (
      office >= 0
        ? x.procOffice[slot] === office
        : x.procOffice[slot] < 0 && (body < 0 || x.procBody[slot] === body)
    )
      return slot;
  }
  return -1;
}

/** The procedure that a body's answer belongs to: the one it answers, the parent of the motion that decided it, or the open one of that person. */
export function leaveAnswered(s: Scene, m: Move): number {
  if (isResignation(s, m.proc)) return m.proc;
  const parent = m.proc >= 0 ? s.state.procParent[m.proc] : -1;
  if (isResignation(s, parent)) return parent;
  return m.to >= 0 ? openLeave(s, m.to, m.body, m.office) : -1;
}

/** 0, or why a move is no body's answer to an offer to go. */
export function leaveAnswerRule(s: Scene, m: Move): number {
  if (!isBodyCode(s, m.by)) return Rule.noPower;
  return leaveAnswered(s, m) >= 0 ? Rule.allowed : Rule.noProcedure;
}

/** Fills a body's answer with whom and what the offer was about; returns the offer's slot, or −1. */
export function takeLeave(s: Scene, m: Move): number {
  const x = s.state;
  const slot = leaveAnswered(s, m);
  if (slot < 0) return slot;
  m.to = x.procBy[slot];
  m.office = x.procOffice[slot];
  m.body = m.office >= 0 ? -1 : x.procBody[slot];
  return slot;
}

/** 0, or why a person cannot lay down what the move names. */
export function layDownRule(s: Scene, m: Move): number {
  if (m.by < 0 || m.by >= s.world.people || s.world.collective[m.by]) return Rule.collective;
  if (m.office >= 0) return s.state.holder[m.office] === m.by ? Rule.allowed : Rule.noOffice;
  return m.body >= 0 && sitsIn(s, m.body, m.by) ? Rule.allowed : Rule.noSeat;
}

/** Offers a kind of act for a person's seats, by authority, and his offices, by worth: at most four seats and six holdings in all. */
export function offerHoldings(s: Scene, kind: string, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  const busy = findProcedure(s, procedureNumber('resignation'), -1, -1, person) >= 0;
  // One who has threatened may go on to offer it; nobody offers or threatens the same twice.
  const step = kind === 'offer-resign' ? Leave.offered : Leave.threatened;
  let offered = 0;
  for (
    let body = nextBody(s, person, 0);
    body < w.bodies && offered < 4;
    body = nextBody(s, person, body + 1)
  ) {
    if (
      !x.convened[body] ||
      !sitsIn(s, body, person) ||
      (busy && hasGone(s, openLeave(s, person, body, -1), step))
    )
      continue;
    menu.start(actNumber(kind), person).body = body;
    if (menu.offer(s)) offered++;
  }
  beginRanking(w.offices);
  for (let o = 0; o < w.offices; o++) if (x.holder[o] === person) rank(o, x.officeWorth[o], w.officeKey[o]);
  for (let o = gravest(); o >= 0 && offered < 6; o = gravest()) {
    if (busy && hasGone(s, openLeave(s, person, -1, o), step)) continue;
    menu.start(actNumber(kind), person).office = o;
    if (menu.offer(s)) offered++;
  }
}

/** Has an open threat or offer (−1: none) come as far as this state? */
const hasGone = (s: Scene, slot: number, step: number): boolean =>
  slot >= 0 && s.state.procState[slot] >= step;

/** The last resignation of a person that is still in the record of the run, or −1; `since` limits how long ago. */
export function lastResignation(s: Scene, person: number, since: number): number {
  const x = s.state;
  const kind = actNumber('resign');
  const back = actNumber('withdraw-resignation');
  for (let k = x.lastActBy[person]; k >= 0 && x.actTime[k] >= since; k = x.actEarlier[k]) {
    if (x.actKind[k] === back) return -1;
    if (x.actKind[k] === kind) return k;
  }
  return -1;
}
