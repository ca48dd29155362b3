import { describe, expect, it } from 'vitest';
import { tinyScene } from '../../test/helpers/tiny-world.ts';
import { Menu } from '../acts/menu.ts';
import {
  drawFlat,
  drawNested,
  endOfKind,
  inclusive,
  type Luck,
  noise,
  occasionKey,
  probabilities,
  Purpose,
  uniformOf,
  waiting,
} from './choose.ts';
import { createMind, type Mind } from './mind.ts';
import { initialParameters } from './parameters.ts';

const ln = Math.log;
/** A menu made by hand, with τ = ½. */
function mindWith(kinds: readonly number[], utilities: readonly number[]): Mind {
  const mind = createMind(tinyScene(), new Menu(), initialParameters({ 'forecast.nesting': 0.5 }));
  mind.menu.size = kinds.length;
  mind.menu.kind.set(kinds);
  mind.menu.key.set(kinds.map((_, k) => 9000 + 31 * k));
  mind.utility.set(utilities);
  return mind;
}
const luck = (run: number): Luck => ({ seedLow: 1917, seedHigh: 4, run });
const close = (got: Float64Array, want: readonly number[]): void =>
  want.forEach((v, k) => {
    expect(got[k]).toBeCloseTo(v, 12);
  });

describe('probabilities', () => {
  it('of options taken one by one: e to the utility, and 1 for waiting', () => {
    const mind = mindWith([0, 0, 3], [0, ln(2), ln(4)]);
    close(probabilities(mind, false, true), [1 / 8, 2 / 8, 4 / 8, 1 / 8]);
    close(probabilities(mind, false, false), [1 / 7, 2 / 7, 4 / 7, 0]);
  });

  it('of kinds first: a kind counts as the mean of its options in units of τ, and is shared among them', () => {
    // Kind 0: e^(V/τ) are 1 and 3, mean 2, so its value is ½ ln 2; kind 3 is one option of value ln 2.
    const mind = mindWith([0, 0, 3], [0, 0.5 * ln(3), ln(2)]);
    const total = Math.SQRT2 + 2 + 1;
    close(probabilities(mind, true, true), [
      Math.SQRT2 / 4 / total,
      (3 * Math.SQRT2) / 4 / total,
      2 / total,
      1 / total,
    ]);
    close(probabilities(mind, true, false), [
      Math.SQRT2 / 4 / (total - 1),
      (3 * Math.SQRT2) / 4 / (total - 1),
      2 / (total - 1),
      0,
    ]);
  });

  it('one more like it makes a kind no likelier', () => {
    const one = probabilities(mindWith([0, 1], [0.3, 0]), true, true)[0];
    const p = probabilities(mindWith([0, 0, 0, 1], [0.3, 0.3, 0.3, 0]), true, true);
    close(p, [one / 3, one / 3, one / 3]);
    const flat = probabilities(mindWith([0, 0, 1], [0, 0, 0]), false, true);
    close(flat, [0.25, 0.25, 0.25, 0.25]);
  });

  it('of an empty menu: waiting', () => {
    close(probabilities(mindWith([], []), true, true), [1]);
  });

  it('stand far from the ends of the numbers', () => {
    close(probabilities(mindWith([0, 1], [800, 800]), false, true), [0.5, 0.5, 0]);
    close(probabilities(mindWith([0, 0, 1], [-800, -800 + 0.5 * ln(3), -900]), true, false), [0.25, 0.75, 0]);
    close(probabilities(mindWith([0, 0], [-800, -800]), true, true), [0, 0, 1]);
  });
});

describe('the value of a kind', () => {
  it('is that of its one option, or τ·log of the mean, never more than the best nor less than the worst', () => {
    const mind = mindWith([0, 1, 1, 1], [0.7, 0, 0.5 * ln(3), -0.2]);
    expect(inclusive(mind, 0, 1, 0.5)).toBe(0.7);
    expect(inclusive(mind, 1, 3, 0.5)).toBeCloseTo(0.5 * ln(2), 12);
    expect(inclusive(mind, 1, 3, 1e-9)).toBeCloseTo(0.5 * ln(3), 6);
    const v = inclusive(mind, 1, 4, 0.5);
    expect([v > -0.2, v < 0.5 * ln(3)]).toEqual([true, true]);
  });

  it('rows of a kind stand together, to the end of the menu', () => {
    const mind = mindWith([4, 4, 2, 4], [0, 0, 0, 0]);
    mind.menu.kind[4] = 4;
    expect([0, 1, 2, 3].map((k) => endOfKind(mind, k))).toEqual([2, 2, 3, 4]);
  });
});

