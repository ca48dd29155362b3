import type { Language } from './language.ts';

/** Keeps a number and its unit on one line; shown as a plain space in the end. */
const space = '\u00A0';

/** A number with `digits` decimals: 12,345.6 in English, 12 345,6 in Russian. NaN is a dash. */
export function formatNumber(value: number, lang: Language, digits = 0): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(digits).split('.');
  const grouped =
    whole.length < 4 || (lang === 'ru' && whole.length < 5)
      ? whole
      : groups(whole, lang === 'ru' ? space : ',');
  const shown = fraction === '' ? grouped : `${grouped}${lang === 'ru' ? ',' : '.'}${fraction}`;
  return value < 0 && /[1-9]/.test(shown) ? `−${shown}` : shown;
}

function groups(digits: string, by: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, by);
}

/** With an explicit sign: +3, −2, 0. */
export function formatSigned(value: number, lang: Language, digits = 0): string {
  const shown = formatNumber(value, lang, digits);
  return value > 0 && /[1-9∞]/.test(shown) ? `+${shown}` : shown;
}

/** Decimals that make sense for a value known to within `half`: the half-width shows one or two digits. */
export function digitsFor(half: number): number {
  if (!(half > 0) || !Number.isFinite(half)) return 0;
  if (half >= 0.95) return 0;
  return half >= 0.095 ? 1 : 2;
}

/** A probability as a percentage: 63 %, 0.4 %, under 0.1 %. */
export function formatPercent(p: number, lang: Language): string {
  if (Number.isNaN(p)) return '–';
  const percent = 100 * p;
  if (percent > 0 && percent < 0.1) return `<${formatNumber(0.1, lang, 1)}${space}%`;
  if (percent < 100 && percent > 99.9) return `>${formatNumber(99.9, lang, 1)}${space}%`;
  const digits = percent < 9.95 || (percent > 99 && percent < 100) ? 1 : 0;
  return `${formatNumber(percent, lang, percent === 0 ? 0 : digits)}${space}%`;
}
