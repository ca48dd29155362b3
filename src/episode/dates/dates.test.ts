import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResolvedDate } from '../types.ts';
import { civilOf, dayOf, isCivilDate, russianSwitch } from './calendar.ts';
import { type DateTrouble, parseEdtf } from './edtf.ts';
import { formatBoth, formatDate, formatDay, isoDay } from './format.ts';
import { type DateRules, resolveDate } from './resolve.ts';
import { edtfOfWritten, parseWritten } from './written.ts';

const iso = (text: string, calendar: 'julian' | 'gregorian'): number => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return dayOf({ year, month, day }, calendar);
};

/** Julian date, the same day in the Gregorian calendar; from the usual conversion tables. */
const pairs: readonly (readonly [julian: string, gregorian: string])[] = [
  ['0001-01-03', '0001-01-01'],
  ['0200-02-29', '0200-02-28'],
  ['0300-02-29', '0300-03-01'],
  ['0300-03-01', '0300-03-02'],
  ['1066-10-14', '1066-10-20'],
  ['1582-10-04', '1582-10-14'],
  ['1582-10-05', '1582-10-15'],
  ['1700-02-28', '1700-03-10'],
  ['1700-02-29', '1700-03-11'],
  ['1825-12-14', '1825-12-26'],
  ['1900-02-28', '1900-03-12'],
  ['1900-02-29', '1900-03-13'],
  ['1900-03-01', '1900-03-14'],
  ['1917-10-25', '1917-11-07'],
  ['1917-11-04', '1917-11-17'],
  ['1917-12-25', '1918-01-07'],
  ['1918-01-31', '1918-02-13'],
  ['1918-02-01', '1918-02-14'],
  ['2000-02-29', '2000-03-13'],
];

const gregorian: DateRules = { calendar: 'gregorian', circa: 5 };
const julian: DateRules = { calendar: 'julian', circa: 5 };
const days = (date: ResolvedDate | DateTrouble): string =>
  typeof date === 'string' ? date : `${isoDay(date.earliest)}..${isoDay(date.latest)}`;

describe('calendars', () => {
  it.each(pairs)('Julian %s is Gregorian %s', (old, now) => {
    expect(iso(old, 'julian')).toBe(iso(now, 'gregorian'));
    expect(isoDay(iso(old, 'julian'))).toBe(now);
  });
  it('agrees with the platform for the Gregorian calendar, and turns back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        expect(isoDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(dayOf(civilOf(day, 'julian'), 'julian')).toBe(day);
        expect(isCivilDate(civilOf(day, 'julian'), 'julian')).toBe(true);
      }),
    );
  });
  it('knows leap days by calendar', () => {
    expect(isCivilDate({ year: 1900, month: 2, day: 29 }, 'julian')).toBe(true);
    expect(isCivilDate({ year: 1900, month: 2, day: 29 }, 'gregorian')).toBe(false);
  });
  it('switches calendars in the middle of an episode', () => {
    const rules = { ...julian, switchDay: russianSwitch };
    expect(days(resolveDate('1918-01-31', rules))).toBe('1918-02-13..1918-02-13');
    expect(days(resolveDate('1918-02-14', rules))).toBe('1918-02-14..1918-02-14');
    expect(days(resolveDate('1918-03-03', rules))).toBe('1918-03-03..1918-03-03');
  });
});

