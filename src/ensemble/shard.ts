import { allActs } from '../acts/index.ts';
import { initialParameters } from '../choice/parameters.ts';
import { compileInterventions, type CompiledIntervention } from '../questions/interventions.ts';
import { compileOutcomes, type CompiledOutcome } from '../questions/outcomes.ts';
import { hashText } from '../chance/keys.ts';
import { type RowSource, rowSource } from '../questions/hangs-on/design.ts';
import { beginRun, createEngine, type Engine } from '../run/engine.ts';
import { compileWorld } from '../world/compile/compile.ts';
import { Counter, type State } from '../world/state.ts';
import { pushFirsts } from './firsts.ts';
import { countsOf, type PreparedPast, preparePast, resetCounts, runFromHistory } from './from-history.ts';
import { finish } from './read.ts';
import { partTwins } from './twins.ts';
import type { EnsemblePlan, FailedRun, Shard, ShardResult } from './plan.ts';

/** A plan made ready in one worker: engines built, outcomes and interventions compiled. Reused for all its shards. */
export interface Prepared {
  readonly plan: EnsemblePlan;
  readonly engine: Engine;
  readonly twin: Engine | undefined;
  readonly outcomes: readonly CompiledOutcome[];
  readonly intervention: CompiledIntervention | undefined;
  /** Where the runs are rows of a design. */
  readonly rows: RowSource | undefined;
  /** The record up to a date, and the luck inferred; undefined for free runs. */
  readonly past: PreparedPast | undefined;
}

/** Prepares a plan. Throws a RangeError naming what is wrong with interventions or parameters. */
export function prepare(plan: EnsemblePlan): Prepared {
  const world = compileWorld(plan.episode);
  const parameters = initialParameters(plan.parameters);
  const engine = createEngine(world, parameters);
  const outcomes = compileOutcomes(plan.episode, world);
  const rows = plan.design && rowSource(plan.design, hashText, plan.seed);
  if (rows) engine.quantiles = rows.quantile;
  const past = preparePast(plan, engine);
  if (plan.interventions.length === 0)
    return { plan, engine, twin: undefined, outcomes, intervention: undefined, rows, past };
  const intervention = compileInterventions(plan.episode, world, plan.interventions);
  const twin = createEngine(intervention.world, parameters);
  twin.plan = intervention.plan;
  twin.scene.bans = intervention.bans;
  if (rows) twin.quantiles = rows.quantile;
  return { plan, engine, twin, outcomes, intervention, rows, past };
}

/** Puts an engine at the first day of a run, or of a row of the design. Twins share the parameters. */
function start(p: Prepared, engine: Engine, run: number): void {
  const noise = p.rows ? p.rows.enter(run, engine.mind.parameters) : run;
  beginRun(engine, p.plan.seed, noise);
}

/** Carries out one shard: a pure function of the plan and the shard. */
export function runShard(p: Prepared, shard: Shard, onRun?: (done: number) => boolean | void): ShardResult {
  const columns = (): Float64Array[] => p.outcomes.map(() => new Float64Array(shard.runs).fill(Number.NaN));
  const without = columns();
  const withIt = p.twin ? columns() : [];
  const actCounts = new Uint16Array(allActs().length * shard.runs);
  const parted = new Float64Array(shard.runs).fill(Number.NaN);
  const failed: FailedRun[] = [];
  const work = { points: 0, choices: 0, options: 0, solves: 0, acts: 0 };
  const firsts: number[] = [];
  resetReport(p);
  for (let k = 0; k < shard.runs; k++) {
    const run = shard.first + k;
    try {
      if (p.past) {
        runFromHistory(p.past, p, run, k, without, withIt);
        if (p.twin) parted[k] = firstDifference(p.engine.scene.state, p.twin.scene.state);
      } else if (p.twin) runPair(p, p.twin, run, k, without, withIt, parted);
      else runOne(p, run, k, without);
      tally(p.engine, k, shard.runs, actCounts, work);
      if (p.plan.firsts) pushFirsts(p.engine.scene.state, run, firsts);
    } catch (error) {
      failed.push(failure(p, run, error));
      for (const c of [...without, ...withIt]) c[k] = Number.NaN;
    }
    if (onRun?.(k + 1) === false) break;
  }
  const forced = reportOf(p);
  const told = p.plan.firsts ? { firsts: Float64Array.from(firsts) } : {};
  return {
    ...shard,
    without,
    with: withIt,
    actCounts,
    parted,
    failed,
    work,
    forced,
    given: givenOf(p),
    ...told,
  };
}

