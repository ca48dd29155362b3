import { describe, expect, it } from 'vitest';
import { ishigami, published } from '../../../test/helpers/sensitivity-functions.ts';
import { normalQuantile } from '../../chance/index.ts';
import { keyedUniforms } from './draws.ts';
import { cholesky, gaussianDraw, symmetric } from './gaussian.ts';
import { explainedVariance } from './grid-indices.ts';
import { gaussianShapleyEffects, shapleyValues } from './shapley-effects.ts';
import { type DependentModel, shapleyBySampling } from './shapley-sampling.ts';

const uniforms = keyedUniforms({ seedLow: 4, seedHigh: 0 }, 'shapley');

/** Y = X1 + X2 + X3, standard deviations 1, 1, 2, correlation of X2 and X3. */
const covarianceOf = (rho: number) =>
  symmetric([
    [1, 0, 0],
    [0, 1, 2 * rho],
    [0, 2 * rho, 4],
  ]);
const cases = [
  [0.9, [0.1041666667, 0.4182291667, 0.4776041667]],
  [-0.5, [0.25, 0.09375, 0.65625]],
  [0, [1 / 6, 1 / 6, 2 / 3]],
] as const;

function gaussianModel(rho: number): DependentModel {
  const draw = gaussianDraw([5, 0, -1], covarianceOf(rho));
  return {
    inputs: 3,
    redraw: (x, known, u) => draw(x, known, (k) => normalQuantile(u(k))),
    evaluate: (x) => x[0]! + x[1]! + x[2]!,
  };
}

describe('Shapley values', () => {
  it('of 50, 49 and 1 votes with a quota of 51 are 2/3, 1/6, 1/6', () => {
    const votes = [50, 49, 1];
    const wins = (mask: number) =>
      votes.reduce((sum, v, i) => sum + (mask & (1 << i) ? v : 0), 0) >= 51 ? 1 : 0;
    shapleyValues(3, wins).forEach((v, i) => {
      expect(v).toBeCloseTo([2 / 3, 1 / 6, 1 / 6][i]!, 12);
    });
  });

  it('of Ishigami, from its variances on a grid, are the exact effects', () => {
    const even = Array.from({ length: 8 }, () => 1 / 8);
    const nodes = [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664];
    const weights = [
      0.23692688505618908, 0.47862867049936647, 0.5688888888888889, 0.47862867049936647, 0.23692688505618908,
    ].map((w) => w / 2);
    const outputs = new Float64Array(320);
    for (let k = 0; k < 320; k++)
      outputs[k] = ishigami([
        (Math.floor(k / 40) + 0.5) / 8,
        ((Math.floor(k / 5) % 8) + 0.5) / 8,
        (nodes[k % 5]! + 1) / 2,
      ]);
    const grid = { outputs, levels: [even, even, weights] };
    shapleyValues(3, (mask) => explainedVariance(grid, mask)).forEach((v, i) => {
      expect(v / published.ishigami.variance).toBeCloseTo(published.ishigami.shapley[i]!, 9);
    });
  });

  it('refuse more sets than can be counted', () => {
    expect(() => shapleyValues(21, () => 0)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});

describe('Shapley effects of dependent normal inputs', () => {
  it.each(cases)('are exact at correlation %d', (rho, want) => {
    gaussianShapleyEffects([1, 1, 1], covarianceOf(rho)).forEach((v, i) => {
      expect(v).toBeCloseTo(want[i]!, 9);
    });
  });

  it('share equally between two names of one thing', () => {
    const effects = gaussianShapleyEffects(
      [1, 1, 0],
      symmetric([
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 1],
      ]),
    );
    expect(effects).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.5, 12), expect.closeTo(0, 12)]);
  });

  it.each(cases)('by simulation over all sets at correlation %d', (rho, want) => {
    const { effects, variance } = shapleyBySampling(gaussianModel(rho), {
      uniforms,
      outer: 2000,
      inner: 3,
      total: 10_000,
    });
    expect(Math.abs(variance / (6 + 4 * rho) - 1)).toBeLessThan(0.05);
    expect(effects.reduce((sum, e) => sum + e.value, 0)).toBeCloseTo(1, 9);
    effects.forEach((e, i) => {
      expect(Math.abs(e.value - want[i]!)).toBeLessThan(0.03);
      expect(Math.abs(e.value - want[i]!)).toBeLessThan(1.6 * (e.high - e.value));
    });
  });

  it('by simulation over random orders', () => {
    const { effects } = shapleyBySampling(gaussianModel(0.9), {
      uniforms,
      outer: 1,
      inner: 3,
      total: 10_000,
      orders: 3000,
    });
    expect(effects.reduce((sum, e) => sum + e.value, 0)).toBeCloseTo(1, 9);
    effects.forEach((e, i) => {
      expect(Math.abs(e.value - cases[0][1][i]!)).toBeLessThan(0.03);
    });
  });
});

describe('conditional normal draws', () => {
  it('have the regression of the unknown on the known', () => {
    const draw = gaussianDraw([0, 0, 0], covarianceOf(0.9));
    const x = Float64Array.of(0, 2, 0);
    draw(x, 2, () => 0);
    expect([...x]).toEqual([0, 2, expect.closeTo(3.6, 12)]);
    draw(x, 3, (k) => (k === 2 ? 1 : 0));
    expect(x[2]).toBeCloseTo(3.6 + Math.sqrt(4 * 0.19), 12);
  });

  it('factor as Cholesky says, or not at all', () => {
    expect([
      ...cholesky(
        symmetric([
          [4, 2],
          [2, 10],
        ]),
        2,
      )!,
    ]).toEqual([2, 0, 1, 3]);
    expect(
      cholesky(
        symmetric([
          [1, 2],
          [2, 1],
        ]),
        2,
      ),
    ).toBeUndefined();
    expect(() =>
      symmetric([
        [1, 2],
        [3, 1],
      ]),
    ).toThrow(expect.objectContaining({ code: 'bad-argument' }));
  });
});
