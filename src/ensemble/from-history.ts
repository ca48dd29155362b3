import type { CompiledIntervention } from '../questions/interventions.ts';
import type { CompiledOutcome } from '../questions/outcomes.ts';
import type { Inferred } from '../questions/abduction/infer.ts';
import type { Chooser } from '../run/chooser.ts';
import type { Engine } from '../run/engine.ts';
import { abducting, type Fresh, noting } from '../run/history/given/abduct.ts';
import { ConditionedLuck } from '../run/history/given/luck.ts';
import { Seen, type Walk } from '../run/history/given/passage.ts';
import { uncertainKeys, walkHistory, walkTwin } from '../run/history/given/particle.ts';
import { compileGiven, type Given } from '../run/history/given/steps.ts';
import { passTo } from '../run/history/given/walk.ts';
import type { EnsemblePlan, GivenCounts } from './plan.ts';
import { finish, put } from './read.ts';
import { partTwins } from './twins.ts';

/** The record up to a date made ready in one worker, with scratch for one particle at a time. */
export interface PreparedPast {
  readonly given: Given;
  readonly inferred: Inferred;
  readonly seed: number;
  readonly keys: Uint32Array;
  readonly luck: ConditionedLuck;
  readonly fresh: Fresh;
  readonly imposed: Int32Array;
  conditioned: number;
}

/** Puts somebody who looks on before a chooser; what is chosen stays the same. */
export type Watch = (engine: Engine, chooser: Chooser) => Chooser;

/** What of a prepared plan the runs need. */
interface Worlds {
  readonly engine: Engine;
  readonly twin: Engine | undefined;
  readonly outcomes: readonly CompiledOutcome[];
  readonly intervention: CompiledIntervention | undefined;
}

/** Throws a RangeError if the plan starts from history and no luck has been inferred: an executor's mistake. */
export function preparePast(plan: EnsemblePlan, engine: Engine): PreparedPast | undefined {
  if (!plan.past) return undefined;
  if (!plan.inferred) throw new RangeError('a plan from history needs the luck inferred: see inferPast');
  const given = compileGiven(plan.episode, engine.scene.world, plan.past.until);
  return {
    given,
    inferred: plan.inferred,
    seed: plan.seed,
    keys: uncertainKeys(engine),
    luck: new ConditionedLuck(),
    fresh: { acts: 0 },
    imposed: new Int32Array(given.steps.length),
    conditioned: 0,
  };
}

/**
 * One run from history: the particle's world is built again up to the date, left to itself there, and run to the end. With an
 * intervention also its twin: a copy from the day on which it can first matter, or, if that lies before the date, a second walk along
 * the record with the luck that the first one implies.
 */
export function runFromHistory(
  past: PreparedPast,
  p: Worlds,
  run: number,
  k: number,
  without: readonly Float64Array[],
  withIt: readonly Float64Array[],
  watch: Watch = (_, chooser) => chooser,
): void {
  const { given, inferred, seed, keys, luck, fresh } = past;
  const { engine, twin, outcomes } = p;
  const particle = inferred.particles[run % inferred.particles.length];
  if (!particle) throw new RangeError('no particles were inferred');
  luck.clear();
  const walk = walkHistory(engine, given, seed, particle, keys, luck, reading(outcomes, k, without));
  count(past, walk);
  leave(engine, run);
  engine.chooser = watch(engine, noting(luck));
  if (!twin) {
    finish(engine, { planned: 0 }, outcomes, k, without);
    return;
  }
  const parts = p.intervention?.parts ?? Number.NEGATIVE_INFINITY;
  if (parts >= given.end) {
    twin.chooser = watch(twin, abducting(luck, fresh));
    for (let o = 0; o < outcomes.length; o++) put(withIt, o, k, without[o]?.[k] ?? Number.NaN);
    partTwins(engine, twin, outcomes, parts, k, without, withIt);
    return;
  }
  const twinWalk = walkHistoryTwin(past, walk, twin, run, reading(outcomes, k, withIt));
  twin.chooser = watch(twin, twin.chooser);
  finish(engine, { planned: 0 }, outcomes, k, without);
  finish(twin, { planned: twinWalk.planned }, outcomes, k, withIt);
}

function walkHistoryTwin(
  past: PreparedPast,
  walk: Walk,
  twin: Engine,
  run: number,
  stop: (walk: Walk, until: number) => void,
): Walk {
  const { given, inferred, seed, keys, luck, fresh } = past;
  const particle = inferred.particles[run % inferred.particles.length];
  if (!particle || !walk.trace) throw new RangeError('a twin needs the trace of its world of history');
  const twinWalk = walkTwin(twin, given, seed, particle, keys, luck, walk.trace, fresh, stop);
  leave(twin, run);
  return twinWalk;
}

/** From the date on the run has luck of its own. */
function leave(engine: Engine, run: number): void {
  engine.luck.run = run >>> 0;
}

/** Passes time, stopping where an outcome is read. */
const reading =
  (outcomes: readonly CompiledOutcome[], k: number, columns: readonly Float64Array[]) =>
  (walk: Walk, until: number): void => {
    const { scene } = walk.engine;
    const end = scene.world.ends + 1;
    const from = scene.state.clock[0] ?? 0;
    const due = outcomes.map((o) => Math.min(o.at, end));
    const stops = [...new Set(due)].filter((t) => t > from && t <= until).sort((a, b) => a - b);
    for (const stop of stops) {
      passTo(walk, stop);
      outcomes.forEach((o, at) => {
        if (due[at] === stop) put(columns, at, k, o.value(scene));
      });
    }
    passTo(walk, until);
  };

function count(past: PreparedPast, walk: Walk): void {
  past.conditioned += past.luck.size;
  walk.trace?.seen.forEach((seen, step) => {
    if (seen === Seen.imposed || seen === Seen.imposedDecision)
      past.imposed[step] = (past.imposed[step] ?? 0) + 1;
  });
}

export function resetCounts(past: PreparedPast): void {
  past.imposed.fill(0);
  past.fresh.acts = past.conditioned = 0;
}

export const countsOf = (past: PreparedPast): GivenCounts => ({
  imposed: past.imposed.slice(),
  fresh: past.fresh.acts,
  conditioned: past.conditioned,
});
