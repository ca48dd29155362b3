import { type EpisodeMeta, farFuture, resolveDate } from '../episode/index.ts';
import { bothCalendars, dayText } from '../report/dates.ts';
import type { Context } from './context.ts';
import { CliError } from './errors.ts';

/** A bare day of the command line, in the episode's calendar; says on stderr how it was understood. */
export function dayArgument(text: string, meta: EpisodeMeta, context: Context): number {
  const trouble = (): CliError => new CliError(context.texts.badDate(text), 2);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw trouble();
  const date = resolveDate(text, { calendar: meta.calendar, switchDay: meta.calendarSwitch, circa: 0 });
  if (typeof date === 'string' || Math.abs(date.day) >= farFuture) throw trouble();
  context.host.stderr.write(`${context.texts.dateEcho(bothCalendars(date.day, context.lang))}\n`);
  if (date.day < meta.starts || date.day > meta.ends)
    throw new CliError(
      context.texts.dateOutside(
        text,
        dayText(meta.starts, meta, context.lang),
        dayText(meta.ends, meta, context.lang),
      ),
    );
  return date.day;
}
