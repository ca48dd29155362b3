import { describe, expect, it } from 'vitest';
import { keyedUniforms } from './draws.ts';
import { calibrationTest, corp, murphy } from './reliability.ts';
import { brierFull, brierHalf, logScore, logScoreCategories, shareOf, skill } from './scores.ts';

const p = [0.1, 0.9, 0.8, 0.3];
const y = [0, 1, 1, 0];
const u = keyedUniforms({ seedLow: 31, seedHigh: 0 }, 'forecasts');

describe('scores', () => {
  it('are those of the documentation of scikit-learn', () => {
    expect(brierHalf(p, y)).toBeCloseTo(0.0375, 12);
    expect(logScore(p, y)).toBeCloseTo(0.19763488, 8);
    expect(
      logScoreCategories(
        [
          [0.1, 0.9],
          [0.9, 0.1],
          [0.8, 0.2],
          [0.35, 0.65],
        ],
        [1, 0, 0, 1],
      ),
    ).toBeCloseTo(0.21616187, 8);
  });

  it('name the two conventions of Brier, which differ by 2', () => {
    expect(
      brierFull(
        p.map((q) => [1 - q, q]),
        y,
      ),
    ).toBeCloseTo(2 * brierHalf(p, y), 12);
    expect(brierHalf([0.5], [1])).toBe(0.25);
    expect(brierFull([[1, 0, 0]], [2])).toBe(2);
  });

  it('are infinite for the impossible that came, which shares of runs never are', () => {
    expect(logScore([0], [1])).toBe(Number.POSITIVE_INFINITY);
    expect(logScore([1], [1])).toBe(0);
    expect([shareOf(0, 999), shareOf(999, 999)]).toEqual([0.0005, 0.9995]);
    expect([0, 1, 2].reduce((sum, k) => sum + shareOf([7, 0, 3][k]!, 10, 3), 0)).toBeCloseTo(1, 12);
  });

  it('are proper: the true chance has the best expectation', () => {
    for (const truth of [0.05, 0.37, 0.8]) {
      const expected = (score: (p: number[], y: number[]) => number, q: number) =>
        truth * score([q], [1]) + (1 - truth) * score([q], [0]);
      for (const other of [0.01, 0.2, 0.5, 0.9]) {
        expect(expected(brierHalf, truth)).toBeLessThan(expected(brierHalf, other));
        expect(expected(logScore, truth)).toBeLessThan(expected(logScore, other));
      }
    }
  });

  it('give skill against a reference', () => {
    expect(skill(0.0375, 0.25)).toBeCloseTo(0.85, 12);
    expect(skill(0.1, 0)).toBeNaN();
  });

  it('refuse what is no forecast', () => {
    expect(() => brierHalf([1.2], [1])).toThrow(expect.objectContaining({ code: 'not-probability' }));
    expect(() => brierHalf([0.5], [2])).toThrow(expect.objectContaining({ code: 'bad-argument' }));
    expect(() => logScore([0.5], [])).toThrow(expect.objectContaining({ code: 'length-mismatch' }));
    expect(() => brierFull([[0.5, 0.4]], [0])).toThrow(expect.objectContaining({ code: 'not-probability' }));
    expect(() => shareOf(3, 2)).toThrow(expect.objectContaining({ code: 'bad-argument' }));
  });
});

describe('decompositions', () => {
  it('add up exactly, and no part is negative', () => {
    for (let trial = 0; trial < 100; trial++) {
      const forecasts = Array.from({ length: 30 }, (_, k) => Math.round(10 * u(trial, k, 0)) / 10);
      const outcomes = Array.from({ length: 30 }, (_, k) => (u(trial, k, 1) < 0.4 ? 1 : 0));
      for (const parts of [murphy(forecasts, outcomes), corp(forecasts, outcomes)]) {
        expect(parts.miscalibration - parts.discrimination + parts.uncertainty).toBeCloseTo(parts.score, 12);
        expect(Math.min(parts.miscalibration, parts.discrimination)).toBeGreaterThan(-1e-12);
      }
    }
  });

  it('of Murphy, worked by hand: 10 forecasts of .2 with 3 yes, 10 of .8 with 7', () => {
    const forecasts = [...Array(10).fill(0.2), ...Array(10).fill(0.8)];
    const outcomes = [...Array(3).fill(1), ...Array(7).fill(0), ...Array(7).fill(1), ...Array(3).fill(0)];
    const parts = murphy(forecasts, outcomes);
    expect(parts.miscalibration).toBeCloseTo(0.01, 12);
    expect(parts.discrimination).toBeCloseTo(0.04, 12);
    expect(parts.uncertainty).toBeCloseTo(0.25, 12);
    expect(corp(forecasts, outcomes)).toEqual(parts);
  });

  it('of CORP: forecasts in the right order have nothing left after recalibration', () => {
    expect(corp(p, y)).toMatchObject({
      miscalibration: expect.closeTo(0.0375, 12),
      discrimination: 0.25,
      uncertainty: 0.25,
    });
  });

  it('of CORP pool what falls: rates 1, 0 at .3 and .6 become 1/2, 1/2', () => {
    expect(corp([0.3, 0.6], [1, 0]).curve).toEqual([
      { forecast: 0.3, recalibrated: 0.5, count: 1 },
      { forecast: 0.6, recalibrated: 0.5, count: 1 },
    ]);
    expect(corp([0.3, 0.6], [1, 0]).discrimination).toBe(0);
    expect(murphy([0.3, 0.6], [1, 0]).discrimination).toBe(0.25);
  });
});

describe('test of calibration', () => {
  const how = { uniforms: keyedUniforms({ seedLow: 32, seedHigh: 0 }, 'calibration'), resamples: 200 };
  const forecasts = Array.from({ length: 200 }, (_, k) => u(1, k, 5));

  it('accepts forecasts that keep their word, whose miscalibration is still not 0', () => {
    const result = calibrationTest(
      forecasts,
      forecasts.map((q, k) => (u(2, k, 6) < q ? 1 : 0)),
      how,
    );
    expect(result.p).toBeGreaterThan(0.02);
    expect(result.byChance.value).toBeGreaterThan(0);
  });

  it('rejects forecasts that are too sure', () => {
    const outcomes = forecasts.map((q, k) => (u(2, k, 6) < 0.5 + 0.4 * (q - 0.5) ? 1 : 0));
    expect(calibrationTest(forecasts, outcomes, how).p).toBeLessThan(0.01);
  });
});
