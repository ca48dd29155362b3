import { mixKey } from '../chance/keys.ts';
import { exp } from '../chance/exact.ts';
import { evaluate } from '../choice/evaluate.ts';
import { fade, applyPressures } from '../world/pressure.ts';
import { Effect } from '../world/scene.ts';
import { Counter } from '../world/state.ts';
import { procTop } from '../world/procedures.ts';
import type { CalendarEffect, CalendarItem } from '../world/world.ts';
import { actNumber, attempt } from '../acts/define.ts';
import { clearMove, newMove } from '../world/record.ts';
import { holdMeeting } from './meeting.ts';
import type { Occasion } from './chooser.ts';
import { choose, chosen, fillMenu, runProcedure } from './steps.ts';
import { nextPoint, type Point, takePoint } from './clock.ts';
import { beginRun, type Engine } from './engine.ts';

export { carryOut, choose, chosen, fillMenu, runProcedure } from './steps.ts';
export { holdMeeting } from './meeting.ts';

/** What a run stands at, besides its state: how far the plan has been carried out. */
export interface Progress {
  planned: number;
}

// biome-ignore lint/suspicious/noApproximativeNumericConstant: the standard fixes Math.LN2 only approximately
const halve = (t: number): number => exp(-0.6931471805599453 * t);
const point: Point = { person: 0, live: false, band: 0, number: 0 };
const occasion: Occasion = { kind: 0, person: 0, key: 0, slot: -1, nested: false, mayWait: true };
const demandMove = newMove();

/** One whole run, from the first day to the last. */
export function simulate(engine: Engine, seed: number, run: number): void {
  beginRun(engine, seed, run);
  continueRun(engine, { planned: 0 }, engine.scene.world.ends + 1);
}

/**
 * Runs on until `until` (days). The clock holds four kinds of moments; at the same instant the plan comes first, then the
 * calendar, then deadlines, then initiative.
 */
export function continueRun(engine: Engine, progress: Progress, until: number): void {
  const { scene: s } = engine;
  const x = s.state;
  for (;;) {
    const plan = engine.plan.times[progress.planned] ?? Number.POSITIVE_INFINITY;
    const calendar = nextCalendar(engine);
    const slot = nextDue(engine);
    const due = slot < 0 ? Number.POSITIVE_INFINITY : Math.max(x.clock[0], x.procDue[slot]);
    const own = nextPoint(s);
    const t = Math.min(plan, calendar, due, own);
    if (!(t < until)) break;
    passTime(engine, t);
    if (t === plan) engine.plan.act(engine, progress.planned++);
    else if (t === calendar) takeCalendar(engine);
    else if (t === due) runProcedure(engine, slot);
    else takeInitiative(engine);
  }
  if (x.clock[0] < until) passTime(engine, until);
}

/** Moves the clock; pressures and strain fade. */
export function passTime(engine: Engine, to: number): void {
  const { scene: s } = engine;
  if (to > s.state.clock[0]) s.state.clock[0] = to;
  fade(s, s.state.clock[0], s.effects[Effect.strainFade], halve);
}

export function nextCalendar(engine: Engine): number {
  const { world: w, state: x } = engine.scene;
  const at = x.counters[Counter.calendar];
  return at < w.calendar.length ? x.calendarTime[x.calendarOrder[at]] : Number.POSITIVE_INFINITY;
}

/** The procedure that falls due first; the lower key breaks ties, so that slots do not matter. */
function nextDue(engine: Engine): number {
  const x = engine.scene.state;
  if (x.counters[Counter.procedures] === 0) return -1;
  let best = -1;
  let time = Number.POSITIVE_INFINITY;
  const top = procTop(engine.scene);
  for (let slot = 0; slot < top; slot++) {
    if (x.procKind[slot] < 0) continue;
    const due = x.procDue[slot];
    if (due < time || (due === time && best >= 0 && x.procKey[slot] >>> 0 < x.procKey[best] >>> 0)) {
      time = due;
      best = slot;
    }
  }
  return time === Number.POSITIVE_INFINITY ? -1 : best;
}

/** A candidate moment: if it is live, he looks at every legal move he has, and at waiting. */
export function takeInitiative(engine: Engine): void {
  const { scene: s, mind } = engine;
  takePoint(s, engine.luck, point);
  s.state.counters[Counter.points]++;
  if (!point.live) return;
  const person = point.person;
  occasion.kind = 0;
  occasion.person = person;
  occasion.slot = -1;
  occasion.key = mixKey(mixKey(s.world.personKey[person], 0x706f + point.band), point.number);
  occasion.nested = true;
  occasion.mayWait = true;
  const { chooser } = engine;
  if (chooser.glance && !chooser.wholly?.(occasion)) {
    const row = chooser.glance(engine, occasion);
    chosen(engine, row);
    return;
  }
  fillMenu(engine, person);
  if (mind.menu.size === 0) return;
  evaluate(mind, person);
  choose(engine, occasion);
}

function takeCalendar(engine: Engine): void {
  const { scene: s } = engine;
  const x = s.state;
  const item = s.world.calendar[x.calendarOrder[x.counters[Counter.calendar]++]];
  if (item.kind === 0) applyEvent(engine, item);
  else holdMeeting(engine, item);
}

/** Carries out an outside event. */
export function applyEvent(engine: Engine, item: CalendarItem): void {
  for (const e of item.effects) applyEffect(engine, e);
  applyPressures(engine.scene);
}

function applyEffect(engine: Engine, e: CalendarEffect): void {
  const { scene: s } = engine;
  const x = s.state;
  if (e.kind === 'pressure') x.pressure[e.pressure] = e.set ? e.value : x.pressure[e.pressure] + e.value;
  else if (e.kind === 'resource') x.resourceHolder[e.resource] = e.holder;
  else if (e.kind === 'asks') askFor(engine, e.person, e.body, e.issue, e.value);
  else x.away[e.person] = e.kind === 'leaves' ? 1 : 0;
}

/** An outsider puts a demand from outside the model. */
function askFor(engine: Engine, person: number, body: number, issue: number, value: number): void {
  const kind = actNumber('demand');
  if (kind < 0) return;
  const m = clearMove(demandMove);
  m.kind = kind;
  m.by = person;
  m.to = engine.scene.world.people + body;
  m.body = body;
  m.issue = issue;
  m.value = value;
  m.option = 0;
  attempt(engine.scene, m);
}
