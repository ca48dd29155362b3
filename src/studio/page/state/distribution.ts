import { type Distribution, quantile } from '../../../chance/distributions.ts';
import { number } from './format.ts';
import type { Lang } from './studio.svelte.ts';

/** Decimals that show a value of this size. */
const digits = (value: number): number => (Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 1 ? 1 : 2);

/** A coded value as it is used: "62", or "62 (48–75)": median and 90 % of what it may be. */
export function distributionText(d: Distribution, lang: Lang): string {
  if (d.kind === 'point') return number(d.value, lang, Number.isInteger(d.value) ? 0 : digits(d.value));
  const [low, middle, high] = [0.05, 0.5, 0.95].map((u) => quantile(d, u));
  const places = digits(Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0)));
  const shown = (v: number | undefined): string => number(v ?? Number.NaN, lang, places);
  return `${shown(middle)} (${shown(low)}–${shown(high)})`;
}
