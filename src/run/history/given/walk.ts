import { procedureNumber } from '../../../acts/define.ts';
import { nextPoint } from '../../clock.ts';
import { applyEvent, holdMeeting, nextCalendar, passTime, runProcedure, takeInitiative } from '../../run.ts';
import { procTop } from '../../../world/procedures.ts';
import { Counter } from '../../../world/state.ts';
import type { Passage, Walk } from './passage.ts';

/**
 * Lets time pass up to `until` between two acts of the record. As in a run, but what the record deals with waits for it: meetings, and
 * procedures opened by its acts. What people do on their own goes through the engine's chooser.
 */
export function passTo(walk: Walk, until: number): void {
  const { engine } = walk;
  const x = engine.scene.state;
  for (;;) {
    const plan = engine.plan.times[walk.planned] ?? Number.POSITIVE_INFINITY;
    const calendar = nextCalendar(engine);
    const slot = nextFree(walk);
    const due = slot < 0 ? Number.POSITIVE_INFINITY : Math.max(x.clock[0], x.procDue[slot]);
    const t = Math.min(plan, calendar, due, nextPoint(engine.scene));
    if (!(t < until)) break;
    passTime(engine, t);
    if (t === plan) engine.plan.act(engine, walk.planned++);
    else if (t === calendar) takeGivenCalendar(walk);
    else if (t === due) runProcedure(engine, slot);
    else takeInitiative(engine);
  }
  if (x.clock[0] < until) passTime(engine, until);
}

/** Outside events happen; meetings only if history had none such. */
function takeGivenCalendar(walk: Walk): void {
  const { engine, given } = walk;
  const { world: w, state: x } = engine.scene;
  const item = w.calendar[x.calendarOrder[x.counters[Counter.calendar]++]];
  if (item.kind === 0) applyEvent(engine, item);
  else if (!given.meetings.has(item.id)) holdMeeting(engine, item);
}

/**
 * Does the procedure in this slot wait for the record? Those that its acts opened do; and no ballot is held that the record does not know,
 * so motions that came of unrecorded dealings wait, too, until history is left: in its world all, in a twin those that it had.
 */
function isHeld(walk: Walk, slot: number): boolean {
  const x = walk.engine.scene.state;
  if (walk.passage.held[slot] !== 0 && walk.passage.held[slot] === x.procOrigin[slot] + 1) return true;
  if (x.procKind[slot] !== procedureNumber('motion')) return false;
  if (walk.twin) return walk.luck?.knows(x.procKey[slot]) ?? false;
  walk.luck?.note(x.procKey[slot]);
  return true;
}

/** The procedure due first among those that the engine carries on; the lower key breaks ties. */
function nextFree(walk: Walk): number {
  const x = walk.engine.scene.state;
  let best = -1;
  let time = Number.POSITIVE_INFINITY;
  const top = procTop(walk.engine.scene);
  for (let slot = 0; slot < top; slot++) {
    if (x.procKind[slot] < 0 || isHeld(walk, slot)) continue;
    const due = x.procDue[slot];
    if (due < time || (due === time && best >= 0 && x.procKey[slot] >>> 0 < x.procKey[best] >>> 0)) {
      time = due;
      best = slot;
    }
  }
  return best;
}

/** Procedures opened since act number `from` are the record's from now on. */
export function holdNew(walk: Walk, from: number): void {
  const x = walk.engine.scene.state;
  for (let slot = 0; slot < procTop(walk.engine.scene); slot++)
    if (x.procKind[slot] >= 0 && x.procOrigin[slot] >= from) walk.passage.held[slot] = x.procOrigin[slot] + 1;
}

/** History is left: its procedures go on by themselves; what has fallen due is taken up at once. */
export const letGo = (passage: Passage): void => {
  passage.held.fill(0);
};
