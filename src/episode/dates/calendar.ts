import type { CalendarName, Day } from '../types.ts';

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** 1 January 0001 and 31 December 9999 Gregorian: what an open end of a term counts as. */
export const farPast: Day = -719_162;
export const farFuture: Day = 2_932_896;

export const monthsInYear = 12;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number, calendar: CalendarName): boolean {
  if (calendar === 'julian') return mod(year, 4) === 0;
  return (mod(year, 4) === 0 && mod(year, 100) !== 0) || mod(year, 400) === 0;
}

export function daysInMonth(year: number, month: number, calendar: CalendarName): number {
  return month === 2 && isLeapYear(year, calendar) ? 29 : (lengths[month - 1] ?? 0);
}

export function isCivilDate(date: CivilDate, calendar: CalendarName): boolean {
  return (
    date.month >= 1 &&
    date.month <= 12 &&
    date.day >= 1 &&
    date.day <= daysInMonth(date.year, date.month, calendar)
  );
}

/**
 * Day number of a civil date: days since 1970-01-01 Gregorian, by integer arithmetic on years that begin in March
 * (Richards, in Explanatory Supplement to the Astronomical Almanac, 3rd ed., ch. 15; Hinnant's "days from civil").
 */
export function dayOf(date: CivilDate, calendar: CalendarName): Day {
  const y = date.month > 2 ? date.year : date.year - 1;
  const ofYear = Math.floor((153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5) + date.day - 1;
  const leaps =
    calendar === 'julian' ? Math.floor(y / 4) : Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leaps + ofYear - (calendar === 'julian' ? julianEpoch : gregorianEpoch);
}

// Days from 1 March of year 0 of each calendar to 1970-01-01 Gregorian.
const gregorianEpoch = 719_468;
const julianEpoch = 719_470;

export function civilOf(day: Day, calendar: CalendarName): CivilDate {
  const n = day + (calendar === 'julian' ? julianEpoch : gregorianEpoch);
  const [y, ofYear] = calendar === 'julian' ? julianYear(n) : gregorianYear(n);
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: month <= 2 ? y + 1 : y, month, day: ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

function julianYear(n: number): [year: number, dayOfYear: number] {
  const cycle = Math.floor(n / 1461);
  const rest = n - cycle * 1461;
  const year = Math.min(3, Math.floor(rest / 365));
  return [cycle * 4 + year, rest - year * 365];
}

function gregorianYear(n: number): [year: number, dayOfYear: number] {
  const era = Math.floor(n / 146_097);
  const inEra = n - era * 146_097;
  const year = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  return [era * 400 + year, inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))];
}

/** The calendars in which a bare date may be meant: one, or Julian up to a switch and Gregorian from it. */
export interface CalendarRule {
  readonly calendar: CalendarName;
  /** First Gregorian day. Civil dates at or after it are Gregorian. */
  readonly switchDay?: Day | undefined;
}

/** Soviet Russia: 31 January 1918 (Julian) was followed by 14 February 1918 (Gregorian). */
export const russianSwitch: Day = -18_949;

/** The calendar of a civil date under a rule. Dates that the switch skipped (1 to 13 February 1918) are read as Julian. */
export function calendarFor(date: CivilDate, rule: CalendarRule): CalendarName {
  if (rule.switchDay === undefined || rule.calendar === 'gregorian') return rule.calendar;
  return dayOf(date, 'gregorian') >= rule.switchDay ? 'gregorian' : 'julian';
}

function mod(n: number, by: number): number {
  return ((n % by) + by) % by;
}
