import type { Language } from '../episode/types.ts';

export type { Language } from '../episode/types.ts';

/** Picks the text in a language. */
export const say = (lang: Language, en: string, ru: string): string => (lang === 'ru' ? ru : en);

/** The form of a Russian noun that follows a number: 1 прогон, 2 прогона, 5 прогонов. Fractions take the second. */
export function pluralRu(n: number, one: string, few: string, many: string): string {
  if (!Number.isInteger(n)) return few;
  const tens = Math.abs(n) % 100;
  const units = tens % 10;
  if (tens > 10 && tens < 20) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}

export const pluralEn = (n: number, one: string, many = `${one}s`): string => (n === 1 ? one : many);

/** "A, B and C". */
export function listed(items: readonly string[], lang: Language): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${say(lang, 'and', 'и')} ${items.at(-1)}`;
}

/** The same text beginning with a capital letter. */
export function capital(text: string): string {
  const first = [...text][0] ?? '';
  return first.toLocaleUpperCase('ru') + text.slice(first.length);
}

/** A sentence with its full stop, whatever it ended with. */
export const sentence = (text: string): string =>
  /[.?!:…]["»”]?$/.test(text) ? capital(text) : `${capital(text)}.`;
