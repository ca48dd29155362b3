import type { Day, Episode } from '../episode/types.ts';
import { replayEpisode } from '../questions/history.ts';
import { compileOutcomes } from '../questions/outcomes.ts';
import type { Effect, OutcomeSummary } from '../questions/summarise.ts';
import { compileWorld } from '../world/compile/compile.ts';
import { effectsOf, summariesOf } from './counted.ts';
import type { EnsemblePlan, EnsembleResult, Executor, OnProgress } from './plan.ts';
import { defaultPast } from './past.ts';
import { singleThreaded } from './single.ts';

export interface RunOptions {
  /** How many runs; default 1,000. */
  readonly runs?: number;
  /** 0 to 2^53 − 1; default 1. */
  readonly seed?: number;
  /** What carries them out; by default the calling thread. `nodeExecutor` of "plenum/node" uses worker threads. */
  readonly executor?: Executor;
  /** Overrides of model parameters by id, for instance {"weight.unity": 5}. */
  readonly parameters?: Readonly<Record<string, number>>;
  /**
   * From history: the last day (number of the Gregorian day since 1970) on which everything is as it was. `ask` takes the question's own
   * by default; null asks it of free runs.
   */
  readonly until?: Day | null;
  /** From history: how many particles stand for the luck consistent with the record; default 64. */
  readonly particles?: number;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

export interface RunAnswer {
  readonly outcomes: readonly OutcomeSummary[];
  readonly result: EnsembleResult;
}

export interface Answer {
  readonly question: string;
  /** One effect for each outcome the question names, in its order. */
  readonly effects: readonly Effect[];
  readonly result: EnsembleResult;
}

function planOf(episode: Episode, options: RunOptions, own?: Day): EnsemblePlan {
  const until = options.until === undefined ? own : (options.until ?? undefined);
  const particles = options.particles ?? defaultPast.particles;
  return {
    past: until === undefined ? undefined : { until, particles, moves: defaultPast.moves },
    episode,
    seed: options.seed ?? 1,
    first: 0,
    runs: options.runs ?? 1000,
    interventions: [],
    parameters: options.parameters ?? {},
  };
}

/** Runs an episode many times: how each outcome came out, and where the record's answer lies in it. */
export async function run(episode: Episode, options: RunOptions = {}): Promise<RunAnswer> {
  const result = await (options.executor ?? singleThreaded).execute(
    planOf(episode, options),
    options.onProgress,
    options.signal,
  );
  const outcomes = compileOutcomes(episode, compileWorld(episode));
  const history = replayEpisode(episode).outcomes;
  return { outcomes: summariesOf(result, outcomes, history), result };
}

/**
 * Asks one of an episode's questions: the same runs with and without its interventions, paired; from history where the question says so. Then
 * look at `result.inferred.effective`: below `effectiveFloor` nothing can be told. Throws a RangeError if the episode has no such question,
 * or an intervention names what is not there.
 */
export async function ask(episode: Episode, question: string, options: RunOptions = {}): Promise<Answer> {
  const asked = episode.questions.find((q) => q.id === question);
  if (!asked)
    throw new RangeError(
      `the episode "${episode.id}" has no question "${question}"; it has ${episode.questions.map((q) => q.id).join(', ')}`,
    );
  const plan = { ...planOf(episode, options, asked.until), interventions: asked.interventions };
  const result = await (options.executor ?? singleThreaded).execute(plan, options.onProgress, options.signal);
  const all = effectsOf(result, compileOutcomes(episode, compileWorld(episode)));
  return {
    question,
    effects: asked.outcomes.map((id) => all.find((e) => e.id === id)).filter((e) => e !== undefined),
    result,
  };
}
