import { describe, expect, it } from 'vitest';
import { keyedUniforms, normalsOf } from './draws.ts';
import { isotonic } from './isotonic.ts';
import { lastDay } from './last-day.ts';
import { cautious, turned, untilWhen } from './until-when.ts';

/** Effects on days 0, 10, 20, ... with equal half widths. */
const dated = (values: readonly number[], half: number) =>
  values.map((value, k) => ({
    day: 10 * k,
    effect: { value, low: value - half, high: value + half, runs: 1000 },
  }));

describe('until when', () => {
  it('finds the last date at which the effect reaches the level, surely and possibly', () => {
    const result = untilWhen(dated([0.5, 0.4, 0.3, 0.18, 0.1, 0.02], 0.05), 0.2);
    expect(result).toEqual({
      verdict: 'until',
      last: 20,
      surely: 20,
      possibly: 30,
      windows: [[0, 20]],
      fades: 'yes',
    });
  });

  it('says always, never, or that it cannot tell', () => {
    expect(untilWhen(dated([0.5, 0.4], 0.05), 0.2).verdict).toBe('always');
    expect(untilWhen(dated([0.05, 0.01], 0.02), 0.2)).toMatchObject({
      verdict: 'never',
      last: undefined,
      possibly: undefined,
      windows: [],
    });
    expect(untilWhen(dated([0.5, 0.19], 0.05), 0.2).verdict).toBe('cannot-tell');
    expect(untilWhen(dated([0.22, 0.01], 0.05), 0.2).verdict).toBe('cannot-tell');
  });

  it('shows an effect that fades and returns', () => {
    const back = untilWhen(dated([0.5, 0.1, 0.4, 0.4, 0], 0.05), 0.2);
    expect(back).toMatchObject({
      windows: [
        [0, 0],
        [20, 30],
      ],
      fades: 'no',
      last: 30,
    });
    expect(untilWhen(dated([0.5, 0.38, 0.4], 0.05), 0.2).fades).toBe('unsure');
  });

  it('counts downwards when turned', () => {
    const lowered = dated([-0.5, -0.1], 0.05).map(({ day, effect }) => ({ day, effect: turned(effect) }));
    expect(untilWhen(lowered, 0.2)).toMatchObject({ verdict: 'until', last: 0 });
  });

  it('refuses days out of order', () => {
    expect(() => untilWhen(dated([0.1, 0.2], 0).reverse(), 0.1)).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
    expect(() => untilWhen([], 0.1)).toThrow(expect.objectContaining({ code: 'empty' }));
  });
});

describe('the last day by resampling', () => {
  const how = { uniforms: keyedUniforms({ seedLow: 1, seedHigh: 0 }, 'until'), resamples: 300 };
  const normals = normalsOf(keyedUniforms({ seedLow: 2, seedHigh: 0 }, 'effects'));
  const days = [0, 10, 20, 30, 40, 50];
  /** Effects falling by 0.1 from 0.5, each run with luck of its own shared by all days, and a little for each day. */
  const differences = (runs: number, own: number, shared: number) =>
    days.map((_, k) =>
      Float64Array.from(
        { length: runs },
        (_x, r) => 0.5 - 0.1 * k + shared * normals(r, 0, 0) + own * normals(r, 1, k),
      ),
    );

  it('has an interval that holds the truth and shrinks with more runs', () => {
    const few = lastDay(days, differences(30, 1, 0), 0.25, how);
    const many = lastDay(days, differences(3000, 0.5, 0), 0.25, how);
    expect(many).toEqual({ day: 20, low: 20, high: 20, never: 0 });
    expect((few.low ?? -1) <= 20 && few.high! >= 20 && few.high! > (few.low ?? -1)).toBe(true);
  });

  it('says how often no day reaches the level', () => {
    expect(lastDay(days, differences(50, 0.5, 0), 5, how)).toEqual({
      day: undefined,
      low: undefined,
      high: undefined,
      never: 1,
    });
  });

  it('is steadier when the effect may only fade: one noisy late rise does not count', () => {
    const means = [0.5, 0.4, 0.3, 0.05, 0.05, 0.26];
    const columns = means.map((m) => new Float64Array(10).fill(m));
    expect(lastDay(days, columns, 0.25, how).day).toBe(50);
    expect(lastDay(days, columns, 0.25, how, true).day).toBe(20);
  });
});

describe('a difference without one pair that differs', () => {
  it('may be as large as the rule of three says, either way', () => {
    const { low, high, value } = cautious({ value: 0, low: 0, high: 0, runs: 100 });
    expect([value, low]).toEqual([0, -high]);
    expect(high).toBeCloseTo(1 - 0.05 ** (1 / 100), 12);
    expect(high).toBeCloseTo(3 / 100, 3);
    const other = { value: 0.1, low: 0, high: 0.2, runs: 100 };
    expect(cautious(other)).toBe(other);
  });
});

describe('isotonic fit', () => {
  it('of the example in the documentation of R (isoreg)', () => {
    expect([...isotonic([1, 0, 4, 3, 3, 5, 4, 2, 0])]).toEqual([0.5, 0.5, 3, 3, 3, 3, 3, 3, 3]);
  });

  it('weighs, keeps what rises, and pools ties', () => {
    expect([...isotonic([2, 0], [1, 3])]).toEqual([0.5, 0.5]);
    expect([...isotonic([1, 2, 3])]).toEqual([1, 2, 3]);
    expect([...isotonic([])]).toEqual([]);
  });
});
