import { describe, expect, it } from 'vitest';
import { bundled } from '../../../../test/helpers/episodes.ts';
import { dayShort } from './format.ts';

const dayOf = (iso: string): number => Date.parse(iso) / 86_400_000;

describe('a day on an axis', () => {
  const long = bundled('soviet-1928').meta;
  const day = dayOf('1928-06-15');
  it('is a month where the axis is long, and a day where somebody looks closer', () => {
    expect(dayShort(day, long, 'en')).toBe('Jun 1928');
    expect(dayShort(day, long, 'ru')).toBe('июнь 1928');
    expect(dayShort(day, long, 'en', 60)).toBe('15 Jun');
  });
  it('has its Russian month in the genitive, or cut, beside a day', () => {
    expect(dayShort(day, long, 'ru', 60)).toMatch(/^15 июн(я|\.)$/);
  });
  it('is told in the calendar of the episode', () => {
    expect(dayShort(dayOf('1917-11-17'), bundled('november-1917').meta, 'en')).toBe('4 Nov');
  });
});
