import { describe, expect, it } from 'vitest';
import { Menu } from '../../src/acts/menu.ts';
import { uniformAt } from '../../src/chance/draws.ts';
import { drawFlat, drawNested, type Luck, probabilities } from '../../src/choice/choose.ts';
import { createMind, type Mind } from '../../src/choice/mind.ts';
import { initialParameters } from '../../src/choice/parameters.ts';
import type { Occasion } from '../../src/run/chooser.ts';
import type { Engine } from '../../src/run/engine.ts';
import { abducting } from '../../src/run/history/given/abduct.ts';
import { chooseMeant } from '../../src/run/history/given/take.ts';
import { condition, ConditionedLuck } from '../../src/run/history/given/luck.ts';
import { ActFlag } from '../../src/world/state.ts';
import { chiSquare, chiSquareTail, credible, goodness } from '../helpers/statistics.ts';
import { tinyScene } from '../helpers/tiny-world.ts';

function mindWith(kinds: readonly number[], utilities: readonly number[], keys?: readonly number[]): Mind {
  const mind = createMind(tinyScene(), new Menu(), initialParameters());
  mind.menu.size = kinds.length;
  mind.menu.kind.set(kinds);
  mind.menu.key.set(keys ?? kinds.map((_, k) => 9000 + 31 * k));
  mind.utility.set(utilities);
  return mind;
}

const luckOf = (run: number): Luck => ({ seedLow: 1928, seedHigh: 0, run });
const occasion = (key: number, nested: boolean): Occasion => ({
  kind: nested ? 0 : 1,
  person: 0,
  key,
  slot: -1,
  nested,
  mayWait: true,
});
/** The chooser looks at an engine's mind and luck only. */
const engineOf = (mind: Mind, luck: Luck): Engine => ({ mind, luck }) as unknown as Engine;

describe.each([
  ['flat', false],
  ['nested', true],
] as const)('a %s choice, looked up', (_name, nested) => {
  const kinds = [0, 0, 0, 1, 2];
  const v = [0.2, -0.4, 0.9, -1, 0.3];
  const mind = mindWith(kinds, v);

  it('is made again, whatever it was', () => {
    const luck = new ConditionedLuck();
    for (let run = 0; run < 300; run++)
      for (let row = -1; row < kinds.length; row++) {
        const o = occasion(mixed(run, row), nested);
        luck.clear();
        luck.note(o.key);
        condition(luck, mind, luckOf(run), o, row);
        expect(abducting(luck, { acts: 0 }).choose(engineOf(mind, luckOf(run)), o)).toBe(row);
      }
  });

  it('with history drawn at random its twin is a free twin: the joint frequencies of both worlds are the same', () => {
    const changed = mindWith(kinds, [0.2, 0.6, 0.9, -1, -0.9]);
    const n = kinds.length + 1;
    const free = new Array<number>(n * n).fill(0);
    const abducted = new Array<number>(n * n).fill(0);
    const luck = new ConditionedLuck();
    const draw = nested ? drawNested : (m: Mind, l: Luck, key: number) => drawFlat(m, l, key, true);
    const p = [...probabilities(mind, nested, true)];
    for (let run = 0; run < 40_000; run++) {
      const l = luckOf(run);
      const cell = (draw(mind, l, 4) + 1) * n + draw(changed, l, 4) + 1;
      free[cell] = (free[cell] ?? 0) + 1;
      const row = pick(p, uniformAt(run, 7, 7, 7, 7, 7), kinds.length);
      const o = occasion(5, nested);
      luck.clear();
      condition(luck, mind, l, o, row);
      const other = abducting(luck, { acts: 0 }).choose(engineOf(changed, l), o);
      const at = (row + 1) * n + other + 1;
      abducted[at] = (abducted[at] ?? 0) + 1;
    }
    // Two samples of the same size: half of Pearson's statistic against one of them.
    const { value, df } = chiSquare(
      abducted,
      free.map((c) => Math.max(c, 0.5)),
    );
    expect(chiSquareTail(value / 2, df)).toBeGreaterThan(credible);
    // Whoever leaves goes to what has gained.
    if (!nested)
      for (let a = 0; a < n; a++)
        for (let b = 0; b < n; b++) if (a !== b && b !== 2 && a !== 5) expect(abducted[a * n + b]).toBe(0);
  });
});

