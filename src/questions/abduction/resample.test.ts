import { describe, expect, it } from 'vitest';
import { uniformAt } from '../../chance/draws.ts';
import { effectiveSize, normalise, offspring, parents } from './resample.ts';

describe('weights', () => {
  it('sum to 1, whatever is added to the logarithms', () => {
    const w = normalise(Float64Array.of(-1000, -1001, -1003));
    expect(w.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    expect(w[1]! / w[0]!).toBeCloseTo(Math.exp(-1), 12);
    expect([...normalise(Float64Array.of(-Infinity, -Infinity))]).toEqual([0.5, 0.5]);
  });

  it('are worth as many as there are if equal, one if all lies on one', () => {
    expect(effectiveSize(new Float64Array(20).fill(1 / 20))).toBeCloseTo(20, 10);
    expect(effectiveSize(Float64Array.of(0, 1, 0))).toBe(1);
  });
});

describe('systematic resampling', () => {
  it('gives each n·w rounded down or up, n in all, and n·w on average', () => {
    const n = 13;
    const w = normalise(Float64Array.from({ length: n }, (_, k) => 3 * uniformAt(k, 1, 2, 3, 4, 5)));
    const sum = new Float64Array(n);
    const draws = 4000;
    for (let t = 0; t < draws; t++) {
      const times = offspring(w, (t + 0.5) / draws);
      expect(times.reduce((a, b) => a + b)).toBe(n);
      times.forEach((m, k) => {
        expect(Math.abs(m - n * w[k]!)).toBeLessThan(1);
        sum[k] = sum[k]! + m / draws;
      });
    }
    sum.forEach((m, k) => expect(m).toBeCloseTo(n * w[k]!, 2));
  });

  it('leaves those who go on in their places', () => {
    const of = parents(Int32Array.of(0, 3, 1, 0, 1));
    expect([...of]).toEqual([1, 1, 2, 1, 4]);
  });
});
