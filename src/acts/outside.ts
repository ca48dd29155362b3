import { closeProcedure, findProcedure, procTop } from '../world/procedures.ts';
import { isBodyCode, type Move } from '../world/record.ts';
import { now, type Scene, sitsIn } from '../world/scene.ts';
import { memberVotes, nextBody } from '../world/seats.ts';
import { openBounded, slotOfKind } from './bounded.ts';
import { nearestPoint } from './common.ts';
import { procedureNumber } from './define.ts';
import { lineOf } from './issues.ts';
import { Rule } from './rules.ts';

/** What those who make a demand threaten; `declared`: the threat is carried out. */
export const demandOptions = ['strike', 'leave', 'recall', 'declared'] as const;
export const DemandOption = { strike: 0, leave: 1, recall: 2, declared: 3 } as const;

/** Days until a demand falls due; points by which the line may still miss it and satisfy it. */
export const demandDays = 4;
export const satisfied = 15;
const mostDemands = 8;

/**
 * How much stands behind an outsider's demand, 0–1: the resources in his hands and his largest share of the seats of a body; a
 * little for his name alone.
 */
export function forceOf(s: Scene, person: number): number {
  const { world: w, state: x } = s;
  let force = 0.15 * x.authority[person];
  for (let r = 0; r < w.resources; r++) if (x.resourceHolder[r] === person) force += x.resourceWeight[r];
  let share = 0;
  for (let b = nextBody(s, person, 0); b < w.bodies; b = nextBody(s, person, b + 1)) {
    if (x.seat[b * w.people + person] !== 1) continue;
    share = Math.max(share, w.size[person] / Math.max(1, memberVotes(s, b)));
  }
  return Math.min(1, force + share);
}

/** Force that a person of our own could call on: armed force in his hands, half of what a body in which he sits holds, else his name. */
export function armedForce(s: Scene, person: number): number {
  const { world: w, state: x } = s;
  let force = 0.35 * x.authority[person];
  for (let r = 0; r < w.resources; r++) {
    if (w.resourceKind[r] !== 'force') continue;
    const holder = x.resourceHolder[r];
    if (holder === person) force = Math.max(force, x.resourceWeight[r]);
    else if (isBodyCode(s, holder) && sitsIn(s, holder - w.people, person))
      force = Math.max(force, 0.5 * x.resourceWeight[r]);
  }
  return Math.min(1, force);
}

/** The open demand of a person on an issue; -1. */
export function demandOf(s: Scene, by: number, issue: number): number {
  const x = s.state;
  const kind = procedureNumber('demand');
  for (let slot = 0; slot < procTop(s); slot++) {
    if (x.procKind[slot] === kind && x.procBy[slot] === by && x.procIssue[slot] === issue) return slot;
  }
  return -1;
}

/** The open demand on an issue that somebody other than `except` presses hardest; -1. */
export function hardestDemand(s: Scene, issue: number, except: number): number {
  const x = s.state;
  const kind = procedureNumber('demand');
  let best = -1;
  for (let slot = 0; slot < procTop(s); slot++) {
    if (x.procKind[slot] !== kind || x.procIssue[slot] !== issue || x.procBy[slot] === except) continue;
    if (best < 0 || x.procForce[slot] > x.procForce[best]) best = slot;
  }
  return best;
}

/** Opens a demand, or renews the one that he has open. It presses on the body that decides the issue, wherever it is put. */
export function openDemand(s: Scene, m: Move, origin: number, force: number): void {
  if (m.issue < 0 || Number.isNaN(m.value)) return;
  const x = s.state;
  let slot = demandOf(s, m.by, m.issue);
  if (slot < 0) slot = openBounded(s, procedureNumber('demand'), m, origin, now(s) + 1, mostDemands);
  if (slot < 0) return;
  x.procBody[slot] = s.world.issueBody[m.issue];
  x.procParent[slot] = -1;
  x.procOrigin[slot] = origin;
  x.procValue[slot] = m.value;
  x.procOption[slot] = m.option;
  x.procOpened[slot] = now(s);
  x.procDue[slot] = now(s) + 1;
  x.procState[slot] = 0;
  x.procCount[slot] = 0;
  x.procForce[slot] = force;
}

