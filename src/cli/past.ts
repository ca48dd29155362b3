import type { Episode } from '../episode/index.ts';
import { defaultPast } from '../ensemble/past.ts';
import type { EnsemblePlan, EnsembleResult, PlanPast } from '../ensemble/plan.ts';
import { reproduced } from '../questions/abduction/reproduced.ts';
import { replayEpisode } from '../questions/history.ts';
import type { CompiledOutcome } from '../questions/outcomes.ts';
import type { Past } from '../report/from-history.ts';
import { compileGiven } from '../run/history/given/steps.ts';
import { compileWorld } from '../world/compile/compile.ts';
import type { Context } from './context.ts';
import { dayArgument } from './dates.ts';
import { CliError } from './errors.ts';
import type { EnsembleFlags, PastFlags } from './flags.ts';

/**
 * Up to which day the record is given: that of the flags, else the question's own; undefined for free runs. Runs from history are kept in
 * memory only, so flags that ask for a folder are misuse.
 */
export function pastOf(
  episode: Episode,
  flags: PastFlags & Pick<EnsembleFlags, 'out' | 'resume' | 'preflight'>,
  own: number | undefined,
  context: Context,
): PlanPast | undefined {
  if (flags.until !== undefined && flags.from === undefined)
    throw new CliError(context.texts.untilWithoutFrom, 2);
  const until = flags.until === undefined ? own : dayArgument(flags.until, episode.meta, context);
  if (until === undefined && flags.particles !== undefined)
    throw new CliError(context.texts.particlesWithoutPast, 2);
  if (until === undefined) {
    if (flags.from !== undefined) throw new CliError(context.texts.fromWithoutUntil, 2);
    return undefined;
  }
  if (flags.out !== undefined || flags.resume || flags.preflight)
    throw new CliError(context.texts.pastNotKept, 2);
  if (episode.record.length === 0) throw new CliError(context.texts.noRecord);
  return { until, moves: defaultPast.moves, particles: flags.particles ?? defaultPast.particles };
}

/** One outcome asked for, and where it stands among the episode's. */
interface Asked {
  readonly outcome: CompiledOutcome | undefined;
  readonly at: number;
}

/** What the page says of the past; undefined for free runs. */
export function pastFacts(
  plan: EnsemblePlan,
  result: EnsembleResult | undefined,
  asked: readonly Asked[],
): Past | undefined {
  const { episode, past } = plan;
  if (!past || !result?.inferred) return undefined;
  const history = replayEpisode(episode).outcomes;
  return {
    until: past.until,
    steps: compileGiven(episode, compileWorld(episode), past.until).steps.map((step) => step.act.id),
    reproduced: reproduced(
      asked.flatMap((a) => a.outcome ?? []),
      asked.map((a) => result.without[a.at] ?? new Float64Array(0)),
      asked.map((a) => history[a.at] ?? Number.NaN),
    ),
    inferred: result.inferred,
    given: result.given,
    runs: result.runs,
    twins: result.with.length > 0,
  };
}
