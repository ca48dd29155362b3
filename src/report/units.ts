import { type Language, pluralRu } from './language.ts';
import { formatNumber } from './numbers.ts';

const space = '\u00A0';

/** A size in bytes as people say it: 12 kB, 3.4 MB (powers of 1,000). */
export function formatBytes(bytes: number, lang: Language): string {
  const units = lang === 'ru' ? ['байт', 'кБ', 'МБ', 'ГБ', 'ТБ'] : ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  for (; size >= 999.5 && unit < units.length - 1; unit++) size /= 1000;
  return `${formatNumber(size, lang, unit > 0 && size < 9.95 ? 1 : 0)}${space}${units[unit]}`;
}

/** A stretch of time, rounded to what one needs to know: 12 ms, 40 s, 7 min, 3.5 hours. */
export function formatDuration(seconds: number, lang: Language): string {
  const say = (value: number, digits: number, en: string, ru: string): string =>
    `${formatNumber(value, lang, digits)}${space}${lang === 'ru' ? ru : en}`;
  if (seconds < 0.9995) return say(1000 * seconds, seconds < 0.00995 ? 1 : 0, 'ms', 'мс');
  if (seconds < 90) return say(seconds, seconds < 9.95 ? 1 : 0, 's', 'с');
  if (seconds < 90 * 60) return say(seconds / 60, 0, 'min', 'мин');
  const hours = Math.round(seconds / 360) / 10;
  if (hours < 48)
    return say(
      hours,
      hours < 10 ? 1 : 0,
      hours === 1 ? 'hour' : 'hours',
      pluralRu(hours, 'час', 'часа', 'часов'),
    );
  const days = Math.round(hours / 2.4) / 10;
  return say(days, 1, 'days', 'суток');
}
