import { describe, expect, it } from 'vitest';
import { chiSquareTail } from './chi-square.ts';
import { keyedUniforms, normalsOf } from './draws.ts';
import { calibration, rankOf } from './sbc.ts';

const uniforms = keyedUniforms({ seedLow: 21, seedHigh: 0 }, 'sbc');
const normals = normalsOf(uniforms);

/** Ranks for theta ~ N(0, 1), y ~ N(theta, 1) and a posterior of N(y/2 + shift, variance). */
function ranks(n: number, variance: number, shift = 0, draws = 99): number[] {
  return Array.from({ length: n }, (_, k) => {
    const truth = normals(k, 0, 0);
    const y = truth + normals(k, 0, 1);
    const posterior = Float64Array.from(
      { length: draws },
      (_x, d) => y / 2 + shift + Math.sqrt(variance) * normals(k, d, 2),
    );
    return rankOf(truth, posterior, uniforms(k, 0, 3));
  });
}

describe('simulation-based calibration', () => {
  it('passes the right posterior', () => {
    const result = calibration(ranks(600, 0.5), 99);
    expect(result.verdict).toBe('uniform');
    expect(result.p).toBeGreaterThan(0.01);
    expect(result.degrees).toBe(19);
  });

  it('catches a wrong variance: half as much, twice as much, and already a fifth off with enough ranks', () => {
    expect(calibration(ranks(400, 0.25), 99).verdict).toBe('too-narrow');
    expect(calibration(ranks(400, 1), 99).verdict).toBe('too-wide');
    expect(calibration(ranks(1500, 0.4), 99).verdict).toBe('too-narrow');
  });

  it('catches a wrong mean as a slope', () => {
    expect(calibration(ranks(400, 0.5, 0.2), 99).verdict).toBe('too-high');
    expect(calibration(ranks(400, 0.5, -0.2), 99).verdict).toBe('too-low');
  });

  it('raises a false alarm about as often as it says', () => {
    let alarms = 0;
    for (let trial = 0; trial < 400; trial++) {
      const flat = Array.from({ length: 100 }, (_, k) => Math.floor(100 * uniforms(trial, k, 9)));
      if (calibration(flat, 99, 0.1).verdict !== 'uniform') alarms++;
    }
    expect(alarms / 400).toBeGreaterThan(0.03);
    expect(alarms / 400).toBeLessThan(0.13);
  });

  it('sees what is uneven without slope or bend', () => {
    const comb = Array.from({ length: 400 }, (_, k) => 5 * (k % 20) + (Math.floor(k / 20) % 5)).map((r) =>
      Math.floor(r / 5) % 2 ? r - 5 : r,
    );
    expect(['uneven', 'too-high']).toContain(calibration(comb, 99).verdict);
    expect(calibration(comb, 99).p).toBeLessThan(1e-10);
  });

  it('breaks ties at random, so that a yes-or-no parameter stays uniform', () => {
    expect(rankOf(1, [0, 1, 1, 2], 0.01)).toBe(1);
    expect(rankOf(1, [0, 1, 1, 2], 0.99)).toBe(3);
    const coin = Array.from({ length: 600 }, (_, k) => {
      const draws = Array.from({ length: 99 }, (_x, d) => (uniforms(k, d, 5) < 0.5 ? 0 : 1));
      return rankOf(uniforms(k, 0, 6) < 0.5 ? 0 : 1, draws, uniforms(k, 0, 7));
    });
    expect(calibration(coin, 99).verdict).toBe('uniform');
  });

  it('refuses too few ranks, ranks out of range, and draws that do not divide', () => {
    expect(() => calibration([1, 2], 99)).toThrow(expect.objectContaining({ code: 'empty' }));
    expect(() => calibration(Array(30).fill(100), 99)).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
    expect(() => calibration(Array(30).fill(1), 100)).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
  });
});

describe('chi-square tail', () => {
  it('has the tabulated 5 % and 1 % points', () => {
    for (const [degrees, five, one] of [
      [1, 3.841459, 6.634897],
      [2, 5.991465, 9.21034],
      [5, 11.0705, 15.08627],
      [19, 30.14353, 36.19087],
      [100, 124.3421, 135.8067],
    ] as const) {
      expect(chiSquareTail(five, degrees)).toBeCloseTo(0.05, 6);
      expect(chiSquareTail(one, degrees)).toBeCloseTo(0.01, 6);
    }
    expect([chiSquareTail(0, 1), chiSquareTail(0, 4), chiSquareTail(1e6, 3)]).toEqual([1, 1, 0]);
  });
});
