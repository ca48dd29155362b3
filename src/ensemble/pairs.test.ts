import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OutcomeKind } from '../questions/outcomes.ts';
import { findingPairs, type PairChunk } from './pairs.ts';
import { codeOfThrough, throughOf } from './parting.ts';

const kinds: readonly OutcomeKind[] = ['yes-no', 'who', 'number', 'date'];
const cellOf: Readonly<Record<OutcomeKind, fc.Arbitrary<number>>> = {
  'yes-no': fc.constantFrom(0, 1),
  who: fc.integer({ min: -1, max: 3 }),
  // Sixteenths of the extent fall on steps of the comparison, so that the definition can be computed without rounding.
  number: fc.integer({ min: 0, max: 16 }),
  date: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 100, max: 104 })),
};
const row = fc.record({
  without: fc.tuple(...kinds.map((k) => cellOf[k])),
  with: fc.tuple(...kinds.map((k) => cellOf[k])),
  parted: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 20 })),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const chunkOf = (rows: readonly Row[], first: number): PairChunk => ({
  first,
  without: kinds.map((_, k) => Float64Array.from(rows, (r) => r.without[k] ?? 0)),
  with: kinds.map((_, k) => Float64Array.from(rows, (r) => r.with[k] ?? 0)),
  parted: Float64Array.from(rows, (r) => r.parted),
  through: Float64Array.from(rows, (r) => r.parted),
});

function found(rows: readonly Row[], size = rows.length) {
  const tally = findingPairs(kinds);
  do for (let k = 0; k < rows.length; k += size) tally.add(chunkOf(rows.slice(k, k + size), 100 + k));
  while (tally.again());
  return tally.result();
}

/** Gower's distance of two pairs by its definition. */
function gower(a: Row, b: Row, extents: readonly number[]): number {
  const category = (r: Row, k: number): string => {
    const [x, y] = [r.without[k] ?? 0, r.with[k] ?? 0];
    if (kinds[k] !== 'date') return `${x} ${y}`;
    return Number.isNaN(x) || Number.isNaN(y)
      ? `${Number.isNaN(x)} ${Number.isNaN(y)}`
      : String(Math.sign(y - x));
  };
  const apart = (x: number, y: number, extent: number): number => (extent > 0 ? Math.abs(x - y) / extent : 0);
  const move = (r: Row): number => (r.with[2] ?? 0) - (r.without[2] ?? 0);
  return (
    ([0, 1, 3].filter((k) => category(a, k) !== category(b, k)).length +
      apart(move(a), move(b), extents[0] ?? 0) +
      apart(a.parted, b.parted, extents[1] ?? 0)) /
    5
  );
}

test('typical is the medoid of the pairs that differ, oddest the farthest, by the definition', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
      const differ = rows.map((r, k) => ({ r, k })).filter(({ r }) => !Number.isNaN(r.parted));
      const result = found(rows);
      expect(result?.differ ?? 0).toBe(differ.length);
      if (!result) return;
      const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
      const extents = [
        extent(differ.map(({ r }) => (r.with[2] ?? 0) - (r.without[2] ?? 0))),
        extent(differ.map(({ r }) => r.parted)),
      ];
      const mean = (a: Row): number =>
        differ.reduce((sum, { r }) => sum + gower(a, r, extents), 0) / differ.length;
      const at = (run: number): number => mean(rows[run - 100]!);
      // Numbers are compared in 512 steps, two of the five features are numbers.
      for (const { r } of differ) {
        expect(at(result.typical.run)).toBeLessThanOrEqual(mean(r) + 4 / 512);
        expect(at(result.oddest.run)).toBeGreaterThanOrEqual(mean(r) - 4 / 512);
      }
      expect(result.typical.distance).toBeCloseTo(at(result.typical.run), 1);
    }),
    { numRuns: 200 },
  );
});

test('where a chunk ends changes nothing, and of equals the lowest run is told', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (rows, size) => {
      expect(found(rows, size)).toEqual(found(rows));
    }),
    { numRuns: 100 },
  );
  const same: Row = { without: [1, 0, 3, 101], with: [0, 0, 3, 101], parted: 4 };
  expect(found([same, same, same])?.typical.run).toBe(100);
  expect(found([same, same, same])?.oddest.run).toBe(100);
  expect(found([{ ...same, parted: Number.NaN }])).toBeUndefined();
});

test('a way of parting goes into one number and comes out again', () => {
  for (const side of ['without', 'with', 'otherwise'] as const)
    for (const by of [-1, 0, 57, 4000])
      for (const act of [0, 61, 255])
        expect(throughOf(codeOfThrough({ by, act, side }))).toEqual({ by, act, side });
});