it('who chose i stays with S_i / p_i, S_i = 1 / Σ max(e^(v_k − v_i), e^(v′_k − v′_i)); inverse distribution functions do not', () => {
  const v = [0, -30, -30, -30].map((x, k) => (k < 3 ? 0 : x));
  const before = mindWith([0, 1, 2], v.slice(0, 3));
  const after = mindWith([0, 1, 2], [1, 0, 0]);
  const both = (i: number, waits: readonly number[]): number => {
    const a = [0, 0, 0, ...waits];
    const b = [1, 0, 0, ...waits];
    return 1 / a.reduce((s, x, k) => s + Math.max(Math.exp(x - a[i]!), Math.exp(b[k]! - b[i]!)), 0);
  };
  const luck = new ConditionedLuck();
  const p = probabilities(before, false, true).slice();
  const q = probabilities(after, false, true).slice();
  for (const i of [0, 1, 2]) {
    const wanted = both(i, [0]) / p[i]!;
    let stays = 0;
    let inverse = 0;
    const draws = 20_000;
    for (let run = 0; run < draws; run++) {
      const o = occasion(6, false);
      luck.clear();
      condition(luck, before, luckOf(run), o, i);
      if (abducting(luck, { acts: 0 }).choose(engineOf(after, luckOf(run)), o) === i) stays++;
      const below = p.slice(0, i).reduce((a, b) => a + b, 0);
      const u = below + p[i]! * uniformAt(run, 1, 2, 3, 4, 5);
      if (pick([...q], u, 3) === i) inverse++;
    }
    expect(goodness([stays, draws - stays], [wanted, Math.max(1e-9, 1 - wanted)])).toBeGreaterThan(credible);
    if (i > 0) expect(goodness([inverse, draws - inverse], [wanted, 1 - wanted])).toBeLessThan(1e-12);
  }
});

it('of several options that the record may mean each is taken as often as it is likely, and again with the luck that goes with it', () => {
  const kinds = [0, 0, 0, 1, 2];
  const mind = mindWith(kinds, [0.2, -0.4, 0.9, -1, 0.3]);
  const p = probabilities(mind, true, true).slice();
  const stands = Uint8Array.of(1, 0, 1, 1, 0);
  const meant = [0, 2, 3];
  const probability = meant.reduce((sum, k) => sum + p[k]!, 0);
  const luck = new ConditionedLuck();
  const taken = [0, 0, 0];
  for (let run = 0; run < 20_000; run++) {
    const o = occasion(8, true);
    const engine = engineOf(mind, luckOf(run));
    luck.clear();
    luck.note(o.key);
    const row = chooseMeant(engine, o, { row: 2, probability, stands }, luck);
    taken[meant.indexOf(row)]!++;
    if (run < 500) expect(abducting(luck, { acts: 0 }).choose(engine, o)).toBe(row);
  }
  expect(
    goodness(
      taken,
      meant.map((k) => p[k]! / probability),
    ),
  ).toBeGreaterThan(credible);
});

it('a moment struck out of the clock is no moment; what is done on one that history had not is marked', () => {
  const mind = mindWith([0, 1], [5, 4]);
  const luck = new ConditionedLuck();
  const fresh = { acts: 0 };
  const g = engineOf(mind, luckOf(3));
  luck.strike(11);
  expect(abducting(luck, fresh).choose(g, occasion(11, true))).toBe(-1);
  luck.note(12);
  const known = abducting(luck, fresh).choose(g, occasion(12, true));
  expect(known).toBeGreaterThanOrEqual(0);
  expect((mind.menu.flags[known] ?? 0) & ActFlag.fresh).toBe(0);
  const row = abducting(luck, fresh).choose(g, occasion(13, true));
  expect((mind.menu.flags[row] ?? 0) & ActFlag.fresh).toBe(ActFlag.fresh);
  expect(fresh.acts).toBe(1);
});

function mixed(run: number, row: number): number {
  return 1000 + 17 * run + row;
}

/** The row whose share of the unit interval u lies in; −1 waiting, whose share comes last. */
function pick(p: readonly number[], u: number, rows: number): number {
  let left = u;
  for (let k = 0; k < rows; k++) {
    left -= p[k] ?? 0;
    if (left < 0) return k;
  }
  return -1;
}
