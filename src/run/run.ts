import { allActs, allProcedures } from '../acts/index.ts';
import { proposeLines } from '../acts/kinds/motion.ts';
import { memberRule } from '../acts/common.ts';
import { mixKey } from '../chance/keys.ts';
import { exp } from '../chance/exact.ts';
import { evaluate } from '../choice/evaluate.ts';
import { uniformOf } from '../choice/choose.ts';
import type { Step } from '../acts/define.ts';
import { fade, applyPressures } from '../world/pressure.ts';
import { Effect } from '../world/scene.ts';
import { Counter, procedureCapacity } from '../world/state.ts';
import { closeProcedure, procTop } from '../world/procedures.ts';
import type { CalendarEffect, CalendarItem } from '../world/world.ts';
import { actNumber, procedureNumber } from '../acts/define.ts';
import { clearMove, newMove } from '../world/record.ts';
import { holdBallot } from './ballot.ts';
import type { Occasion } from './chooser.ts';
import { nextPoint, type Point, takePoint } from './clock.ts';
import { beginRun, type Engine } from './engine.ts';
import { PURPOSE } from '../chance/purposes.ts';

/** What a run stands at, besides its state: how far the plan has been carried out. */
export interface Progress {
  planned: number;
}

// biome-ignore lint/suspicious/noApproximativeNumericConstant: the standard fixes Math.LN2 only approximately
const halve = (t: number): number => exp(-0.6931471805599453 * t);
const point: Point = { person: 0, live: false, band: 0, number: 0 };
const occasion: Occasion = { kind: 0, person: 0, key: 0, slot: -1, nested: false, mayWait: true };
const step: Step = { do: 0, person: -1 };
const demandMove = newMove();

/** Most answers one procedure may ask for at one moment; more is a bug in it. */
const patience = 5000;
/** Who has been asked at this moment, in order. */
const asked = new Int32Array(patience);

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
  fillMenu(engine, person);
  if (mind.menu.size === 0) return;
  evaluate(mind, person);
  occasion.kind = 0;
  occasion.person = person;
  occasion.slot = -1;
  occasion.key = mixKey(mixKey(s.world.personKey[person], 0x706f + point.band), point.number);
  occasion.nested = true;
  occasion.mayWait = true;
  choose(engine, occasion);
}

/** Every legal move a person has on his own initiative. */
export function fillMenu(engine: Engine, person: number): void {
  const menu = engine.mind.menu;
  menu.clear();
  const acts = allActs();
  for (let k = 0; k < acts.length; k++) acts[k].propose?.(engine.scene, person, menu);
}

/** Lets the chooser decide and carries the choice out; returns the row or −1. */
export function choose(engine: Engine, o: Occasion): number {
  const { scene: s, mind } = engine;
  s.state.counters[Counter.choices]++;
  s.state.counters[Counter.options] += mind.menu.size;
  const row = engine.chooser.choose(engine, o);
  if (row >= 0) carryOut(engine, row);
  return row;
}

/** Applies the move in a row of the menu. */
export function carryOut(engine: Engine, row: number): number {
  const m = engine.mind.menu.take(row, engine.move);
  engine.scene.party.byCount = 0;
  engine.scene.party.toCount = 0;
  return allActs()[m.kind].apply(engine.scene, m);
}

/** A procedure takes its next steps: answers, a ballot, until it waits or ends. */
export function runProcedure(engine: Engine, slot: number): void {
  const { scene: s } = engine;
  const x = s.state;
  for (let n = 0; n < patience; n++) {
    const kind = x.procKind[slot];
    if (kind < 0) return;
    const key = x.procKey[slot];
    const definition = allProcedures()[kind];
    definition.next(s, slot, closing(step));
    if (step.do === 1) {
      asked[n] = step.person;
      ask(engine, slot, step.person, timesAsked(n));
      if (x.procKind[slot] !== kind || x.procKey[slot] !== key) return;
    } else if (step.do === 2) {
      holdBallot(engine, slot);
      return;
    } else {
      if (step.do === 0 && !(x.procDue[slot] > x.clock[0])) x.procDue[slot] = x.clock[0] + 1;
      return;
    }
  }
  closeProcedure(s, slot);
}

/** How often the n-th one asked had been asked before him: what is asked of others does not matter to his luck. */
function timesAsked(n: number): number {
  let times = 0;
  for (let k = 0; k < n; k++) if (asked[k] === asked[n]) times++;
  return times;
}

