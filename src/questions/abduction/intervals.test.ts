import { describe, expect, it } from 'vitest';
import { uniformAt } from '../../chance/draws.ts';
import { normalQuantile } from '../../chance/exact.ts';
import { claimsOf, renew } from './claims.ts';
import { designEffect } from './intervals.ts';
import { different, spread } from './spread.ts';

const runs = 400;
const particles = 20;
const noise = (a: number, b: number): number => normalQuantile(uniformAt(a, b, 3, 4, 5, 6));

describe('the design effect of runs that share their pasts', () => {
  it('is 1 where the past makes no difference', () => {
    const free = Float64Array.from({ length: runs }, (_, k) => noise(k, 1));
    expect(designEffect(free, { particles, effective: 20 })).toBeLessThan(1.6);
  });

  it('is runs per effective particle where the past decides everything, or nothing differs, or each past is seen once', () => {
    const by = Float64Array.from({ length: runs }, (_, k) => noise(k % particles, 2));
    expect(designEffect(by, { particles, effective: 10 })).toBeCloseTo(40, 0);
    expect(designEffect(new Float64Array(runs), { particles, effective: 10 })).toBe(40);
    expect(designEffect(by.slice(0, 20), { particles, effective: 10 })).toBe(2);
  });

  it('lies between where both matter, and grows as particles are worth less', () => {
    const mixed = Float64Array.from({ length: runs }, (_, k) => noise(k % particles, 7) + 2 * noise(k, 8));
    const well = designEffect(mixed, { particles, effective: 20 });
    const ill = designEffect(mixed, { particles, effective: 4 });
    expect(well).toBeGreaterThan(1);
    expect(ill).toBeGreaterThan(well);
    expect(ill).toBeLessThan(100);
  });
});

describe('moves of the claims', () => {
  const keys = Uint32Array.from({ length: 3000 }, (_, k) => 7 * k + 1);
  const first = claimsOf(undefined, 3, keys, 12);

  const each = (chance: number): Float64Array => new Float64Array(keys.length).fill(chance);

  it('keep the prior: uniform quantiles stay uniform, and as many as asked are drawn anew', () => {
    const moved = renew(first, keys, each(0.3), 12, 99);
    const z = [...moved].map(normalQuantile);
    const mean = (a: readonly number[]): number => a.reduce((s, v) => s + v, 0) / a.length;
    expect(mean(z)).toBeCloseTo(0, 1);
    expect(mean(z.map((v) => v * v))).toBeCloseTo(1, 1);
    expect(mean([...moved].map((u, k) => Number(u !== first[k])))).toBeCloseTo(0.3, 1);
    expect([...renew(first, keys, each(0), 12, 99)]).toEqual([...first]);
    const all = renew(first, keys, each(1), 12, 99);
    expect(mean([...all].map((u, k) => normalQuantile(u) * normalQuantile(first[k] ?? 0.5)))).toBeCloseTo(
      0,
      1,
    );
  });

  it('are the effective size: one for copies, the number of draws for independent ones', () => {
    const one = (claims: Float64Array) => ({ claims, segments: [] });
    const copies = Array.from({ length: 10 }, () => one(first));
    expect(spread(copies, keys, each(1), 12)).toBeCloseTo(1, 12);
    const independent = Array.from({ length: 10 }, (_, run) => one(claimsOf(undefined, run, keys, 12)));
    expect(spread(independent, keys, each(1), 12)).toBeCloseTo(10, 12);
    const halves = independent.map((_, k) => independent[k % 2] ?? one(first));
    expect(spread(halves, keys, each(1), 12)).toBeCloseTo(2, 12);
  });

  it('count by what the record hangs on: copies of what matters are copies', () => {
    const half = new Float64Array(keys.length).fill(0);
    half[0] = 1;
    const all = Array.from({ length: 10 }, (_, run) => {
      const claims = claimsOf(undefined, run, keys, 12);
      claims[0] = 0.5;
      return { claims, segments: [] };
    });
    expect(spread(all, keys, half, 12)).toBeCloseTo(1, 12);
    expect(spread(all, keys, each(1), 12)).toBeGreaterThan(9.9);
    expect(different([1, 1, 2, 2, 2, 2])).toBeCloseTo(1.8, 12);
  });
});
