import { mixKey } from '../chance/keys.ts';
import { Counter, Mark, procedureCapacity } from './state.ts';
import type { Move } from './record.ts';
import { now, type Scene } from './scene.ts';

/** Opens a procedure for an act just written and returns its slot. Throws a RangeError when 64 are open. */
export function openProcedure(s: Scene, kind: number, m: Move, origin: number, due: number): number {
  const x = s.state;
  for (let slot = 0; slot < procedureCapacity; slot++) {
    if (x.procKind[slot] !== -1) continue;
    x.procKind[slot] = kind;
    x.procState[slot] = 0;
    x.procBy[slot] = m.by;
    x.procTo[slot] = m.to;
    x.procBody[slot] = m.body;
    x.procIssue[slot] = m.issue;
    x.procOffice[slot] = m.office;
    x.procOption[slot] = m.option;
    x.procParent[slot] = m.proc;
    x.procOrigin[slot] = origin;
    x.procKey[slot] = mixKey(m.key, occurrence(s, origin));
    x.procCount[slot] = 0;
    x.procOpened[slot] = now(s);
    x.procDue[slot] = due;
    x.procValue[slot] = m.value;
    x.procForce[slot] = 0;
    x.mark.fill(0, slot * s.world.people, (slot + 1) * s.world.people);
    x.counters[Counter.procedures]++;
    if (slot >= x.counters[Counter.top]) x.counters[Counter.top] = slot + 1;
    return slot;
  }
  throw new RangeError(`more than ${procedureCapacity} procedures are open at once`);
}

/** How many acts like this one (same kind, target, matter) came before it: the same motion put again is another occasion. */
function occurrence(s: Scene, origin: number): number {
  const x = s.state;
  let n = 0;
  for (let k = 0; k < origin; k++) {
    if (
      x.actKind[k] !== x.actKind[origin] ||
      x.actIssue[k] !== x.actIssue[origin] ||
      x.actBody[k] !== x.actBody[origin]
    )
      continue;
    if (
      x.actTo[k] === x.actTo[origin] &&
      x.actOffice[k] === x.actOffice[origin] &&
      x.actOption[k] === x.actOption[origin] &&
      Object.is(x.actValue[k], x.actValue[origin])
    )
      n++;
  }
  return n;
}

/** Every open procedure's slot lies below this: the end of a search among them. */
export const procTop = (s: Scene): number => s.state.counters[Counter.top];

/** Closes a procedure; its slot becomes free. Procedures opened by it lose their parent. */
export function closeProcedure(s: Scene, slot: number): void {
  const x = s.state;
  x.procKind[slot] = -1;
  x.procDue[slot] = Number.POSITIVE_INFINITY;
  for (let k = 0; k < procTop(s); k++)
    if (x.procKind[k] !== -1 && x.procParent[k] === slot) x.procParent[k] = -1;
  x.counters[Counter.procedures]--;
  while (x.counters[Counter.top] > 0 && x.procKind[x.counters[Counter.top] - 1] === -1)
    x.counters[Counter.top]--;
}

export const markOf = (s: Scene, slot: number, person: number): number =>
  s.state.mark[slot * s.world.people + person];

export function setMark(s: Scene, slot: number, person: number, mark: number): void {
  s.state.mark[slot * s.world.people + person] = mark;
}

/** How many votes carry a mark in a procedure. */
export function countMark(s: Scene, slot: number, mark: number): number {
  const { world: w, state: x } = s;
  let n = 0;
  for (let p = 0; p < w.people; p++) if (x.mark[slot * w.people + p] === mark) n += w.size[p];
  return n;
}

/** Signed, with or without reservation. */
export const hasSigned = (mark: number): boolean => mark === Mark.yes || mark === Mark.reserved;

/** The open procedure of a kind that fits, or -1. Negative arguments match anything. */
export function findProcedure(s: Scene, kind: number, body: number, issue: number, by: number): number {
  const x = s.state;
  const top = procTop(s);
  for (let slot = 0; slot < top; slot++) {
    if (x.procKind[slot] !== kind) continue;
    if (body >= 0 && x.procBody[slot] !== body) continue;
    if (issue >= 0 && x.procIssue[slot] !== issue) continue;
    if (by >= 0 && x.procBy[slot] !== by) continue;
    return slot;
  }
  return -1;
}

/** Is a procedure of a kind open that another one has opened? */
export function hasChild(s: Scene, slot: number, kind: number): boolean {
  const x = s.state;
  for (let k = 0; k < procTop(s); k++) if (x.procKind[k] === kind && x.procParent[k] === slot) return true;
  return false;
}

/** The slot whose origin is a given act, or -1. */
export function procedureOfAct(s: Scene, act: number): number {
  const x = s.state;
  for (let slot = 0; slot < procTop(s); slot++)
    if (x.procKind[slot] !== -1 && x.procOrigin[slot] === act) return slot;
  return -1;
}
