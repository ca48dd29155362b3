import type { CompiledOutcome } from '../questions/outcomes.ts';
import type { Engine } from '../run/engine.ts';
import { emptyPlan } from '../run/intervene.ts';
import { copyState, Counter } from '../world/state.ts';
import { finish, put } from './read.ts';

/** Runs a begun world on to the day `parts`, copies it onto its twin there, and runs both to the end. */
export function partTwins(
  engine: Engine,
  twin: Engine,
  outcomes: readonly CompiledOutcome[],
  parts: number,
  k: number,
  without: readonly Float64Array[],
  withIt: readonly Float64Array[],
): void {
  finish(engine, { planned: 0 }, outcomes, k, without, parts);
  copyState(engine.scene.state, twin.scene.state);
  Object.assign(twin.luck, engine.luck);
  const end = engine.scene.world.ends + 1;
  for (let o = 0; o < outcomes.length; o++)
    if (Math.min(outcomes[o]?.at ?? 0, end) <= parts) put(withIt, o, k, without[o]?.[k] ?? Number.NaN);
  dropCalendar(twin);
  finish(engine, { planned: 0 }, outcomes, k, without);
  finish(twin, { planned: 0 }, outcomes, k, withIt);
}

/** In a copied state, items that the plan removes will not come. */
function dropCalendar(engine: Engine): void {
  const { world: w, state: x } = engine.scene;
  if (engine.plan === emptyPlan) return;
  for (let at = x.counters[Counter.calendar] ?? 0; at < w.calendar.length; at++) {
    const c = x.calendarOrder[at] ?? 0;
    if (engine.plan.drops(w.calendar[c]?.id ?? '')) x.calendarTime[c] = Number.POSITIVE_INFINITY;
  }
  const rest = x.calendarOrder.subarray(x.counters[Counter.calendar] ?? 0);
  const sorted = Array.from(rest).sort(
    (a, b) => (x.calendarTime[a] ?? 0) - (x.calendarTime[b] ?? 0) || a - b,
  );
  rest.set(sorted);
}
