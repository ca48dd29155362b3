import { describe, expect, it } from 'vitest';
import { keyedUniforms, normalsOf } from './draws.ts';
import { symmetric } from './gaussian.ts';
import { normalLogDensity, syntheticLogLikelihood } from './synthetic-likelihood.ts';

const normals = normalsOf(keyedUniforms({ seedLow: 41, seedHigh: 0 }, 'summaries'));
/** n rows of two correlated summaries: z1 and 1 + z1 + z2. */
const rows = (n: number, trial: number) =>
  Float64Array.from({ length: 2 * n }, (_, k) => {
    const row = Math.floor(k / 2);
    return k % 2 === 0 ? normals(trial, row, 0) : 1 + normals(trial, row, 0) + normals(trial, row, 1);
  });
const exact = (x: number[]) =>
  normalLogDensity(
    Float64Array.from(x),
    Float64Array.of(0, 1),
    symmetric([
      [1, 1],
      [1, 2],
    ]),
  );

describe('normal density', () => {
  it('is the product of independent ones, and counts correlation', () => {
    expect(normalLogDensity(Float64Array.of(1), Float64Array.of(0), Float64Array.of(4))).toBeCloseTo(
      Math.log(Math.exp(-1 / 8) / Math.sqrt(8 * Math.PI)),
      12,
    );
    expect(exact([0.5, 2])).toBeCloseTo(-Math.log(2 * Math.PI) - 0.5 * (0.25 + 0.25), 12);
    expect(
      normalLogDensity(
        Float64Array.of(0, 0),
        Float64Array.of(0, 0),
        symmetric([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('synthetic likelihood of normal summaries', () => {
  it('is unbiased with ten runs: its mean over many is the exact density, which plug-in misses', () => {
    for (const x of [
      [0, 1],
      [0.5, 2],
      [-1.5, 1],
    ]) {
      const mean = { unbiased: 0, 'plug-in': 0 };
      for (let trial = 0; trial < 5000; trial++) {
        for (const form of ['unbiased', 'plug-in'] as const)
          mean[form] += Math.exp(syntheticLogLikelihood(Float64Array.from(x), rows(10, trial), form)) / 5000;
      }
      const truth = Math.exp(exact(x));
      expect(Math.abs(mean.unbiased / truth - 1)).toBeLessThan(0.04);
      if (x[0] === 0) expect(Math.abs(mean['plug-in'] / truth - 1)).toBeGreaterThan(0.05);
    }
  });

  it('comes to the exact density with many runs, in both forms', () => {
    const many = rows(20_000, 9999);
    for (const form of ['unbiased', 'plug-in'] as const)
      expect(syntheticLogLikelihood(Float64Array.of(0.5, 2), many, form)).toBeCloseTo(exact([0.5, 2]), 1);
  });

  it('is 0 far out, and refuses too few runs', () => {
    expect(syntheticLogLikelihood(Float64Array.of(50, 0), rows(10, 1), 'unbiased')).toBe(
      Number.NEGATIVE_INFINITY,
    );
    expect(() => syntheticLogLikelihood(Float64Array.of(0, 0), rows(5, 1), 'unbiased')).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
  });
});
