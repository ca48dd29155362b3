import { formatBoth, formatDay } from '../../../episode/dates/index.ts';
import { civilOf } from '../../../episode/dates/index.ts';
import type { EpisodeMeta } from '../../../episode/types.ts';
import type { Estimate } from '../../../questions/statistics.ts';
import type { Lang } from './studio.svelte.ts';

const dash = '–';

/** To make a formatter takes a browser far longer than to use it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatFor(lang: Lang, digits: number): Intl.NumberFormat {
  const key = `${lang} ${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, made);
  return made;
}

export function number(value: number, lang: Lang, digits = 0): string {
  return Number.isNaN(value) ? dash : formatFor(lang, digits).format(value).replace('-', '−');
}

const months = {
  en: new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }),
  ru: new Intl.DateTimeFormat('ru', { month: 'short', timeZone: 'UTC' }),
} as const;
const daysAndMonths = {
  en: new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  ru: new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
} as const;

export const signed = (value: number, lang: Lang, digits = 0): string =>
  value > 0 ? `+${number(value, lang, digits)}` : number(value, lang, digits);

export const percent = (p: number, lang: Lang): string =>
  Number.isNaN(p)
    ? dash
    : p > 0 && p < 0.001
      ? `< ${number(0.1, lang, 1)} %`
      : `${number(100 * p, lang, p < 0.1 ? 1 : 0)} %`;

/** In a hundred courses: "63 (55–70)". */
export function ofHundred(e: Estimate, lang: Lang): string {
  return `${number(100 * e.value, lang)} (${number(100 * e.low, lang)}–${number(100 * e.high, lang)})`;
}

const isJulian = (day: number, meta: EpisodeMeta): boolean =>
  meta.calendar === 'julian' && (meta.calendarSwitch === undefined || day < meta.calendarSwitch);

/** A day in words, in the episode's calendar, with the other in brackets where it is Julian. */
export function dayWords(day: number, meta: EpisodeMeta, lang: Lang): string {
  if (Number.isNaN(day)) return dash;
  return isJulian(day, meta)
    ? formatBoth(Math.floor(day), lang)
    : formatDay(Math.floor(day), 'gregorian', lang);
}

/** For axes, in the episode's calendar: "4 Nov", or "Nov 1917" where they span more than 200 days. */
export function dayShort(
  day: number,
  meta: EpisodeMeta,
  lang: Lang,
  span: number = meta.ends - meta.starts,
): string {
  const { year, month, day: d } = civilOf(Math.floor(day), isJulian(day, meta) ? 'julian' : 'gregorian');
  const at = Date.UTC(2000, month - 1, 1);
  if (span > 200) return `${months[lang].format(at)} ${year}`;
  // Beside a day Russian months stand in the genitive, or are cut: never "15 июнь".
  return `${d} ${daysAndMonths[lang].formatToParts(at).find((part) => part.type === 'month')?.value ?? ''}`;
}
