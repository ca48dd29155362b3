/**
 * EDTF level 1, read into fields, plus digits left open anywhere (1917-11-1X) and "one of a set" ([1917-11-04,1917-11-06]).
 * Not the `edtf` package: it turns text into Gregorian instants at once, so a Julian 1900-02-29 is refused and the calendar cannot be
 * chosen afterwards. Fields keep the text, the calendar and the arithmetic apart.
 */
export interface Span {
  readonly low: number;
  readonly high: number;
}

export interface EdtfDate {
  readonly year: Span;
  /** 1–12, or 21–24 for seasons. */
  readonly month?: Span | undefined;
  readonly day?: Span | undefined;
  /** Minutes after midnight. */
  readonly time?: number | undefined;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

export type EdtfEnd = EdtfDate | 'open' | 'unknown';

export type Edtf =
  | { readonly kind: 'date'; readonly date: EdtfDate }
  | { readonly kind: 'interval'; readonly start: EdtfEnd; readonly end: EdtfEnd }
  | { readonly kind: 'one-of'; readonly dates: readonly EdtfDate[] };

export type DateTrouble =
  | 'unreadable'
  | 'impossible'
  | 'backwards'
  | 'season-in-interval'
  | 'cycle'
  | 'unknown-act';

const single = /^([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2})(?:T(\d{2}):(\d{2})(?::\d{2})?)?)?)?([?~%]?)$/;

/** Reads EDTF text. Whether the day exists depends on the calendar and is decided later. */
export function parseEdtf(text: string): Edtf | DateTrouble {
  const trimmed = text.trim();
  if (trimmed.length > 64) return 'unreadable';
  if (trimmed.startsWith('[') && trimmed.endsWith(']')) return parseSet(trimmed.slice(1, -1));
  const parts = trimmed.split('/');
  if (parts.length === 2) return parseInterval(parts[0] ?? '', parts[1] ?? '');
  const date = parts.length === 1 ? parseDate(trimmed) : 'unreadable';
  return typeof date === 'string' ? date : { kind: 'date', date };
}

function parseInterval(from: string, to: string): Edtf | DateTrouble {
  const start = parseEnd(from);
  const end = parseEnd(to);
  if (start === 'unreadable' || end === 'unreadable') return 'unreadable';
  if (typeof start === 'string' && typeof end === 'string') return 'unreadable';
  if (isSeason(start) || isSeason(end)) return 'season-in-interval';
  return { kind: 'interval', start, end };
}

function parseEnd(text: string): EdtfEnd | 'unreadable' {
  if (text === '..') return 'open';
  return text === '' ? 'unknown' : parseDate(text);
}

function parseSet(text: string): Edtf | DateTrouble {
  const dates: EdtfDate[] = [];
  for (const part of text.split(/,|\.\./)) {
    const date = parseDate(part.trim());
    if (date === 'unreadable') return date;
    dates.push(date);
  }
  return { kind: 'one-of', dates };
}

function parseDate(text: string): EdtfDate | 'unreadable' {
  const found = single.exec(text);
  if (found === null) return 'unreadable';
  const [, year, month, day, hour, minute, mark] = found;
  const time = hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
  if (time !== undefined && (time >= 1440 || Number(minute) > 59)) return 'unreadable';
  return {
    year: digits(year ?? ''),
    month: month === undefined ? undefined : digits(month),
    day: day === undefined ? undefined : digits(day),
    time,
    approximate: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
  };
}

function digits(text: string): Span {
  return { low: Number(text.replaceAll('X', '0')), high: Number(text.replaceAll('X', '9')) };
}

export function isSeason(end: EdtfEnd): boolean {
  return typeof end !== 'string' && end.month !== undefined && end.month.low >= 21 && end.month.high <= 24;
}
