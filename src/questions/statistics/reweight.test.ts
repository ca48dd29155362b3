import { describe, expect, it } from 'vitest';
import { log, normalDensity, normalQuantile } from '../../chance/index.ts';
import { contraction } from './contraction.ts';
import { keyedUniforms, normalsOf } from './draws.ts';
import { reweight } from './reweight.ts';
import { sobolPoints } from './sobol-points.ts';
import {
  effectiveSize,
  weightedEstimate,
  weightedMean,
  weightedQuantiles,
  weightedVariance,
} from './weighted.ts';

/** Draws of N(0, 1), one from each of 4,096 equal parts. */
const prior = sobolPoints({ dimensions: 1, points: 4096, scramble: { seedLow: 1, seedHigh: 0 } }).map(
  normalQuantile,
);
/** Likelihood of one observation of 1 with variance 1. */
const logLikelihoods = prior.map((t) => -0.5 * (1 - t) * (1 - t) - 0.9189385332046727);

describe('exact reweighting', () => {
  it('gives the conjugate normal posterior N(.5, .5) and its evidence, density of N(0, 2) at 1', () => {
    const result = reweight(logLikelihoods);
    if (result.kind !== 'weighted') throw new Error('should be able to tell');
    expect(weightedMean(prior, result.weights)).toBeCloseTo(0.5, 3);
    expect(weightedVariance(prior, result.weights, false)).toBeCloseTo(0.5, 2);
    expect(Math.exp(result.logEvidence)).toBeCloseTo(Math.exp(-0.25) / Math.sqrt(4 * Math.PI), 5);
    const [low = 0, middle = 0, high = 0] = weightedQuantiles(prior, result.weights, [0.025, 0.5, 0.975]);
    expect(middle).toBeCloseTo(0.5, 2);
    expect(high - low).toBeCloseTo(2 * 1.959964 * Math.sqrt(0.5), 1);
  });

  it("gives Sisson's posterior exactly: variance .505, P(|t| < .1) = .3811726, P(|t| < 1) = .8413447", () => {
    const flat = sobolPoints({ dimensions: 1, points: 2 ** 15, scramble: { seedLow: 1, seedHigh: 0 } }).map(
      (u) => 20 * u - 10,
    );
    const result = reweight(flat.map((t) => log(normalDensity(t) + 10 * normalDensity(10 * t))));
    if (result.kind !== 'weighted') throw new Error('should be able to tell');
    const share = (within: number) =>
      weightedMean(
        flat.map((t) => (Math.abs(t) < within ? 1 : 0)),
        result.weights,
      );
    expect(weightedVariance(flat, result.weights, false)).toBeCloseTo(0.505, 3);
    expect(share(0.1)).toBeCloseTo(0.3811726, 2);
    expect(share(1)).toBeCloseTo(0.8413447, 3);
  });

  it('is Bayes exactly where the readings are few', () => {
    const result = reweight([0.1, 0.4, 0.9].map(log), 1);
    expect(result).toMatchObject({
      kind: 'weighted',
      largest: expect.closeTo(0.9 / 1.4, 12),
      logEvidence: expect.closeTo(Math.log(1.4 / 3), 12),
    });
    expect(effectiveSize([1, 4, 9])).toBeCloseTo(196 / 98, 12);
  });

  it('survives likelihoods that underflow, and impossible ones', () => {
    const result = reweight([-5000, -5001, Number.NEGATIVE_INFINITY], 1);
    if (result.kind !== 'weighted') throw new Error('should be able to tell');
    expect(result.weights[0]! / result.weights[1]!).toBeCloseTo(Math.E, 12);
    expect(result.weights[2]).toBe(0);
  });

  it('says that it cannot tell, and gives no weights, below the floor', () => {
    expect(reweight([0, -50, -60])).toEqual({
      kind: 'cannot-tell',
      effective: expect.closeTo(1, 9),
      floor: 100,
      possible: 3,
      draws: 3,
    });
    expect(reweight([Number.NEGATIVE_INFINITY])).toMatchObject({
      kind: 'cannot-tell',
      effective: 0,
      possible: 0,
    });
  });

  it('refuses NaN, +Infinity and nothing', () => {
    for (const l of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => reweight([0, l])).toThrow(expect.objectContaining({ code: 'not-finite' }));
    expect(() => reweight([])).toThrow(expect.objectContaining({ code: 'empty' }));
  });

  it('has intervals that cover: means under reweighting, over 300 repetitions', () => {
    const normals = normalsOf(keyedUniforms({ seedLow: 3, seedHigh: 0 }, 'cover'));
    let covered = 0;
    for (let trial = 0; trial < 300; trial++) {
      const draws = Float64Array.from({ length: 200 }, (_, k) => normals(trial, k, 0));
      const result = reweight(
        draws.map((t) => -0.5 * (1 - t) * (1 - t)),
        10,
      );
      if (result.kind !== 'weighted') throw new Error('should be able to tell');
      const { low, high } = weightedEstimate(draws, result.weights);
      if (low < 0.5 && 0.5 < high) covered++;
    }
    expect(covered / 300).toBeGreaterThan(0.91);
    expect(covered / 300).toBeLessThan(0.98);
  });
});

describe('contraction', () => {
  const even = new Float64Array(4096).fill(1);

  it('is one half for the conjugate posterior, with a shift of one half', () => {
    const result = reweight(logLikelihoods);
    if (result.kind !== 'weighted') throw new Error('should be able to tell');
    const learned = contraction(prior, result.weights, { mean: 0, sd: 1 });
    expect(learned).toMatchObject({
      verdict: 'learned',
      mean: expect.closeTo(0.5, 2),
      sd: expect.closeTo(Math.sqrt(0.5), 2),
    });
    expect(learned.contraction.value).toBeCloseTo(0.5, 2);
    expect(learned.shift.value).toBeCloseTo(0.5, 2);
  });

  it('is nothing for the prior itself', () => {
    expect(contraction(prior, even, { mean: 0, sd: 1 })).toMatchObject({
      verdict: 'as-before',
      contraction: { value: expect.closeTo(0, 2) },
    });
  });

  it('is negative when the record made us less certain, and is not clipped', () => {
    const wide = contraction(
      prior.map((t) => 2 * t),
      even,
      { mean: 0, sd: 1 },
    );
    expect(wide.verdict).toBe('less-certain');
    expect(wide.contraction.value).toBeCloseTo(-3, 1);
  });

  it('refuses a fixed prior and a single draw', () => {
    expect(() => contraction(prior, even, { mean: 0, sd: 0 })).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
    expect(() => contraction(Float64Array.of(1), Float64Array.of(1), { mean: 0, sd: 1 })).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
  });
});

describe('weights', () => {
  it('of quantiles: with equal weights the middle of each value', () => {
    expect(weightedQuantiles([3, 1, 2], [1, 1, 1], [0, 1 / 6, 0.5, 1])).toEqual([1, 1, 2, 3]);
    expect(weightedQuantiles([1, 2], [3, 1], [0.625])).toEqual([1.5]);
  });

  it('must be there, and not negative', () => {
    expect(() => effectiveSize([0, 0])).toThrow(expect.objectContaining({ code: 'empty' }));
    expect(() => effectiveSize([1, -1])).toThrow(expect.objectContaining({ code: 'bad-argument' }));
    expect(() => weightedMean([1], [1, 1])).toThrow(expect.objectContaining({ code: 'length-mismatch' }));
  });
});
