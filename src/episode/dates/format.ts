import type { CalendarName, Day, Language, ResolvedDate } from '../types.ts';
import { type CivilDate, civilOf, daysInMonth, farFuture, farPast } from './calendar.ts';

export const monthsEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const monthsRuGenitive = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;
export const monthsRuNominative = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const;

/** "4 November 1917", "4 ноября 1917". */
export function formatDay(day: Day, calendar: CalendarName, lang: Language): string {
  const date = civilOf(day, calendar);
  return `${dayAndMonth(date, lang)} ${date.year}`;
}

/** Old Style first, New Style in brackets: "4 (17) November 1917", "20 October (2 November) 1917", "25 December 1917 (7 January 1918)". */
export function formatBoth(day: Day, lang: Language): string {
  const old = civilOf(day, 'julian');
  const now = civilOf(day, 'gregorian');
  if (old.year !== now.year)
    return `${formatDay(day, 'julian', lang)} (${formatDay(day, 'gregorian', lang)})`;
  if (old.month !== now.month) return `${dayAndMonth(old, lang)} (${dayAndMonth(now, lang)}) ${old.year}`;
  return `${old.day} (${now.day}) ${month(old, lang)} ${old.year}`;
}

/** ISO text, Gregorian for exports (1917-11-17) unless another calendar is asked for. */
export function isoDay(day: Day, calendar: CalendarName = 'gregorian'): string {
  const date = civilOf(day, calendar);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

/** A date of the file in words, in the calendar in which it was written, Julian ones in both. */
export function formatDate(date: ResolvedDate, lang: Language): string {
  const show = (day: Day): string =>
    date.calendar === 'julian' ? formatBoth(day, lang) : formatDay(day, 'gregorian', lang);
  if (date.earliest === date.latest) return show(date.earliest);
  if (date.earliest === farPast) return `${lang === 'ru' ? 'до' : 'until'} ${show(date.latest)}`;
  if (date.latest === farFuture) return `${lang === 'ru' ? 'с' : 'from'} ${show(date.earliest)}`;
  if (date.approximate) return `${lang === 'ru' ? 'около' : 'about'} ${show(date.day)}`;
  return wholeUnit(date, lang) ?? `${show(date.earliest)} – ${show(date.latest)}`;
}

/** "November 1917" or "1917" when the range is exactly that month or year. */
function wholeUnit(date: ResolvedDate, lang: Language): string | undefined {
  const first = civilOf(date.earliest, date.calendar);
  const last = civilOf(date.latest, date.calendar);
  if (first.year !== last.year || first.day !== 1) return undefined;
  if (last.day !== daysInMonth(last.year, last.month, date.calendar)) return undefined;
  if (first.month === last.month) {
    return `${(lang === 'ru' ? monthsRuNominative : monthsEn)[first.month - 1] ?? ''} ${first.year}`;
  }
  return first.month === 1 && last.month === 12 ? String(first.year) : undefined;
}

function dayAndMonth(date: CivilDate, lang: Language): string {
  return `${date.day} ${month(date, lang)}`;
}

function month(date: CivilDate, lang: Language): string {
  return (lang === 'ru' ? monthsRuGenitive : monthsEn)[date.month - 1] ?? '';
}
