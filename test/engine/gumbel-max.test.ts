import { describe, expect, it } from 'vitest';
import { Menu } from '../../src/acts/menu.ts';
import { drawFlat, drawNested, type Luck, probabilities } from '../../src/choice/choose.ts';
import { createMind, type Mind } from '../../src/choice/mind.ts';
import { initialParameters } from '../../src/choice/parameters.ts';
import { uniformAt } from '../../src/chance/draws.ts';
import { chiSquareTail, credible, goodness } from '../helpers/statistics.ts';
import { tinyScene } from '../helpers/tiny-world.ts';

/** A mind with a menu made by hand: kinds, utilities, and keys that name the options. */
function mindWith(
  kinds: readonly number[],
  utilities: readonly number[],
  keys = kinds.map((_, k) => 9000 + 31 * k),
): Mind {
  const mind = createMind(tinyScene(), new Menu(), initialParameters());
  mind.menu.size = kinds.length;
  mind.menu.kind.set(kinds);
  mind.menu.key.set(keys);
  mind.utility.set(utilities);
  return mind;
}

const luck = (run: number): Luck => ({ seedLow: 1917, seedHigh: 0, run });

/** How often each row, and (last) waiting, is drawn. */
function frequencies(mind: Mind, nested: boolean, mayWait: boolean, draws: number): number[] {
  const n = mind.menu.size;
  const counts = new Array<number>(n + 1).fill(0);
  for (let k = 0; k < draws; k++) {
    const row = nested
      ? drawNested(mind, luck(k % 500), 77 + Math.floor(k / 500))
      : drawFlat(mind, luck(k % 500), 77 + Math.floor(k / 500), mayWait);
    counts[row < 0 ? n : row] = (counts[row < 0 ? n : row] ?? 0) + 1;
  }
  return counts;
}

describe('frequencies are the probabilities', () => {
  const u = [0.2, -1.3, 1.1, 0, -0.4];
  it.each([
    ['of a flat menu with waiting', [0, 1, 2, 3, 4], false, true],
    ['of a flat menu that wants an answer', [0, 1, 2, 3, 4], false, false],
    ['of a nested menu', [0, 0, 0, 1, 1], true, true],
    ['of a nested menu of single options', [0, 1, 2, 3, 4], true, true],
  ] as const)('%s', (_name, kinds, nested, mayWait) => {
    const mind = mindWith(kinds, u);
    const p = [...probabilities(mind, nested, mayWait)].slice(0, 6);
    expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(goodness(frequencies(mind, nested, mayWait, 40_000), p)).toBeGreaterThan(credible);
  });

  it('for random menus, as long as menus get', () => {
    for (let trial = 0; trial < 6; trial++) {
      const r = (k: number): number => uniformAt(trial, k, 5, 6, 7, 8);
      const n = 3 + Math.floor(40 * r(0));
      const kinds = Array.from({ length: n }, (_, k) => Math.floor((k * (1 + 5 * r(1))) / n));
      const mind = mindWith(
        kinds,
        kinds.map((_, k) => 4 * r(k + 2) - 3),
      );
      const p = [...probabilities(mind, true, true)].slice(0, n + 1);
      expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      expect(goodness(frequencies(mind, true, true, 15_000), p)).toBeGreaterThan(credible);
    }
  });

  it('does not refuse huge utilities, and takes what is certain', () => {
    const mind = mindWith([0, 1, 1], [900, -900, 800]);
    expect(probabilities(mind, true, true)[0]).toBeCloseTo(1, 12);
    expect(drawNested(mind, luck(1), 5)).toBe(0);
    expect(drawFlat(mind, luck(1), 5, true)).toBe(0);
  });

  it('draws for different moments, people and options are independent', () => {
    const a = mindWith([0, 1], [0, 0], [1, 2]);
    const table = new Array<number>(9).fill(0);
    for (let run = 0; run < 9000; run++) {
      const first = drawFlat(a, luck(run), 100, true) + 1;
      const second = drawFlat(a, luck(run), 101, true) + 1;
      table[3 * first + second] = (table[3 * first + second] ?? 0) + 1;
    }
    expect(goodness(table, new Array<number>(9).fill(1 / 9))).toBeGreaterThan(credible);
  });
});

