import type { Episode } from '../episode/index.ts';
import { defaultPast } from '../ensemble/past.ts';
import type { PlanPast } from '../ensemble/plan.ts';
import { reproduced } from '../questions/abduction/reproduced.ts';
import { replayEpisode } from '../questions/history.ts';
import type { CompiledOutcome } from '../questions/outcomes.ts';
import type { Past } from '../report/from-history.ts';
import { compileGiven } from '../run/history/given/steps.ts';
import { compileWorld } from '../world/compile/compile.ts';
import type { Context } from './context.ts';
import { dayArgument } from './dates.ts';
import { CliError } from './errors.ts';
import type { PastFlags } from './flags.ts';

/** Up to which day the record is given: that of the flags, else the question's own; undefined for free runs. */
export function pastOf(
  episode: Episode,
  flags: PastFlags,
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
  if (episode.record.length === 0) throw new CliError(context.texts.noRecord);
  return { until, moves: defaultPast.moves, particles: flags.particles ?? defaultPast.particles };
}

/** One outcome asked for: where it stands among the episode's, and what the runs without a change answer. */
interface Asked {
  readonly outcome: CompiledOutcome | undefined;
  readonly column: Float64Array | undefined;
  readonly at: number;
}

/** What the page says of the past: the acts given, and how many runs without the change answer as history did. */
export function pastFacts(episode: Episode, until: number, asked: readonly Asked[]): Past {
  const history = replayEpisode(episode).outcomes;
  return {
    until,
    steps: compileGiven(episode, compileWorld(episode), until).steps.map((step) => step.act.id),
    reproduced: reproduced(
      asked.flatMap((a) => a.outcome ?? []),
      asked.map((a) => a.column ?? new Float64Array(0)),
      asked.map((a) => history[a.at] ?? Number.NaN),
    ),
  };
}