/** A step that closes unless the procedure says otherwise. */
function closing(out: Step): Step {
  out.do = 3;
  out.person = -1;
  return out;
}

/** One person is asked in a procedure, for the `times`-th time at this moment; silence is always possible. */
function ask(engine: Engine, slot: number, person: number, times: number): void {
  const { scene: s, mind } = engine;
  const definition = allProcedures()[s.state.procKind[slot]];
  mind.menu.clear();
  definition.answers?.(s, slot, person, mind.menu);
  if (mind.menu.size === 0) {
    definition.silence?.(s, slot, person);
    return;
  }
  evaluate(mind, person);
  occasion.kind = 1;
  occasion.person = person;
  occasion.slot = slot;
  // Asked again in the same state on another day, as in talks, is another moment.
  const hours = Math.round(24 * (s.state.clock[0] - s.state.procOpened[slot]));
  occasion.key = mixKey(
    mixKey(
      mixKey(s.state.procKey[slot], s.world.personKey[person]),
      s.state.procState[slot] * 64 + Math.min(times, 63),
    ),
    hours,
  );
  occasion.nested = false;
  occasion.mayWait = true;
  if (choose(engine, occasion) < 0) definition.silence?.(s, slot, person);
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
  if (allActs()[kind].legal(engine.scene, m) === 0) allActs()[kind].apply(engine.scene, m);
}

/** A scheduled meeting: those present may table something on its agenda, then everything pending in the body is voted on. */
export function holdMeeting(engine: Engine, item: CalendarItem): void {
  const { scene: s } = engine;
  if (!s.state.convened[item.body]) return;
  for (const issue of item.agenda) openAgenda(engine, item, issue);
  decidePending(engine, item.body);
}

/** Turn of each member at the meeting being held, 0–1; `spent` once he has spoken. */
let turns = new Float64Array(64);
const spent = 2;

/** Most motions tabled on one issue at one meeting. */
const alternatives = 2;

function openAgenda(engine: Engine, item: CalendarItem, issue: number): void {
  const { scene: s, mind } = engine;
  const { world: w, state: x } = s;
  let tabled = 0;
  const n = x.memberCount[item.body];
  drawSpeakers(engine, item, issue, n);
  for (let turn = 0; turn < n && tabled < alternatives; turn++) {
    const k = nextSpeaker(n);
    if (k < 0) return;
    turns[k] = spent;
    const person = x.memberList[item.body * w.bodyCapacity + k];
    if (w.collective[person] || memberRule(s, item.body, person) !== 0) continue;
    mind.menu.clear();
    proposeLines(s, person, item.body, mind.menu, issue);
    if (mind.menu.size === 0) continue;
    evaluate(mind, person);
    occasion.kind = 3;
    occasion.person = person;
    occasion.slot = -1;
    occasion.key = mixKey(mixKey(item.key, w.issueKey[issue]), w.personKey[person]);
    occasion.nested = true;
    occasion.mayWait = true;
    if (choose(engine, occasion) >= 0) tabled++;
  }
}

/** Draws the order of speakers, keyed to the meeting, the issue and the person. */
function drawSpeakers(engine: Engine, item: CalendarItem, issue: number, n: number): void {
  const { world: w, state: x } = engine.scene;
  if (n > turns.length) turns = new Float64Array(2 * n);
  const key = mixKey(item.key, w.issueKey[issue]);
  for (let k = 0; k < n; k++)
    turns[k] = uniformOf(
      engine.luck,
      PURPOSE.order,
      key,
      w.personKey[x.memberList[item.body * w.bodyCapacity + k]],
    );
}

/** The next speaker; who has spoken has no turn left. */
function nextSpeaker(n: number): number {
  let best = -1;
  let first = spent;
  for (let k = 0; k < n; k++) {
    if (turns[k] < first) {
      first = turns[k];
      best = k;
    }
  }
  return best;
}

/** Every motion pending in a body comes to the vote, the oldest first. */
function decidePending(engine: Engine, body: number): void {
  const x = engine.scene.state;
  const kind = procedureNumber('motion');
  for (let n = 0; n < procedureCapacity; n++) {
    let oldest = -1;
    for (let slot = 0; slot < procTop(engine.scene); slot++) {
      if (x.procKind[slot] !== kind || x.procBody[slot] !== body) continue;
      if (oldest < 0 || x.procOrigin[slot] < x.procOrigin[oldest]) oldest = slot;
    }
    if (oldest < 0) return;
    runProcedure(engine, oldest);
    if (x.procKind[oldest] === kind) return; // no quorum: it waits
  }
}
