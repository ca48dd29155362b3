import type { Estimate } from '../questions/statistics.ts';
import type { Language } from './language.ts';
import { digitsFor, formatNumber, formatSigned } from './numbers.ts';

const half = (e: Estimate): number => (e.high - e.low) / 2;

/** A share of the runs, per hundred, with its interval: "63 (60–66)". */
export function perHundred(e: Estimate, lang: Language): string {
  const digits = e.value === 0 || e.value === 1 ? 0 : digitsFor(100 * half(e));
  const value = (v: number, d: number): string => formatNumber(100 * v, lang, d);
  if (Number.isNaN(e.value)) return '–';
  const bound = Math.max(digits, digitsFor(100 * half(e)));
  return `${value(e.value, digits)} (${value(e.low, bound)}–${value(e.high, bound)})`;
}

/** "63 of 100 runs (60–66)". */
export function ofHundredRuns(e: Estimate, lang: Language): string {
  if (Number.isNaN(e.value)) return lang === 'ru' ? 'нет данных' : 'no data';
  const shown = perHundred(e, lang);
  const [value, ...interval] = shown.split(' ');
  const runs = lang === 'ru' ? 'из 100 прогонов' : 'of 100 runs';
  return `${lang === 'ru' ? 'в ' : 'in '}${value} ${runs} ${interval.join(' ')}`;
}

/** A mean with its interval: "4.2 (4.1–4.4)". */
export function meanWithInterval(e: Estimate, lang: Language): string {
  if (Number.isNaN(e.value)) return '–';
  const digits = Math.max(digitsFor(half(e)), Math.abs(e.value) < 10 ? 1 : 0);
  const one = (v: number): string => formatNumber(v, lang, digits);
  return e.runs < 2 ? one(e.value) : `${one(e.value)} (${one(e.low)}–${one(e.high)})`;
}

/** A difference with its interval and signs: "+13 (+9 to +17)"; `scale` 100 for shares. */
export function difference(e: Estimate, lang: Language, scale = 1): string {
  if (Number.isNaN(e.value)) return '–';
  const h = scale * half(e);
  const fine = scale === 1 ? Math.abs(e.value) < 10 : h < 2;
  const digits = h === 0 && Number.isInteger(scale * e.value) ? 0 : Math.max(digitsFor(h), fine ? 1 : 0);
  // A bound that leaves out zero is not shown as zero.
  const finer: number =
    isClear(e) && Math.min(Math.abs(e.low), Math.abs(e.high)) * scale * 10 ** digits < 0.5 ? 1 : 0;
  // Shares cannot differ by more than everything, though the normal interval may reach beyond.
  const within = (v: number): number => (scale === 1 ? v : Math.max(-1, Math.min(1, v)));
  const one = (v: number): string => formatSigned(scale * within(v), lang, digits + finer);
  return e.runs < 2
    ? one(e.value)
    : `${one(e.value)} (${one(e.low)}${lang === 'ru' ? '…' : ' to '}${one(e.high)})`;
}

/** Does the interval leave out zero? */
export const isClear = (e: Estimate): boolean => e.runs > 1 && (e.low > 0 || e.high < 0);
