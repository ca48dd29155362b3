import { expect, test } from 'vitest';
import {
  average,
  flows,
  mcnemar,
  pairedDifference,
  pairedMean,
  proportion,
  quantiles,
} from './statistics.ts';

/** Agresti's approval panel: 794 twice yes, 150 only first, 86 only second, 570 twice no. */
function panel(): readonly [Float64Array, Float64Array] {
  const cells: [number, number, number][] = [
    [794, 1, 1],
    [150, 1, 0],
    [86, 0, 1],
    [570, 0, 0],
  ];
  return [
    Float64Array.from(cells.flatMap(([n, a]) => new Array<number>(n).fill(a))),
    Float64Array.from(cells.flatMap(([n, , b]) => new Array<number>(n).fill(b))),
  ];
}

test('Agresti’s approval panel: d = −0.04, SE 0.009549, McNemar 17.3559', () => {
  const f = flows(...panel());
  expect(f).toEqual({ both: 794, lost: 150, gained: 86, neither: 570 });
  const d = pairedDifference(f);
  expect(d.value).toBe(-0.04);
  expect((d.high - d.low) / (2 * 1.959963984540054)).toBeCloseTo(0.009549, 6);
  expect(d.runs).toBe(1600);
  expect(mcnemar(f)).toBeCloseTo(17.3559, 4);
  // The mean of the differences is the same estimate, with n − 1 for n.
  const m = pairedMean(...panel());
  expect(m.value).toBeCloseTo(-0.04, 12);
  expect((m.high - m.low) / (d.high - d.low)).toBeCloseTo(Math.sqrt(1600 / 1599), 9);
});

test('Wilson’s interval against published values', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  for (const [r, n, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const w = proportion(r, n);
    expect(w.low).toBeCloseTo(low, 4);
    expect(w.high).toBeCloseTo(high, 4);
    expect(w.value).toBe(r / n);
  }
  expect(proportion(20, 20).high).toBe(1);
  expect(Number.isNaN(proportion(0, 0).value)).toBe(true);
});

test('cells without a value are left out, pairwise', () => {
  const nan = Number.NaN;
  expect(flows(Float64Array.of(1, nan, 0, 1), Float64Array.of(1, 1, nan, 0))).toEqual({
    both: 1,
    lost: 1,
    gained: 0,
    neither: 0,
  });
  expect(average(Float64Array.of(1, nan, 3)).value).toBe(2);
  expect(average(Float64Array.of(nan)).runs).toBe(0);
  expect(pairedMean(Float64Array.of(1, nan, 5), Float64Array.of(4, 2, 5)).value).toBe(1.5);
  expect(quantiles(Float64Array.of(nan, 4, 0, 2), [0, 0.25, 0.5, 1])).toEqual([0, 1, 2, 4]);
  expect(quantiles(Float64Array.of(nan), [0.5])).toEqual([nan]);
});

test('one run is no interval; no discordant pairs, no difference', () => {
  const one = average(Float64Array.of(7));
  expect([one.low, one.value, one.high]).toEqual([Number.NEGATIVE_INFINITY, 7, Number.POSITIVE_INFINITY]);
  const same = flows(Float64Array.of(1, 0), Float64Array.of(1, 0));
  expect([pairedDifference(same).low, pairedDifference(same).high, mcnemar(same)]).toEqual([0, 0, 0]);
  expect(Number.isNaN(pairedDifference(flows(new Float64Array(0), new Float64Array(0))).value)).toBe(true);
});
