import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../chance/index.ts';
import { abcSmc, runAbc } from './abc.ts';
import { type AbcPrior, latentNormalPrior } from './abc-prior.ts';
import { contraction } from './contraction.ts';
import { keyedUniforms, normalsOf } from './draws.ts';
import { weightedMean, weightedVariance } from './weighted.ts';

const uniforms = keyedUniforms({ seedLow: 11, seedHigh: 0 }, 'abc');
const luck = keyedUniforms({ seedLow: 101, seedHigh: 0 }, 'runs');
const noise = normalsOf(luck);

const flat: AbcPrior = {
  dimensions: 1,
  draw: (u) => Float64Array.of(20 * u(0) - 10),
  logDensity: ([x = 0]) => (Math.abs(x) <= 10 ? 0 : Number.NEGATIVE_INFINITY),
};

/** x given theta: half N(theta, 1), half N(theta, 0.01); observed 0. */
const sisson = ([theta = 0]: Float64Array, run: number) =>
  Math.abs(theta + (luck(run, 1, 0) < 0.5 ? 1 : 0.1) * noise(run, 0, 0));

const share = (
  result: { particles: readonly Float64Array[]; weights: Float64Array },
  test: (x: number) => boolean,
) =>
  weightedMean(
    result.particles.map((p) => (test(p[0]!) ? 1 : 0)),
    result.weights,
  );

describe('ABC-SMC', () => {
  it("finds the posterior of Sisson's toy: variance .505, P(|t| < .1) = .381, P(|t| < 1) = .841", () => {
    const result = runAbc({ prior: flat, particles: 800, target: 0.04, most: 400_000, uniforms }, sisson);
    expect(result.stopped).toBe('target');
    expect(
      Math.abs(
        weightedVariance(
          result.particles.map((p) => p[0]!),
          result.weights,
        ) - 0.505,
      ),
    ).toBeLessThan(0.15);
    expect(Math.abs(share(result, (x) => Math.abs(x) < 0.1) - 0.3811726)).toBeLessThan(0.03);
    expect(Math.abs(share(result, (x) => Math.abs(x) < 1) - 0.8413447)).toBeLessThan(0.025);
    const tolerances = result.generations.map((g) => g.tolerance);
    expect(tolerances).toEqual([...tolerances].sort((a, b) => b - a));
    expect(result.effective).toBeGreaterThan(500);
  });

  it('finds a normal posterior: prior N(0, 1), one observation of 1 with variance 1, hence N(.5, .5)', () => {
    const result = runAbc(
      { prior: latentNormalPrior(1), particles: 800, target: 0.05, most: 200_000, uniforms },
      ([t = 0], run) => Math.abs(t + noise(run, 0, 0) - 1),
    );
    const values = Float64Array.from(result.particles, (p) => p[0]!);
    expect(Math.abs(weightedMean(values, result.weights) - 0.5)).toBeLessThan(0.07);
    expect(Math.abs(weightedVariance(values, result.weights) - 0.5)).toBeLessThan(0.07);
    const learned = contraction(values, result.weights, { mean: 0, sd: 1 });
    expect(learned.verdict).toBe('learned');
    expect(Math.abs(learned.contraction.value - 0.5)).toBeLessThan(
      1.6 * (learned.contraction.high - learned.contraction.value),
    );
  });

  it('in two dimensions leaves at its prior what the outcome does not tell about', () => {
    const result = runAbc(
      { prior: latentNormalPrior(2), particles: 500, target: 0.1, most: 100_000, uniforms },
      ([t = 0], run) => Math.abs(t + 0.5 * noise(run, 0, 0) - 1),
    );
    const column = (d: number) => Float64Array.from(result.particles, (p) => p[d]!);
    expect(Math.abs(weightedMean(column(0), result.weights) - 0.8)).toBeLessThan(0.08);
    const idle = contraction(column(1), result.weights, { mean: 0, sd: 1 });
    expect(Math.abs(idle.contraction.value)).toBeLessThan(0.15);
    expect(Math.abs(idle.shift.value)).toBeLessThan(0.12);
  });

  it('learns about a flat claim through its quantiles as well', () => {
    const value = (z: number) => 20 * normalCdf(z) - 10;
    const result = runAbc(
      { prior: latentNormalPrior(1), particles: 500, target: 0.1, most: 200_000, uniforms },
      ([z = 0], run) => Math.abs(value(z) + noise(run, 0, 0) - 3),
    );
    expect(
      Math.abs(
        weightedMean(
          result.particles.map((p) => value(p[0]!)),
          result.weights,
        ) - 3,
      ),
    ).toBeLessThan(0.12);
  });

  it('stops, with the last whole population, when runs are used up or distances no longer shrink', () => {
    const poor = runAbc({ prior: flat, particles: 100, target: 0, most: 1000, uniforms }, sisson);
    expect(poor.stopped).toBe('runs');
    expect(poor.particles).toHaveLength(100);
    const coarse = runAbc({ prior: flat, particles: 100, target: 0.5, most: 100_000, uniforms }, ([t = 0]) =>
      Math.abs(t) < 5 ? 1 : 2,
    );
    expect(coarse.stopped).toBe('stuck');
    expect(coarse.particles.every(([t = 0]) => Math.abs(t) < 5)).toBe(true);
  });

  it('treats failed runs as far away, and says so when all fail', () => {
    const half = runAbc({ prior: flat, particles: 50, target: 20, most: 1000, uniforms }, ([t = 0]) =>
      t < 0 ? Number.NaN : t,
    );
    expect(half.particles.every(([t = 0]) => t >= 0)).toBe(true);
    expect(() =>
      runAbc({ prior: flat, particles: 50, target: 1, most: 100, uniforms }, () => Number.NaN),
    ).toThrow(expect.objectContaining({ code: 'empty' }));
  });

  it('hands out batches for others to run, the same whoever runs them', () => {
    const plan = { prior: flat, particles: 50, target: 2, most: 5000, uniforms };
    const sampler = abcSmc(plan);
    let step = sampler.next();
    const seen: number[] = [];
    while (!step.done) {
      const size = step.value.runs.length;
      seen.push(...step.value.runs);
      step = sampler.next(step.value.parameters.map((p, k) => sisson(p, seen.at(k - size)!)));
    }
    expect(seen).toEqual(seen.map((_, k) => k));
    expect(step.value).toEqual(runAbc(plan, sisson));
  });
});
