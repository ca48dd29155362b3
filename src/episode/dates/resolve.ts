import type { CalendarName, DateBasis, ResolvedDate } from '../types.ts';
import { boundsOf, circaWidth, type DayRange } from './bounds.ts';
import { type CalendarRule, farFuture, farPast } from './calendar.ts';
import { type DateTrouble, type Edtf, type EdtfEnd, parseEdtf } from './edtf.ts';

/** A date as the file has it, short or long. */
export type DateInput =
  | string
  | number
  | {
      readonly edtf: string;
      readonly calendar?: CalendarName | undefined;
      readonly time?: string | undefined;
      readonly basis?: DateBasis | undefined;
      readonly asWritten?: string | undefined;
    }
  | RelativeInput;

export interface RelativeInput {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly days: number;
  readonly give?: number | undefined;
  readonly basis?: DateBasis | undefined;
  readonly asWritten?: string | undefined;
}

/** How an episode reads dates: its calendar, the width of "~", and the acts that relative dates count from. */
export interface DateRules extends CalendarRule {
  readonly circa: number;
  readonly dateOfAct?: (act: string) => ResolvedDate | DateTrouble;
}

export function resolveDate(input: DateInput, rules: DateRules): ResolvedDate | DateTrouble {
  if (typeof input === 'string') return resolveText(input, rules);
  if (typeof input === 'number') return resolveText(String(input), rules);
  if (!('edtf' in input)) return resolveRelative(input, rules);
  const own =
    input.calendar === undefined ? rules : { ...rules, calendar: input.calendar, switchDay: undefined };
  const date = resolveText(input.edtf, own);
  if (typeof date === 'string') return date;
  const time = input.time === undefined ? date.time : minutes(input.time);
  if (time !== undefined && time >= 1440) return 'unreadable';
  return { ...date, time, basis: input.basis, asWritten: input.asWritten };
}

function resolveText(text: string, rules: DateRules): ResolvedDate | DateTrouble {
  const parsed = parseEdtf(text);
  return typeof parsed === 'string' ? parsed : resolveParsed(text.trim(), parsed, rules);
}

function resolveParsed(text: string, parsed: Edtf, rules: DateRules): ResolvedDate | DateTrouble {
  const ends: readonly EdtfEnd[] =
    parsed.kind === 'interval'
      ? [parsed.start, parsed.end]
      : parsed.kind === 'date'
        ? [parsed.date]
        : parsed.dates;
  const ranges = ends.map((end, index) => rangeOf(end, index, rules));
  if (ranges.includes(undefined)) return 'impossible';
  const known = ranges as DayRange[];
  if (parsed.kind === 'interval' && (known[1]?.latest ?? 0) < (known[0]?.earliest ?? 0)) return 'backwards';
  const dated = ends.filter((end) => typeof end !== 'string');
  const earliest = Math.min(...known.map((range) => range.earliest));
  const latest = Math.max(...known.map((range) => range.latest));
  return {
    earliest,
    latest,
    day: middle(earliest, latest),
    edtf: text,
    calendar: known.find((_, index) => typeof ends[index] !== 'string')?.calendar ?? rules.calendar,
    time: parsed.kind === 'date' ? parsed.date.time : undefined,
    approximate: dated.some((end) => end.approximate),
    uncertain: dated.some((end) => end.uncertain),
    openStart: parsed.kind === 'interval' && typeof parsed.start === 'string' ? parsed.start : undefined,
    openEnd: parsed.kind === 'interval' && typeof parsed.end === 'string' ? parsed.end : undefined,
  };
}

function rangeOf(end: EdtfEnd, index: number, rules: DateRules): DayRange | undefined {
  if (typeof end === 'string') {
    const day = index === 0 ? farPast : farFuture;
    return { earliest: day, latest: day, calendar: rules.calendar };
  }
  const range = boundsOf(end, rules);
  if (range === undefined || !end.approximate) return range;
  const width = circaWidth(end, rules.circa);
  return { ...range, earliest: range.earliest - width, latest: range.latest + width };
}

function resolveRelative(input: RelativeInput, rules: DateRules): ResolvedDate | DateTrouble {
  const direction = input.after === undefined ? 'before' : 'after';
  const to = input.after ?? input.before;
  if (to === undefined) return 'unreadable';
  const anchor = rules.dateOfAct?.(to) ?? 'unknown-act';
  if (typeof anchor === 'string') return anchor;
  const give = input.give ?? 0;
  const shift = direction === 'after' ? input.days : -input.days;
  const earliest = Math.floor(anchor.earliest + shift - give);
  const latest = Math.ceil(anchor.latest + shift + give);
  return {
    earliest,
    latest,
    day: middle(earliest, latest),
    calendar: anchor.calendar,
    approximate: give > 0 || anchor.approximate,
    uncertain: anchor.uncertain,
    relative: { to, direction, days: input.days, give },
    basis: input.basis,
    asWritten: input.asWritten,
  };
}

/** A single day to stand for a range. Open ends do not pull it away from the known one. */
function middle(earliest: number, latest: number): number {
  if (earliest === farPast) return latest;
  return latest === farFuture ? earliest : Math.floor((earliest + latest) / 2);
}

function minutes(clock: string): number {
  const [hours, rest] = clock.split(':');
  return Number(hours) * 60 + Number(rest);
}