describe('draws', () => {
  it('take the highest sum of utility and noise', () => {
    const utilities = [0.3, -0.2, 0.9, 0.1];
    const mind = mindWith([0, 1, 2, 3], utilities);
    const seen = new Set<number>();
    for (let run = 0; run < 300; run++) {
      for (const mayWait of [true, false]) {
        const row = drawFlat(mind, luck(run), 12, mayWait);
        const sums = utilities.map((u, k) => u + noise[k]);
        const best = sums.indexOf(Math.max(...sums));
        expect(row).toBe(mayWait && noise[4] > sums[best] ? waiting : best);
        seen.add(row);
      }
    }
    expect([...seen].sort()).toEqual([-1, 0, 1, 2, 3]);
  });

  it('among kinds first, then within the kind on a scale of τ', () => {
    const mind = mindWith([5, 5, 5, 6], [0.5, -0.5, 0, 0.2]);
    let within = 0;
    for (let run = 0; run < 300; run++) {
      const row = drawNested(mind, luck(run), 12);
      if (row < 0 || row > 2) continue;
      within++;
      const sums = [0, 1, 2].map((k) => mind.utility[k] / 0.5 + noise[k]);
      expect(row).toBe(sums.indexOf(Math.max(...sums)));
    }
    expect(within).toBeGreaterThan(50);
  });

  it('a kind of one option is drawn as the option by itself would be, whatever the order of kinds', () => {
    const mind = mindWith([5, 6], [0.5, 0.2]);
    const other = mindWith([6, 5], [0.2, 0.5]);
    for (let run = 0; run < 300; run++) {
      const row = drawNested(mind, luck(run), 12);
      const there = drawNested(other, luck(run), 12);
      expect(there).toBe(row < 0 ? row : 1 - row);
    }
  });

  it('from nothing: waiting', () => {
    expect(drawFlat(mindWith([], []), luck(1), 5, true)).toBe(waiting);
    expect(drawNested(mindWith([], []), luck(1), 5)).toBe(waiting);
  });

  it('hang on the seed, the run and the moment, on nothing else', () => {
    const mind = mindWith([0, 1, 2, 3], [0, 0, 0, 0]);
    const drawn = (l: Luck, moment: number): number[] => {
      drawFlat(mind, l, moment, true);
      return [...noise.subarray(0, 5)];
    };
    const first = drawn(luck(1), 5);
    expect(drawn(luck(1), 5)).toEqual(first);
    for (const other of [
      drawn(luck(2), 5),
      drawn(luck(1), 6),
      drawn({ ...luck(1), seedLow: 1918 }, 5),
      drawn({ ...luck(1), seedHigh: 5 }, 5),
    ])
      expect(other).not.toEqual(first);
  });
});

it('uniforms and moments are told apart by each of their names', () => {
  const base = uniformOf(luck(1), Purpose.order, 3, 4);
  expect(uniformOf(luck(1), Purpose.order, 3, 4)).toBe(base);
  const others = [
    uniformOf(luck(2), Purpose.order, 3, 4),
    uniformOf(luck(1), Purpose.bloc, 3, 4),
    uniformOf(luck(1), Purpose.order, 4, 3),
    uniformOf(luck(1), Purpose.order, 3, 5),
  ];
  expect(new Set([base, ...others]).size).toBe(5);
  for (const u of [base, ...others]) expect([u > 0, u < 1]).toEqual([true, true]);
  const keys = [
    [1, 2, 3],
    [2, 1, 3],
    [3, 2, 1],
    [1, 3, 2],
  ].map(([a, b, c]) => occasionKey(a, b, c));
  expect(new Set(keys).size).toBe(4);
});
