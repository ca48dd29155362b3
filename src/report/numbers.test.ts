import { describe, expect, it } from 'vitest';
import { difference, meanWithInterval, ofHundredRuns, perHundred } from './estimates.ts';
import { listed, pluralRu, sentence } from './language.ts';
import { formatNumber, formatPercent, formatSigned } from './numbers.ts';

describe('numbers', () => {
  it.each([
    [1234.5, 1, '1,234.5', '1234,5'],
    [12345, 0, '12,345', '12 345'],
    [-0.04, 1, '0.0', '0,0'],
    [-3.25, 2, '−3.25', '−3,25'],
    [Number.NaN, 0, '–', '–'],
    [Number.POSITIVE_INFINITY, 0, '∞', '∞'],
  ])('%d with %i decimals', (value, digits, en, ru) => {
    expect(formatNumber(value, 'en', digits)).toBe(en);
    expect(formatNumber(value, 'ru', digits).replaceAll('\u00A0', ' ')).toBe(ru);
  });

  it('signs differences and leaves zero without', () => {
    expect([2, -2, 0, 0.001].map((v) => formatSigned(v, 'en', 1))).toEqual(['+2.0', '−2.0', '0.0', '0.0']);
  });

  it('never calls the unlikely impossible', () => {
    expect(
      [0, 0.0004, 0.004, 0.63, 0.9996, 1].map((p) => formatPercent(p, 'en').replaceAll('\u00A0', ' ')),
    ).toEqual(['0 %', '<0.1 %', '0.4 %', '63 %', '>99.9 %', '100 %']);
  });
});

describe('estimates', () => {
  const share = { value: 0.63, low: 0.6, high: 0.66, runs: 1000 };

  it('says shares as runs out of a hundred', () => {
    expect(ofHundredRuns(share, 'en')).toBe('in 63 of 100 runs (60–66)');
    expect(ofHundredRuns(share, 'ru')).toBe('в 63 из 100 прогонов (60–66)');
    expect(perHundred({ value: 0.004, low: 0.001, high: 0.009, runs: 1000 }, 'en')).toBe('0.4 (0.1–0.9)');
    expect(perHundred({ value: Number.NaN, low: 0, high: 1, runs: 0 }, 'en')).toBe('–');
  });

  it('keeps differences of shares within everything', () => {
    expect(difference({ value: 0.98, low: 0.93, high: 1.02, runs: 40 }, 'en', 100)).toBe('+98 (+93 to +100)');
    expect(difference({ value: -0.005, low: -0.015, high: 0.005, runs: 200 }, 'en', 100)).toBe(
      '−0.5 (−1.5 to +0.5)',
    );
    expect(difference({ value: 0.3, low: -0.2, high: 0.8, runs: 50 }, 'ru')).toBe('+0,3 (−0,2…+0,8)');
  });

  it('shows as many digits of a mean as the interval bears', () => {
    expect(meanWithInterval({ value: 52.31, low: 46.2, high: 58.4, runs: 100 }, 'en')).toBe('52 (46–58)');
    expect(meanWithInterval({ value: 0.66, low: 0.51, high: 0.81, runs: 100 }, 'en')).toBe('0.7 (0.5–0.8)');
  });
});

describe('language', () => {
  it('declines Russian nouns by number', () => {
    const runs = (n: number): string => `${n} ${pluralRu(n, 'прогон', 'прогона', 'прогонов')}`;
    expect([1, 2, 5, 11, 21, 112, 1.5].map(runs)).toEqual([
      '1 прогон',
      '2 прогона',
      '5 прогонов',
      '11 прогонов',
      '21 прогон',
      '112 прогонов',
      '1.5 прогона',
    ]);
  });

  it('joins lists and ends sentences', () => {
    expect(listed(['A', 'B', 'C'], 'en')).toBe('A, B and C');
    expect(listed(['А', 'Б'], 'ru')).toBe('А и Б');
    expect(sentence('he leaves')).toBe('He leaves.');
    expect(sentence('“he leaves?”')).toBe('“he leaves?”');
  });
});
