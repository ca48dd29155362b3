import { civilOf, formatBoth, formatDay } from '../episode/dates/index.ts';
import type { Day, EpisodeMeta } from '../episode/types.ts';
import { type Language, say } from './language.ts';

/** A day as the episode counts: Old Style with New Style in brackets where it is Julian, else Gregorian alone. */
export function dayText(day: Day, meta: EpisodeMeta, lang: Language): string {
  if (Number.isNaN(day)) return '–';
  return isJulian(day, meta)
    ? formatBoth(Math.floor(day), lang)
    : formatDay(Math.floor(day), 'gregorian', lang);
}

function isJulian(day: Day, meta: EpisodeMeta): boolean {
  return meta.calendar === 'julian' && (meta.calendarSwitch === undefined || day < meta.calendarSwitch);
}

/** The day in both calendars, for echoing what was understood: "4 November 1917 (Julian), 17 November 1917 (Gregorian)". */
export function bothCalendars(day: Day, lang: Language): string {
  const julian = `${formatDay(day, 'julian', lang)} (${say(lang, 'Julian', 'юлианский календарь')})`;
  return `${julian}, ${formatDay(day, 'gregorian', lang)} (${say(lang, 'Gregorian', 'григорианский')})`;
}

/** Short, for narrow columns: 1917-11-04 in the episode's calendar. */
export function shortDay(day: Day, meta: EpisodeMeta): string {
  if (Number.isNaN(day)) return '–';
  const { year, month, day: d } = civilOf(Math.floor(day), isJulian(day, meta) ? 'julian' : 'gregorian');
  return `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
