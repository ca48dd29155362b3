/**
 * Plenum as a library: load an episode, check it, replay its record, run it, ask it.
 *
 * @packageDocumentation
 */
export * from './episode/index.ts';
export { replayEpisode, type Replayed } from './questions/history.ts';
export * from './questions/outcomes.ts';
export * from './questions/statistics.ts';
export * from './questions/summarise.ts';
export { type Factor, factorsOf, type Grouping } from './questions/hangs-on/factors.ts';
export { type DesignPlan, rowsOf } from './questions/hangs-on/design.ts';
export { answersOf, type HangsOn, hangsOn } from './questions/hangs-on/hangs-on.ts';
export { compileInterventions, type CompiledIntervention } from './questions/interventions.ts';
export { ForceRefused, type Refusal } from './questions/refusal.ts';
export { ask, type Answer, run, type RunAnswer, type RunOptions } from './ensemble/answers.ts';
export * from './ensemble/plan.ts';
export { canTell, effectiveFloor } from './questions/abduction/intervals.ts';
export type { Inferred } from './questions/abduction/infer.ts';
export { singleThreaded } from './ensemble/single.ts';
export { compileWorld } from './world/compile/compile.ts';
export { createEngine, beginRun, type Engine } from './run/engine.ts';
export { simulate } from './run/run.ts';
export {
  initialParameters,
  weights,
  forecastParameters,
  effectParameters,
  type Parameter,
} from './choice/parameters.ts';
export { considerations } from './choice/considerations/index.ts';
export { allActs } from './acts/index.ts';
export { version } from './version.ts';
