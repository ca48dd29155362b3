import type { CalendarName, Day } from '../types.ts';
import {
  type CalendarRule,
  calendarFor,
  type CivilDate,
  dayOf,
  daysInMonth,
  monthsInYear,
} from './calendar.ts';
import { type EdtfDate, isSeason, type Span } from './edtf.ts';

export interface DayRange {
  readonly earliest: Day;
  readonly latest: Day;
  readonly calendar: CalendarName;
}

/** First and last day that a date may mean, before "~" widens it; undefined if there is no such day. */
export function boundsOf(date: EdtfDate, rule: CalendarRule): DayRange | undefined {
  const first = isSeason(date) ? seasonStart(date) : corner(date, 'low', rule);
  const last = isSeason(date) ? seasonEnd(date, rule) : corner(date, 'high', rule);
  if (first === undefined || last === undefined) return undefined;
  const calendar = calendarFor(first, rule);
  return { earliest: dayOf(first, calendar), latest: dayOf(last, calendarFor(last, rule)), calendar };
}

function corner(date: EdtfDate, end: keyof Span, rule: CalendarRule): CivilDate | undefined {
  const year = Math.max(1, date.year[end]);
  const month = pick(date.month, end, 1, monthsInYear);
  if (month === undefined) return undefined;
  const calendar = calendarFor({ year, month, day: 1 }, rule);
  const length = Math.max(daysInMonth(year, month, calendar), daysInMonth(year, month, rule.calendar));
  const day = pick(date.day, end, 1, length);
  return day === undefined ? undefined : { year, month, day };
}

/** The lowest or highest value that a field allows within its limits; undefined if it allows none. */
function pick(field: Span | undefined, end: keyof Span, low: number, high: number): number | undefined {
  if (field === undefined) return end === 'low' ? low : high;
  if (field.high < low || field.low > high) return undefined;
  return end === 'low' ? Math.max(low, field.low) : Math.min(high, field.high);
}

/** Spring is 21 (March to May), winter 24 (December to February of the next year). */
function seasonStart(date: EdtfDate): CivilDate {
  const season = (date.month?.low ?? 21) - 21;
  return { year: date.year.low, month: 3 + season * 3, day: 1 };
}

function seasonEnd(date: EdtfDate, rule: CalendarRule): CivilDate {
  const season = (date.month?.high ?? 21) - 21;
  const year = season === 3 ? date.year.high + 1 : date.year.high;
  const month = season === 3 ? 2 : 5 + season * 3;
  return { year, month, day: daysInMonth(year, month, rule.calendar) };
}

/** Days on either side that "~" stands for: `circa` for a day, at least half the unit for anything longer. */
export function circaWidth(date: EdtfDate, circa: number): number {
  if (date.day !== undefined) return circa;
  if (date.month !== undefined) return Math.max(circa, 15);
  return Math.max(circa, date.year.low === date.year.high ? 183 : 366);
}
