import { beginRun, type Engine } from '../../engine.ts';
import { claimQuantile } from '../../engine.ts';
import { drawing } from '../../chooser.ts';
import { abducting, type Fresh } from './abduct.ts';
import type { ConditionedLuck } from './luck.ts';
import { newPassage, newTrace, type Trace, type Walk } from './passage.ts';
import { silent, weighSilence } from './silence.ts';
import type { Given } from './steps.ts';
import { takeStep } from './take.ts';
import { twinStep } from './twin.ts';
import { letGo, passTo } from './walk.ts';

/** From a mark of the record on, luck is keyed by this run's number. */
export interface Segment {
  readonly run: number;
  readonly mark: number;
}

/** One course of the world up to a date, consistent with the record: enough to build it again anywhere. Plain data. */
export interface Particle {
  /** Whose luck it has, from which mark on; the first begins at mark 0. */
  readonly segments: readonly Segment[];
  /** Quantiles of the uncertain claims, in the world's order of inputs; absent: those of the first segment's run. */
  readonly claims: Float64Array | undefined;
}

/** The uncertain inputs of a world: their keys. */
export const uncertainKeys = (given: Engine): Uint32Array =>
  Uint32Array.from(given.scene.world.inputs.filter((i) => i.distribution.kind !== 'point').map((i) => i.key));

/** Puts an engine at the first day with a particle's claims. */
export function beginParticle(engine: Engine, seed: number, p: Particle, keys: Uint32Array): void {
  const run = p.segments[0]?.run ?? 0;
  if (p.claims) {
    const at = new Map<number, number>();
    for (let k = 0; k < keys.length; k++) at.set(keys[k], p.claims[k]);
    beginRun(engine, seed, run, false, (key) => at.get(key) ?? claimQuantile(engine.luck, key));
  } else beginRun(engine, seed, run);
}

/**
 * On the days given, what happens outside comes in the morning, before the acts of the day (which stand at noon), as in the replay. Only on
 * those that begin from `from` to before `to`: what comes before a day does not hang on how much more of the record is given.
 */
function eventsFirst(engine: Engine, from: number, to: number): void {
  const { world: w, state: x } = engine.scene;
  let moved = false;
  for (let c = 0; c < w.calendar.length; c++) {
    const day = Math.floor(x.calendarTime[c]);
    if (day < from || day >= to || w.calendar[c].timed) continue;
    x.calendarTime[c] = day + (x.calendarTime[c] - day) / 2;
    moved = true;
  }
  if (moved) x.calendarOrder.sort((a, b) => x.calendarTime[a] - x.calendarTime[b] || a - b);
}

/** Walks a world of history from the first day to the date, or past the marks before `to`. Its chooser is drawing afterwards. */
export function walkHistory(
  engine: Engine,
  given: Given,
  seed: number,
  p: Particle,
  keys: Uint32Array,
  luck: ConditionedLuck | undefined,
  stop: (walk: Walk, until: number) => void = passTo,
  to = given.marks.length,
): Walk {
  beginParticle(engine, seed, p, keys);
  const walk: Walk = {
    engine,
    given,
    passage: newPassage(given, engine.scene.world.people),
    luck,
    trace: luck && newTrace(given),
    twin: false,
    planned: 0,
  };
  engine.chooser = silent(walk);
  for (let k = 0; k < to; k++) walkStep(walk, p.segments, k, stop, takeStep);
  engine.chooser = drawing;
  return walk;
}

/** Time passes up to mark k, and its step is taken, if it has one; at the last mark history is left. */
export function walkStep(
  walk: Walk,
  segments: readonly Segment[],
  k: number,
  stop: (walk: Walk, until: number) => void,
  take: (walk: Walk, step: number) => void,
): void {
  const { engine, given } = walk;
  for (const s of segments) if (s.mark === k) engine.luck.run = s.run >>> 0;
  const mark = given.marks[k];
  const from = engine.scene.state.clock[0];
  eventsFirst(engine, k > 0 ? given.marks[k - 1].time : Number.NEGATIVE_INFINITY, mark.time);
  stop(walk, mark.time);
  if (!walk.twin && !walk.luck) weighSilence(walk, from);
  if (mark.step >= 0) take(walk, mark.step);
  if (k === given.marks.length - 1) letGo(walk.passage);
}

/** Walks a twin along the same record with the luck inferred. Its engine has the intervention's plan and bans. */
export function walkTwin(
  engine: Engine,
  given: Given,
  seed: number,
  p: Particle,
  keys: Uint32Array,
  luck: ConditionedLuck,
  history: Trace,
  fresh: Fresh,
  stop: (walk: Walk, until: number) => void = passTo,
): Walk {
  beginParticle(engine, seed, p, keys);
  const walk: Walk = {
    engine,
    given,
    passage: newPassage(given, engine.scene.world.people),
    luck,
    trace: undefined,
    twin: true,
    planned: 0,
  };
  engine.chooser = abducting(luck, fresh);
  for (let k = 0; k < given.marks.length; k++)
    walkStep(walk, p.segments, k, stop, (w, step) => twinStep(w, history, step));
  return walk;
}
