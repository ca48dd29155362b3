import { describe, expect, it } from 'vitest';
import { binsFor, piled } from './bins.ts';

const values = (...v: readonly number[]) => v.map((value, run) => ({ run, value }));

describe('bins', () => {
  it('are whole numbers where there are few', () => {
    expect(binsFor([0, 1, 4], 0, 5, 20).map((b) => b.at)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('are no more than asked for, and cover everything', () => {
    const days = Array.from({ length: 500 }, (_, k) => -19000 + k * 1.37);
    const bins = binsFor(days, -19010, -18200, 24);
    expect(bins.length).toBeLessThanOrEqual(24);
    expect(
      piled(
        days.map((value) => ({ value })),
        bins,
      ).reduce((n, b) => n + b.items.length, 0),
    ).toBe(500);
    expect(bins[0]?.from).toBe(-19010);
    expect(bins.at(-1)?.to).toBeGreaterThanOrEqual(-18200);
  });

  it('hold each item once, and those without a value apart', () => {
    const items = values(0, 2, 2, Number.NaN, 5, 5.5);
    const piles = piled(
      items,
      binsFor(
        items.map((i) => i.value),
        0,
        6,
        4,
      ),
    );
    expect(piles.flatMap((b) => b.items)).toHaveLength(items.length);
    expect(piles.at(-1)?.items.map((i) => i.run)).toEqual([3]);
    expect(piled(values(1, 2), binsFor([1, 2], 0, 3, 9)).some((b) => Number.isNaN(b.at))).toBe(false);
  });
});
