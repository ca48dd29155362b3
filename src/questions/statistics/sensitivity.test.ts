import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../chance/index.ts';
import { keyedUniforms } from './draws.ts';
import { type SaltelliPlan, saltelliDesign } from './saltelli-design.ts';
import { sensitivity } from './sensitivity.ts';
import { ishigami, published, sobolG } from '../../../test/helpers/sensitivity-functions.ts';

const seed = { seedLow: 3, seedHigh: 0 };
const how = { uniforms: keyedUniforms(seed, 'sensitivity'), resamples: 200 };

/** Runs every row of a design through f(inputs, noise number). */
function run(plan: SaltelliPlan, f: (u: Float64Array, noise: number) => number) {
  const design = saltelliDesign(plan);
  const u = new Float64Array(design.inputs);
  const outputs = Float64Array.from({ length: design.rows }, (_, row) => {
    design.write(row, u);
    return f(u, design.noise(row));
  });
  return sensitivity(outputs, design.factors, how);
}

/** A standard normal that belongs to a noise number. */
const noiseUniforms = keyedUniforms({ seedLow: 99, seedHigh: 0 }, 'noise');
const noise = (k: number): number => normalQuantile(noiseUniforms(k, 0, 0));

describe('the design', () => {
  const design = saltelliDesign({ inputs: 3, groups: [[0, 2], [1]], basePoints: 4, luck: true, seed });
  const rows = Array.from({ length: design.rows }, (_, row) => {
    const u = new Float64Array(3);
    design.write(row, u);
    return [...u];
  });

  it('has for each base point A, one AB per factor, B', () => {
    expect(design.rows).toBe(4 * 5);
    for (let n = 0; n < 20; n += 5) {
      const [a, ab0, ab1, luck, b] = rows.slice(n, n + 5) as [
        number[],
        number[],
        number[],
        number[],
        number[],
      ];
      expect(a.every((x, k) => x !== b[k])).toBe(true);
      expect(ab0).toEqual([b[0], a[1], b[2]]);
      expect(ab1).toEqual([a[0], b[1], a[2]]);
      expect(luck).toEqual(a);
    }
  });

  it('gives A and all AB of inputs one noise, and B and the row of luck another', () => {
    expect(rows.map((_, row) => design.noise(row))).toEqual([
      0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7,
    ]);
  });

  it('refuses sizes that are no power of two, inputs in no group, in two groups, or unknown', () => {
    const wrong =
      (groups: number[][], basePoints = 4) =>
      () =>
        saltelliDesign({ inputs: 3, groups, basePoints, luck: false, seed });
    expect(wrong([[0], [1], [2]], 12)).toThrow(expect.objectContaining({ code: 'not-power-of-two' }));
    for (const groups of [
      [[0], [1]],
      [
        [0, 1],
        [1, 2],
      ],
      [[0, 1, 2, 3]],
    ]) {
      expect(wrong(groups)).toThrow(expect.objectContaining({ code: 'bad-argument' }));
    }
  });
});