/** Has the line come near enough to a demand? */
export function isMet(s: Scene, slot: number): boolean {
  const line = lineOf(s, s.state.procIssue[slot]);
  return Math.abs(line - s.state.procValue[slot]) <= satisfied;
}

/** The open talks with an outsider on an issue (negative: on any); -1. */
export function talksWith(s: Scene, outsider: number, issue: number): number {
  const x = s.state;
  const kind = procedureNumber('talks');
  for (let slot = 0; slot < procTop(s); slot++) {
    if (x.procKind[slot] !== kind || x.procTo[slot] !== outsider) continue;
    if (issue < 0 || x.procIssue[slot] === issue) return slot;
  }
  return -1;
}

/** Whose turn it is in talks, or that they have come to an agreement. */
export const Turn = { ours: 0, theirs: 1, agreed: 2 } as const;
/** Who made the offer on the table (`procOption` of talks; its value is `procForce`). */
export const Offered = { nobody: 0, us: 1, them: 2 } as const;
const mostTalks = 6;

/** Opens talks with a mandate, `m.value`; by convention m.by is ours (a person, or the body's code), m.to the outsider. */
export function openTalks(s: Scene, m: Move, origin: number): number {
  const x = s.state;
  const slot = openBounded(s, procedureNumber('talks'), m, origin, now(s) + 1, mostTalks);
  if (slot < 0) return slot;
  x.procBody[slot] = s.world.issueBody[m.issue];
  x.procParent[slot] = -1;
  x.procForce[slot] = Number.NaN;
  x.procOption[slot] = Offered.nobody;
  x.procState[slot] = Turn.ours;
  return slot;
}

/**
 * The talks a move belongs to: those it answers, else those on its issue with its outsider, else any with him; else those at which he
 * sits down beside the outsider with whom they were opened. -1 if there are none.
 */
export function talksOf(s: Scene, m: Move): number {
  const kind = procedureNumber('talks');
  const own = slotOfKind(s, m.proc, kind);
  if (own >= 0) return own;
  const outsider = outsiderIn(s, m);
  if (outsider < 0) return -1;
  const slot = talksWith(s, outsider, m.issue);
  if (slot >= 0) return slot;
  const other = talksWith(s, outsider, -1);
  return other >= 0 ? other : findProcedure(s, kind, -1, -1, -1);
}

/** The outsider among the two sides of a move; -1. */
export function outsiderIn(s: Scene, m: Move): number {
  const w = s.world;
  if (m.by >= 0 && m.by < w.people && w.outsider[m.by]) return m.by;
  return m.to >= 0 && m.to < w.people && w.outsider[m.to] ? m.to : -1;
}

/** Does whoever acts in these talks speak for the other side: the outsider himself, or another one beside him? */
export const isTheirs = (s: Scene, m: Move, slot: number): boolean =>
  m.by === s.state.procTo[slot] || (m.by >= 0 && m.by < s.world.people && s.world.outsider[m.by] === 1);

/** 0, or why a move cannot answer the offer on the table. */
export function offerAnswerRule(s: Scene, m: Move): number {
  const slot = talksOf(s, m);
  if (slot < 0) return Rule.noTalks;
  const expected = isTheirs(s, m, slot) ? Offered.us : Offered.them;
  return s.state.procOption[slot] === expected ? Rule.allowed : Rule.notAddressed;
}

/** What the outsider in these talks asks for: his open demand, else where the public believes him to stand. */
export function askedFor(s: Scene, slot: number): number {
  const x = s.state;
  const demand = demandOf(s, x.procTo[slot], x.procIssue[slot]);
  if (demand >= 0) return x.procValue[demand];
  return nearestPoint(
    s,
    x.procIssue[slot],
    x.publicMean[x.procTo[slot] * s.world.issues + x.procIssue[slot]],
  );
}

/** The other side has the word from the next day on. */
export function passTurn(s: Scene, slot: number, turn: number): void {
  const x = s.state;
  x.procState[slot] = turn;
  x.procCount[slot]++;
  x.procDue[slot] = now(s) + 1;
}

/** Ends talks; the demand behind them falls due again. */
export function endTalks(s: Scene, slot: number): void {
  const x = s.state;
  const demand = demandOf(s, x.procTo[slot], x.procIssue[slot]);
  if (demand >= 0) x.procDue[demand] = Math.min(x.procDue[demand], now(s) + 1);
  closeProcedure(s, slot);
}
