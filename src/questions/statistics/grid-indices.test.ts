import { describe, expect, it } from 'vitest';
import { gridIndices } from './grid-indices.ts';
import { ishigami, published, sobolG } from '../../../test/helpers/sensitivity-functions.ts';

/** Evaluates f on a grid of nodes per input, the last varying fastest. */
function onGrid(nodes: readonly (readonly number[])[], f: (u: number[]) => number): Float64Array {
  let rows: number[][] = [[]];
  for (const values of nodes) rows = rows.flatMap((row) => values.map((u) => [...row, u]));
  return Float64Array.from(rows, f);
}

/** Equally spaced points integrate a period exactly; Gauss-Legendre with 5 nodes integrates x^8 exactly. */
const periodic = Array.from({ length: 8 }, (_, k) => (k + 0.5) / 8);
const even = periodic.map(() => 1 / 8);
const gauss5 = [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664].map(
  (x) => (x + 1) / 2,
);
const weights5 = [
  0.23692688505618908, 0.47862867049936647, 0.5688888888888889, 0.47862867049936647, 0.23692688505618908,
].map((w) => w / 2);
/** Two Gauss nodes on each half integrate the square of |4u - 2| exactly. */
const g = 0.5773502691896257;
const halves = [-1, 1].flatMap((side) => [0.5 + side * 0.25 - 0.25 * g, 0.5 + side * 0.25 + 0.25 * g]);

describe('indices on a grid', () => {
  it('are the analytic ones of Ishigami to ten digits', () => {
    for (const [b, want] of [
      [0.1, published.ishigami],
      [
        0.05,
        {
          variance: 8.9169424403,
          first: [0.2185185644, 0.6868946436, 0],
          total: [0.3131053564, 0.6868946436, 0.094586792],
        },
      ],
    ] as const) {
      const outputs = onGrid([periodic, periodic, gauss5], (u) => ishigami(u, 7, b));
      const result = gridIndices({ outputs, levels: [even, even, weights5] });
      expect(result.mean).toBeCloseTo(3.5, 10);
      expect(result.variance).toBeCloseTo(want.variance, 9);
      result.first.forEach((s, i) => {
        expect(s).toBeCloseTo(want.first[i]!, 9);
        expect(result.total[i]).toBeCloseTo(want.total[i]!, 9);
      });
    }
  });

  it('are the analytic ones of the G function', () => {
    const quarter = [0.25, 0.25, 0.25, 0.25];
    const outputs = onGrid(Array(8).fill(halves), sobolG);
    const result = gridIndices({ outputs, levels: Array(8).fill(quarter) });
    expect(result.variance).toBeCloseTo(published.sobolG.variance, 9);
    result.first.forEach((s, i) => {
      expect(s / published.sobolG.first[Math.min(i, 4)]!).toBeCloseTo(1, 7);
      expect(result.total[i]! / published.sobolG.total[Math.min(i, 4)]!).toBeCloseTo(1, 7);
    });
  });

  it('weigh readings by their probability: x y with fair y and x likely 1', () => {
    const result = gridIndices({
      outputs: Float64Array.of(0, 0, 0, 1),
      levels: [
        [0.25, 0.75],
        [0.5, 0.5],
      ],
    });
    expect(result.variance).toBeCloseTo(0.375 * 0.625, 12);
    expect(result.first[0]! * result.variance).toBeCloseTo(0.25 * 0.1875, 12);
    expect(result.total[0]! * result.variance).toBeCloseTo(0.5 * 0.1875, 12);
  });

  it('refuse a grid of another size, and probabilities that do not add up to 1', () => {
    expect(() =>
      gridIndices({
        outputs: new Float64Array(3),
        levels: [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
      }),
    ).toThrow(expect.objectContaining({ code: 'length-mismatch' }));
    expect(() => gridIndices({ outputs: new Float64Array(2), levels: [[0.5, 0.4]] })).toThrow(
      expect.objectContaining({ code: 'not-probability' }),
    );
  });
});