describe('Sobol indices', () => {
  it('of Ishigami at N = 4,096 are the published ones within 0.01, inside their intervals', () => {
    const result = run({ inputs: 3, basePoints: 4096, luck: false, seed }, (u) => ishigami(u));
    expect(result.variance).toBeCloseTo(published.ishigami.variance, 0);
    expect(result.mean).toBeCloseTo(3.5, 1);
    result.factors.forEach(({ first, firstJansen, total }, i) => {
      expect(Math.abs(first.value - published.ishigami.first[i]!)).toBeLessThan(0.01);
      expect(Math.abs(firstJansen.value - published.ishigami.first[i]!)).toBeLessThan(0.02);
      expect(Math.abs(total.value - published.ishigami.total[i]!)).toBeLessThan(0.01);
      expect(first.low < published.ishigami.first[i]! && published.ishigami.first[i]! < first.high).toBe(
        true,
      );
      expect(total.low < published.ishigami.total[i]! && published.ishigami.total[i]! < total.high).toBe(
        true,
      );
    });
    expect(result.warnings.filter((w) => 'clear' in w && w.clear)).toEqual([]);
  });

  it('of the G function at N = 4,096 are the published ones within 0.01', () => {
    const result = run({ inputs: 8, basePoints: 4096, luck: false, seed }, sobolG);
    result.factors.forEach(({ first, total }, i) => {
      expect(Math.abs(first.value - published.sobolG.first[Math.min(i, 4)]!)).toBeLessThan(0.01);
      expect(Math.abs(total.value - published.sobolG.total[Math.min(i, 4)]!)).toBeLessThan(0.01);
    });
  });

  it('of a group are the closed indices: x1 and x3 of Ishigami together explain all but x2', () => {
    const result = run({ inputs: 3, groups: [[0, 2], [1]], basePoints: 4096, luck: false, seed }, (u) =>
      ishigami(u),
    );
    expect(Math.abs(result.factors[0]!.first.value - (1 - 0.4424111448))).toBeLessThan(0.01);
    expect(Math.abs(result.factors[0]!.total.value - (1 - 0.4424111448))).toBeLessThan(0.01);
  });

  it('give luck as the last factor: x + 2 noise is one part assumption, four parts luck', () => {
    const result = run(
      { inputs: 1, basePoints: 4096, luck: true, seed },
      (u, k) => normalQuantile(u[0]!) + 2 * noise(k),
    );
    expect(Math.abs(result.factors[1]!.total.value - 0.8)).toBeLessThan(0.02);
    expect(Math.abs(result.factors[0]!.total.value - 0.2)).toBeLessThan(0.02);
  });

  it('do not let the noise into the totals of the inputs: an input that does nothing has total 0', () => {
    const result = run({ inputs: 2, basePoints: 256, luck: true, seed }, (u, k) => u[0]! + noise(k));
    expect(result.factors[1]!.total.value).toBe(0);
  });

  it('do not depend on the origin and unit of the outcome', () => {
    const plan = { inputs: 3, basePoints: 256, luck: false, seed };
    const plain = run(plan, (u) => ishigami(u));
    const moved = run(plan, (u) => 1000 + 50 * ishigami(u));
    moved.factors.forEach(({ first }, i) => {
      expect(first.value).toBeCloseTo(plain.factors[i]!.first.value, 9);
    });
  });
});

describe('warnings', () => {
  it('say that nothing varies', () => {
    const result = run({ inputs: 2, basePoints: 8, luck: false, seed }, () => 0.1);
    expect(result.warnings).toEqual([{ code: 'constant' }]);
    expect(result.factors[0]!.total.value).toBeNaN();
  });

  it('say when first orders exceed totals, clearly so for outputs that no independent inputs can give', () => {
    const rows = Array.from({ length: 64 }, (_, n) => {
      const a = noise(n);
      const b = noise(1000 + n);
      return [a, b];
    });
    const impossible = rows.map(([a, b]) => [a!, a! + 0.05 * b!, b!]);
    const result = sensitivity(Float64Array.from(impossible.flat()), 1, how);
    expect(result.warnings).toContainEqual({ code: 'first-exceeds-total', factor: 0, clear: true });
  });

  it('say when a first order is negative, clearly or within error', () => {
    const rows = Array.from({ length: 64 }, (_, n) => [
      noise(n),
      noise(n) - 0.5 * noise(1000 + n),
      noise(1000 + n),
    ]);
    const result = sensitivity(Float64Array.from(rows.flat()), 1, how);
    expect(result.warnings).toContainEqual({ code: 'negative', factor: 0, clear: true });
  });

  it('say when first orders sum to more than 1, as two names of one input make them', () => {
    const rows = Array.from({ length: 512 }, (_, n) => [
      noise(n),
      noise(1000 + n),
      noise(1000 + n),
      noise(1000 + n),
    ]);
    const result = sensitivity(Float64Array.from(rows.flat()), 2, how);
    expect(result.warnings).toContainEqual({ code: 'sum-exceeds-one', clear: true });
  });

  it('refuse outputs that are not numbers or not whole rows', () => {
    expect(() => sensitivity(new Float64Array(9), 2, how)).toThrow(
      expect.objectContaining({ code: 'length-mismatch' }),
    );
    expect(() => sensitivity(new Float64Array(12), 2, how)).toThrow(
      expect.objectContaining({ code: 'not-power-of-two' }),
    );
    expect(() => sensitivity(new Float64Array(8).fill(NaN), 2, how)).toThrow(
      expect.objectContaining({ code: 'not-finite' }),
    );
  });
});
