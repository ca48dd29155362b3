import { describe, expect, it } from 'vitest';
import { bootstrap, drawCounts, percentileInterval } from './bootstrap.ts';
import { keyedUniforms, normalsOf } from './draws.ts';

const seed = { seedLow: 1, seedHigh: 2 };
const uniforms = keyedUniforms(seed, 'test');

describe('keyed chance', () => {
  it('is the same for ever', () => {
    expect([
      uniforms(0, 0, 0),
      uniforms(1, 0, 0),
      uniforms(0, 1, 0),
      uniforms(0, 0, 1),
    ]).toMatchInlineSnapshot(`
      [
        0.9901956745594912,
        0.26261094394938966,
        0.8828672661255396,
        0.8285448122457418,
      ]
    `);
    expect(normalsOf(uniforms)(0, 0, 0)).toMatchInlineSnapshot(`2.3337531573438532`);
  });

  it('differs by subject and by seed', () => {
    expect(keyedUniforms(seed, 'other')(0, 0, 0)).not.toBe(uniforms(0, 0, 0));
    expect(keyedUniforms({ seedLow: 2, seedHigh: 2 }, 'test')(0, 0, 0)).not.toBe(uniforms(0, 0, 0));
  });
});

describe('bootstrap', () => {
  it('draws n of n with replacement: about 63.2 % of units appear', () => {
    const counts = new Uint32Array(10_000);
    drawCounts(counts, 0, uniforms);
    expect(counts.reduce((a, b) => a + b)).toBe(10_000);
    expect(counts.filter((c) => c > 0).length / 10_000).toBeCloseTo(1 - Math.exp(-1), 1.7);
  });

  it('finds the standard error of a mean', () => {
    const values = Float64Array.from({ length: 400 }, (_, k) => normalsOf(uniforms)(k, 7, 7));
    const [means = new Float64Array()] = bootstrap(400, 1, { uniforms, resamples: 1000 }, (counts, out) => {
      out[0] = values.reduce((sum, v, k) => sum + counts[k]! * v, 0) / 400;
    });
    const { low, high } = percentileInterval(0, means, 400);
    expect((high - low) / (2 * 1.96)).toBeCloseTo(0.05, 2);
  });
});
