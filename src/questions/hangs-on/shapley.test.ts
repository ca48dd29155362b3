import { describe, expect, it } from 'vitest';
import { hashText } from '../../chance/keys.ts';
import { initialParameters } from '../../choice/parameters.ts';
import { rowSource } from './design.ts';
import { type ShapleyPlan, shapleyOf, shapleyPoints, shapleyRuns } from './shapley.ts';

const plan: ShapleyPlan = { players: 5, orders: 400, seed: 4 };
const design = {
  basePoints: 2,
  factors: [['a', 'b'], ['c'], ['d']],
  weights: true,
  points: shapleyPoints(plan),
};
const source = rowSource(design, hashText, 4);
const parameters = initialParameters();

/** Answers of a model whose variance is known, run by run. */
function answers(model: (q: (id: string) => number, noise: number) => number): Float64Array {
  return Float64Array.from({ length: source.rows }, (_, row) => {
    const noise = source.enter(row, parameters);
    return model((id) => source.quantile(hashText(id)) ?? Number.NaN, noise / 4294967296);
  });
}

describe('Shapley effects of a plan', () => {
  it('take as many runs as they say, with one number a factor', () => {
    expect(source.rows).toBe(shapleyRuns(plan));
    expect(source.factors).toBe(plan.players);
  });

  it('of a sum of independent factors are the shares of the variance; weights that do not matter have none', () => {
    // Variances, in twelfths: a + b 2, 2c 4, luck 1, d none.
    const y = answers((q, noise) => q('a') + q('b') + 2 * q('c') + noise);
    const { effects } = shapleyOf(y, plan);
    [2 / 7, 4 / 7, 0, 0, 1 / 7].forEach((share, k) => {
      expect(effects[k]!.low).toBeLessThanOrEqual(share + 0.02);
      expect(effects[k]!.high).toBeGreaterThanOrEqual(share - 0.02);
      expect(effects[k]!.value).toBeCloseTo(share, 0);
    });
    expect(effects.reduce((sum, e) => sum + e.value, 0)).toBeCloseTo(1, 9);
  });

  it('share an interaction equally', () => {
    const y = answers((q) => (q('c') - 0.5) * (q('d') - 0.5));
    const { effects } = shapleyOf(y, plan);
    expect(Math.abs(effects[1]!.value - 0.5)).toBeLessThan(0.1);
    expect(Math.abs(effects[2]!.value - 0.5)).toBeLessThan(0.1);
  });

  it('keep what a factor holds together: its quantities are redrawn together, and differ', () => {
    source.enter(0, parameters);
    const [a, b] = [source.quantile(hashText('a')), source.quantile(hashText('b'))];
    expect(a).not.toBe(b);
    expect(source.quantile(hashText('nothing'))).toBeUndefined();
  });
});
