import { describe, expect, it } from 'vitest';
import { keyedUniforms, normalsOf } from './draws.ts';
import { luckShares } from './luck.ts';

const how = { uniforms: keyedUniforms({ seedLow: 5, seedHigh: 0 }, 'luck'), resamples: 400 };
const normals = normalsOf(keyedUniforms({ seedLow: 8, seedHigh: 0 }, 'worlds'));

/** Rows with assumptions of standard deviation 1 and noise of standard deviation `noise`. */
function worlds(rows: number, replicates: number, noise: number): Float64Array {
  return Float64Array.from({ length: rows * replicates }, (_, k) => {
    const row = Math.floor(k / replicates);
    return normals(row, 0, 0) + noise * normals(row, 1 + (k % replicates), noise);
  });
}

describe('luck', () => {
  it('is one less the published intraclass correlation of Shrout & Fleiss, mean squares 11.24 and 6.26', () => {
    const ratings = Float64Array.of(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7);
    const result = luckShares(ratings, 4, how);
    expect(result.withinVariance).toBeCloseTo(6.26, 2);
    expect(4 * result.betweenVariance + result.withinVariance).toBeCloseTo(11.24, 2);
    expect(result.assumptions.value).toBeCloseTo(0.166, 3);
  });

  it('recovers known shares from two replicates a row, inside its interval', () => {
    for (const noise of [0.5, 1, 2]) {
      const truth = (noise * noise) / (1 + noise * noise);
      const { luck } = luckShares(worlds(2000, 2, noise), 2, how);
      expect(Math.abs(luck.value - truth)).toBeLessThan(0.05);
      expect(luck.low < truth && truth < luck.high).toBe(true);
    }
  });

  it('is unbiased in its parts: the mean over many small studies', () => {
    let within = 0;
    let between = 0;
    const data = worlds(3000, 2, 1);
    for (let k = 0; k < data.length; k += 6) {
      const result = luckShares(data.subarray(k, k + 6), 2, { ...how, resamples: 1 });
      within += result.withinVariance / 1000;
      between += result.betweenVariance / 1000;
    }
    expect(Math.abs(within - 1)).toBeLessThan(0.08);
    expect(Math.abs(between - 1)).toBeLessThan(0.15);
  });

  it('is all when rows do not matter (perhaps a little more, unclipped), none when replicates agree', () => {
    expect(luckShares(Float64Array.of(0, 1, 1, 0, 0, 1), 2, how).luck.value).toBeGreaterThan(1);
    expect(luckShares(Float64Array.of(0, 0, 1, 1, 0, 0), 2, how).luck.value).toBe(0);
    expect(luckShares(Float64Array.of(1, 1, 1, 1), 2, how).luck.value).toBeNaN();
  });

  it('covers the truth about as often as its level says', () => {
    let covered = 0;
    const data = worlds(100 * 60, 2, 1);
    for (let k = 0; k < 100; k++) {
      const { luck } = luckShares(data.subarray(k * 120, (k + 1) * 120), 2, { ...how, resamples: 200 });
      if (luck.low <= 0.5 && 0.5 <= luck.high) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(86);
  });

  it('refuses single runs and broken rows', () => {
    expect(() => luckShares(new Float64Array(4), 1, how)).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
    expect(() => luckShares(new Float64Array(5), 2, how)).toThrow(
      expect.objectContaining({ code: 'length-mismatch' }),
    );
  });
});