/** Into how many runs the counts of the record go, and those that were imposed: only from history. */
const givenOf = (p: Prepared): ShardResult['given'] => p.past && countsOf(p.past);

function runOne(p: Prepared, run: number, k: number, columns: readonly Float64Array[]): void {
  start(p, p.engine, run);
  finish(p.engine, { planned: 0 }, p.outcomes, k, columns);
}

/** The pair shares its run up to the day on which the intervention can first matter. */
function runPair(
  p: Prepared,
  twin: Engine,
  run: number,
  k: number,
  without: readonly Float64Array[],
  withIt: readonly Float64Array[],
  parted: Float64Array,
): void {
  const parts = p.intervention?.parts ?? Number.NEGATIVE_INFINITY;
  start(p, p.engine, run);
  if (parts === Number.NEGATIVE_INFINITY) {
    finish(p.engine, { planned: 0 }, p.outcomes, k, without);
    start(p, twin, run);
    finish(twin, { planned: 0 }, p.outcomes, k, withIt);
  } else partTwins(p.engine, twin, p.outcomes, parts, k, without, withIt);
  parted[k] = firstDifference(p.engine.scene.state, twin.scene.state);
}

/** The day of the first act in which two records differ; NaN if they are the same. */
function firstDifference(a: State, b: State): number {
  const n = a.counters[Counter.acts] ?? 0;
  const m = b.counters[Counter.acts] ?? 0;
  for (let k = 0; k < Math.max(n, m); k++) {
    if (k >= n || k >= m || !sameAct(a, b, k))
      return Math.min(k < n ? (a.actTime[k] ?? 0) : 1e9, k < m ? (b.actTime[k] ?? 0) : 1e9);
  }
  return Number.NaN;
}

const sameAct = (a: State, b: State, k: number): boolean =>
  a.actKind[k] === b.actKind[k] &&
  a.actBy[k] === b.actBy[k] &&
  a.actTo[k] === b.actTo[k] &&
  a.actBody[k] === b.actBody[k] &&
  a.actIssue[k] === b.actIssue[k] &&
  a.actOption[k] === b.actOption[k] &&
  a.actTime[k] === b.actTime[k] &&
  Object.is(a.actValue[k], b.actValue[k]);

function tally(
  engine: Engine,
  k: number,
  runs: number,
  into: Uint16Array,
  work: { points: number; choices: number; options: number; solves: number; acts: number },
): void {
  const x = engine.scene.state;
  const n = x.counters[Counter.acts] ?? 0;
  for (let a = 0; a < n; a++) {
    const cell = (x.actKind[a] ?? 0) * runs + k;
    into[cell] = Math.min(65535, (into[cell] ?? 0) + 1);
  }
  work.points += x.counters[Counter.points] ?? 0;
  work.choices += x.counters[Counter.choices] ?? 0;
  work.options += x.counters[Counter.options] ?? 0;
  work.solves += x.counters[Counter.solves] ?? 0;
  work.acts += n;
}

function failure(p: Prepared, run: number, error: unknown): FailedRun {
  const x = p.engine.scene.state;
  return {
    run,
    seed: p.plan.seed,
    day: x.clock[0] ?? Number.NaN,
    step: x.counters[Counter.acts] ?? 0,
    message: error instanceof Error ? error.message : String(error),
  };
}

function resetReport(p: Prepared): void {
  if (p.past) resetCounts(p.past);
  const r = p.intervention?.report;
  if (!r) return;
  r.carriedOut = r.refused = 0;
  r.rules.clear();
}

function reportOf(p: Prepared): ShardResult['forced'] {
  const r = p.intervention?.report;
  return {
    carriedOut: r?.carriedOut ?? 0,
    refused: r?.refused ?? 0,
    rules: r ? [...r.rules].sort((a, b) => a[0] - b[0]) : [],
  };
}