describe('EDTF', () => {
  it.each([
    ['1917-11-17', '1917-11-17..1917-11-17'],
    ['1917-11', '1917-11-01..1917-11-30'],
    ['1917', '1917-01-01..1917-12-31'],
    ['191X', '1910-01-01..1919-12-31'],
    ['1917-XX', '1917-01-01..1917-12-31'],
    ['1917-11-XX', '1917-11-01..1917-11-30'],
    ['1917-11-1X', '1917-11-10..1917-11-19'],
    ['1928-02-3X', 'impossible'],
    ['1917-11-17?', '1917-11-17..1917-11-17'],
    ['1917-11-17~', '1917-11-12..1917-11-22'],
    ['1917-11~', '1917-10-17..1917-12-15'],
    ['1928-22', '1928-06-01..1928-08-31'],
    ['1928-24', '1928-12-01..1929-02-28'],
    ['1917-11-04/1917-11-06', '1917-11-04..1917-11-06'],
    ['1917-11-04/..', '1917-11-04..9999-12-31'],
    ['/1917-11-04', '0001-01-01..1917-11-04'],
    ['[1917-11-04,1917-11-06]', '1917-11-04..1917-11-06'],
    ['1917-11-06/1917-11-04', 'backwards'],
    ['1928-21/1928-22', 'season-in-interval'],
    ['1917-02-30', 'impossible'],
    ['1917-13', 'impossible'],
    ['1900-02-29', 'impossible'],
    ['4 November', 'unreadable'],
    ['../..', 'unreadable'],
    ['17-11-04', 'unreadable'],
    ['1917-11-04T25:00', 'unreadable'],
  ])('%s is %s', (text, expected) => {
    expect(days(resolveDate(text, gregorian))).toBe(expected);
  });
  it('keeps the time of day', () => {
    expect(resolveDate({ edtf: '1917-11-04', time: '3:40' }, julian)).toMatchObject({ time: 220 });
    expect(resolveDate('1917-11-04T20:15', julian)).toMatchObject({ time: 1215 });
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseEdtf(text)));
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9X/.~?%[\],-]{0,24}$/), (text) => void resolveDate(text, julian)),
    );
  });
});

describe('the three cases of the texts', () => {
  it('"4 ноября", no year, Julian', () => {
    const edtf = edtfOfWritten(parseWritten('4 ноября') ?? { month: 0 }, 1917) ?? '';
    const date = resolveDate({ edtf, asWritten: '4 ноября', basis: 'context' }, julian);
    expect(days(date)).toBe('1917-11-17..1917-11-17');
    expect(formatDate(date as ResolvedDate, 'ru')).toBe('4 (17) ноября 1917');
    expect(formatDate(date as ResolvedDate, 'en')).toBe('4 (17) November 1917');
  });
  it('"11 июля", the year from a later sentence', () => {
    expect(parseWritten('11 июля')).toEqual({ month: 7, day: 11, year: undefined });
    expect(edtfOfWritten({ month: 7, day: 11 }, 1928)).toBe('1928-07-11');
    expect(edtfOfWritten({ month: 7, day: 11 })).toBeUndefined();
  });
  it('"через каких-нибудь двадцать дней после беседы"', () => {
    const talk = resolveDate('1928-07-11', gregorian) as ResolvedDate;
    const date = resolveDate(
      { after: 'talk', days: 20, give: 3 },
      { ...gregorian, dateOfAct: () => talk },
    ) as ResolvedDate;
    expect(days(date)).toBe('1928-07-28..1928-08-03');
    expect(formatDate(date, 'en')).toBe('about 31 July 1928');
    expect(formatDate(date, 'ru')).toBe('около 31 июля 1928');
  });
});

describe('dates in words', () => {
  it('shows both calendars', () => {
    const show = (text: string): string => formatBoth(iso(text, 'julian'), 'en');
    expect(show('1917-10-25')).toBe('25 October (7 November) 1917');
    expect(show('1917-12-25')).toBe('25 December 1917 (7 January 1918)');
    expect(formatBoth(iso('1917-10-25', 'julian'), 'ru')).toBe('25 октября (7 ноября) 1917');
    expect(formatDay(iso('1928-05-01', 'gregorian'), 'gregorian', 'ru')).toBe('1 мая 1928');
  });
  it('names months and years', () => {
    const show = (text: string, lang: 'en' | 'ru'): string =>
      formatDate(resolveDate(text, gregorian) as ResolvedDate, lang);
    expect(show('1928-07', 'ru')).toBe('июль 1928');
    expect(show('1928', 'en')).toBe('1928');
    expect(show('1928-07-04/1928-07-12', 'en')).toBe('4 July 1928 – 12 July 1928');
    expect(show('1928-07-04/..', 'ru')).toBe('с 4 июля 1928');
  });
});
