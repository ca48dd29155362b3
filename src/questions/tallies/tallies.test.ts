import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averaging } from './average.ts';
import { findingQuantiles, selecting } from './quantiles.ts';
import { mapped, type Tally, tallied } from './tally.ts';
import { countingFlows } from './flows.ts';

const at = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
const cell = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(Number.NaN, -0, 5e-324, -5e-324),
);
const cells = fc.array(cell, { maxLength: 60 }).map((list) => Float64Array.from(list));

/** The same tally of the same cells in pieces. */
function inPieces<T>(tally: Tally<T>, size: number, column: Float64Array, other?: Float64Array): T {
  do
    for (let k = 0; k < column.length; k += size)
      tally.add(column.subarray(k, k + size), other?.subarray(k, k + size));
  while (tally.again());
  return tally.result();
}

/** Quantiles as a textbook has them: sorted, interpolated. */
function textbook(column: Float64Array): readonly number[] {
  const sorted = column.filter((v) => !Number.isNaN(v)).sort();
  return at.map((q) => {
    const x = q * (sorted.length - 1);
    const a = sorted[Math.floor(x)] ?? Number.NaN;
    return a + (x - Math.floor(x)) * ((sorted[Math.floor(x) + 1] ?? a) - a);
  });
}

test('quantiles are those of the sorted cells, whether values are counted or selected digit by digit', () => {
  fc.assert(
    fc.property(cells, (column) => {
      const expected = textbook(column);
      expect(tallied(findingQuantiles(at), column)).toEqual(expected);
      expect(tallied(findingQuantiles(at, 2), column)).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

test('selection finds each rank, −0 before 0', () => {
  const column = Float64Array.of(3, -0, Number.NaN, 0, -7.25, 1e300, -1e-300);
  expect(tallied(selecting([0, 1, 2, 3, 4, 5]), column)).toEqual([-7.25, -1e-300, -0, 0, 3, 1e300]);
});

test('where a chunk ends changes no bit', () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 9 }), (column, size) => {
      const other = column.slice().reverse();
      for (const make of [averaging, () => findingQuantiles(at), () => findingQuantiles(at, 3)])
        expect(inPieces<unknown>(make(), size, column)).toEqual(tallied<unknown>(make(), column));
      expect(inPieces(countingFlows(), size, column, other)).toEqual(tallied(countingFlows(), column, other));
      const difference = () => mapped(averaging(), (a, b) => b - a);
      expect(inPieces(difference(), size, column, other)).toEqual(tallied(difference(), column, other));
    }),
    { numRuns: 150 },
  );
});

test('the interval of a mean is that of the textbook', () => {
  const column = Float64Array.of(2, 4, 4, Number.NaN, 6);
  const { value, low, high, runs } = tallied(averaging(), column);
  expect([value, runs]).toEqual([4, 4]);
  // Squares about the mean 4: 4 + 0 + 0 + 4, variance 8/3, standard error √(8/3/4).
  expect(high - low).toBeCloseTo(2 * 1.959963984540054 * Math.sqrt(8 / 12), 12);
});
