import { expect, it } from 'vitest';
import { hangsOnTexts, shareWords } from './hangs-on.ts';

it('puts a share into words: the nearest fraction, in both languages', () => {
  const en = hangsOnTexts('en');
  const ru = hangsOnTexts('ru');
  expect([0, 0.02, 0.11, 0.26, 0.32, 0.49, 0.68, 0.96, 1].map((s) => shareWords(s, en))).toEqual([
    'hardly any',
    'hardly any',
    'about a tenth',
    'about a quarter',
    'about a third',
    'about half',
    'about two thirds',
    'nearly all',
    'nearly all',
  ]);
  expect(shareWords(0.26, ru)).toBe('около четверти');
  expect(ru.fractions.length).toBe(en.fractions.length);
});