describe('twins share their luck', () => {
  const draws = 60_000;
  /** v = (0, 0, 0), v′ = (1, 0, 0): theory.md §6 and Oberst & Sontag (2019). Option 0 is waiting's rival, so none waits here. */
  const before = mindWith([0, 1, 2], [0, 0, 0]);
  const after = mindWith([0, 1, 2], [1, 0, 0]);
  const stays = [1 / 3, 0.2119415576, 0.2119415576];

  it('the chance of choosing i in both worlds is 1 / Σ max(e^(v_k − v_i), e^(v′_k − v′_i)), and whoever moves goes to what was raised', () => {
    const both = [0, 0, 0];
    let elsewhere = 0;
    for (let k = 0; k < draws; k++) {
      const a = drawFlat(before, luck(k % 1000), Math.floor(k / 1000), false);
      const b = drawFlat(after, luck(k % 1000), Math.floor(k / 1000), false);
      if (a === b) both[a] = (both[a] ?? 0) + 1;
      else if (b !== 0) elsewhere++;
    }
    expect(elsewhere).toBe(0);
    const moved = 1 - stays.reduce((x, y) => x + y, 0);
    expect(moved).toBeCloseTo(1 - 0.7572164485, 9);
    expect(goodness([...both, draws - both.reduce((x, y) => x + y, 0)], [...stays, moved])).toBeGreaterThan(
      credible,
    );
  });

  it('by inverse distribution function they would swap options that nothing touched', () => {
    const pick = (p: Float64Array, u: number): number =>
      u < (p[0] ?? 0) ? 0 : u < (p[0] ?? 0) + (p[1] ?? 0) ? 1 : 2;
    const p = probabilities(before, false, false).slice();
    const q = probabilities(after, false, false).slice();
    let stay = 0;
    let swapped = 0;
    for (let k = 0; k < draws; k++) {
      const u = uniformAt(k, 1, 2, 3, 4, 5);
      const a = pick(p, u);
      const b = pick(q, u);
      if (a === b) stay++;
      else if (b !== 0) swapped++;
    }
    expect(stay / draws).toBeCloseTo(0.6358, 2);
    expect(swapped / draws).toBeCloseTo(0.1213, 2);
    const gumbel = stays.reduce((x, y) => x + y, 0);
    expect(chiSquareTail((stay - gumbel * draws) ** 2 / (gumbel * (1 - gumbel) * draws), 1)).toBeLessThan(
      1e-12,
    );
  });

  it('an option taken away moves only those who had chosen it; one added draws only to itself', () => {
    const three = mindWith([0, 1, 2], [0.4, 0.1, -0.3], [11, 22, 33]);
    const two = mindWith([0, 2], [0.4, -0.3], [11, 33]);
    for (let run = 0; run < 3000; run++) {
      const a = drawFlat(three, luck(run), 5, true);
      const b = drawFlat(two, luck(run), 5, true);
      if (a === 1) continue;
      expect(b).toBe(a === 2 ? 1 : a);
    }
  });

  it('the order of the options does not matter', () => {
    const a = mindWith([0, 0, 1, 2], [0.4, 0.1, -0.3, 0.2], [11, 22, 33, 44]);
    const b = mindWith([2, 1, 0, 0], [0.2, -0.3, 0.1, 0.4], [44, 33, 22, 11]);
    for (let run = 0; run < 2000; run++) {
      const x = drawNested(a, luck(run), 5);
      const y = drawNested(b, luck(run), 5);
      expect(y < 0 ? y : 3 - y).toBe(x);
    }
  });
});
