import { allActs } from '../acts/index.ts';
import { initialParameters } from '../choice/parameters.ts';
import { compileInterventions, type CompiledIntervention } from '../questions/interventions.ts';
import { compileOutcomes, type CompiledOutcome } from '../questions/outcomes.ts';
import { sortedRefusals } from '../questions/refusal.ts';
import { hashText } from '../chance/keys.ts';
import { type RowSource, rowSource } from '../questions/hangs-on/design.ts';
import { beginRun, createEngine, type Engine } from '../run/engine.ts';
import { compileWorld } from '../world/compile/compile.ts';
import { pushFirsts } from './firsts.ts';
import { Counter } from '../world/state.ts';
import { countsOf, type PreparedPast, preparePast, resetCounts, runFromHistory } from './from-history.ts';
import { finish } from './read.ts';
import { codeOfThrough, partingOf } from './parting.ts';
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
  const through = parted.slice();
  const failed: FailedRun[] = [];
  const work = { points: 0, choices: 0, options: 0, solves: 0, acts: 0 };
  const firsts: number[] = [];
  resetReport(p);
  for (let k = 0; k < shard.runs; k++) {
    const run = shard.first + k;
    try {
      if (p.past) runFromHistory(p.past, p, run, k, without, withIt);
      else if (p.twin) runPair(p, p.twin, run, k, without, withIt);
      else runOne(p, run, k, without);
      if (p.twin) notePart(p.engine, p.twin, k, parted, through);
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
    through,
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
): void {
  const parts = p.intervention?.parts ?? Number.NEGATIVE_INFINITY;
  start(p, p.engine, run);
  if (parts === Number.NEGATIVE_INFINITY) {
    finish(p.engine, { planned: 0 }, p.outcomes, k, without);
    start(p, twin, run);
    finish(twin, { planned: 0 }, p.outcomes, k, withIt);
  } else partTwins(p.engine, twin, p.outcomes, parts, k, without, withIt);
}

function notePart(
  engine: Engine,
  twin: Engine,
  k: number,
  parted: Float64Array,
  through: Float64Array,
): void {
  const found = partingOf(engine.scene.state, twin.scene.state);
  if (!found) return;
  parted[k] = found.time;
  through[k] = codeOfThrough(found);
}

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
  r.refusals.length = 0;
}

function reportOf(p: Prepared): ShardResult['forced'] {
  const r = p.intervention?.report;
  return {
    carriedOut: r?.carriedOut ?? 0,
    refused: r?.refused ?? 0,
    refusals: sortedRefusals(r?.refusals ?? []),
  };
}
