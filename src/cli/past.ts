import type { Episode } from '../episode/index.ts';
import { defaultPast } from '../ensemble/past.ts';
import type { PlanPast } from '../ensemble/plan.ts';
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
  if (until === undefined) {
    if (flags.from !== undefined) throw new CliError(context.texts.fromWithoutUntil, 2);
    return undefined;
  }
  if (episode.record.length === 0) throw new CliError(context.texts.noRecord);
  return { until, moves: defaultPast.moves, particles: flags.particles ?? defaultPast.particles };
}
