import { describe, expect, it } from 'vitest';
import { uniformAt } from '../../chance/draws.ts';
import type { PathProblem } from '../games/path.ts';
import { Anderson } from './anderson.ts';

/** Wanted: x = G(x), as the zero of x − G(x). */
const problem = (size: number, map: (x: Float64Array, i: number) => number): PathProblem =>
  ({
    size,
    evaluate: (x: Float64Array, _t: number, out: Float64Array) => {
      for (let i = 0; i < size; i++) out[i] = x[i] - map(x, i);
    },
  }) as unknown as PathProblem;

/** x → Ax + b, with rows of absolute sum `strength`: a contraction below 1. */
function affine(size: number, strength: number, seed: number): PathProblem {
  const draw = (k: number): number => 2 * uniformAt(seed, k, 1, 2, 3, 4) - 1;
  const rows = Array.from({ length: size }, (_, i) => {
    const row = Array.from({ length: size }, (__, j) => draw(i * size + j));
    const sum = row.reduce((a, v) => a + Math.abs(v), 0);
    return row.map((v) => (strength * v) / sum);
  });
  return problem(size, (x, i) => rows[i].reduce((a, v, j) => a + v * x[j], draw(1000 + i)));
}

describe('Anderson’s acceleration', () => {
  it('solves an affine map of n ≤ 4 unknowns in about n + 1 steps (Walker & Ni 2011, theorem 2.2), where plain steps need hundreds', () => {
    for (let size = 1; size <= 4; size++)
      for (let seed = 1; seed <= 20; seed++) {
        const solver = new Anderson(6);
        const x = new Float64Array(6);
        const map = affine(size, 0.97, seed);
        expect([size, seed, solver.solve(map, x, 1, 1e-9, 60)]).toEqual([size, seed, true]);
        expect(solver.iterations).toBeLessThanOrEqual(size + 5);
        const f = new Float64Array(size);
        map.evaluate(x, 1, f);
        expect(Math.max(...f.map(Math.abs))).toBe(solver.residual);
        expect(solver.residual).toBeLessThanOrEqual(1e-9);
        expect([...x.subarray(size)]).toEqual(new Array(6 - size).fill(0));
      }
  });

  it('of more unknowns than it remembers, far faster than plain steps', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const solver = new Anderson(30);
      const x = new Float64Array(30);
      expect(solver.solve(affine(30, 0.97, seed), x, 1, 1e-9, 200)).toBe(true);
      expect(solver.iterations).toBeLessThan(60);
    }
  });

  it('solves what is not affine: x = cos x, and two that hang on each other', () => {
    const solver = new Anderson(2);
    const x = new Float64Array(2);
    expect(
      solver.solve(
        problem(1, (v) => Math.cos(v[0])),
        x,
        1,
        1e-13,
        30,
      ),
    ).toBe(true);
    expect(x[0]).toBeCloseTo(0.7390851332151607, 12);
    // Plain steps need about seventy.
    expect(solver.iterations).toBeLessThanOrEqual(9);
    x.fill(0);
    const pair = problem(2, (v, i) => (i === 0 ? 0.8 * Math.tanh(v[1]) + 0.5 : 0.9 * Math.tanh(v[0]) - 0.2));
    expect(solver.solve(pair, x, 1, 1e-12, 40)).toBe(true);
    expect(x[0]).toBeCloseTo(0.8 * Math.tanh(x[1]) + 0.5, 10);
    expect(x[1]).toBeCloseTo(0.9 * Math.tanh(x[0]) - 0.2, 10);
    expect(solver.iterations).toBeLessThan(15);
  });

  it('begins every problem afresh', () => {
    const solver = new Anderson(4);
    const map = affine(4, 0.9, 3);
    const first = new Float64Array(4);
    solver.solve(map, first, 1, 1e-10, 60);
    const { iterations } = solver;
    solver.solve(affine(4, 0.95, 8), new Float64Array(4), 1, 1e-10, 60);
    const again = new Float64Array(4);
    solver.solve(map, again, 1, 1e-10, 60);
    expect([solver.iterations, again]).toEqual([iterations, first]);
  });

  it('at a solution it stays; without one it gives up, in time or when there are no numbers', () => {
    const solver = new Anderson(1);
    const x = Float64Array.of(2);
    expect(
      solver.solve(
        problem(1, () => 2),
        x,
        1,
        1e-9,
        5,
      ),
    ).toBe(true);
    expect([solver.iterations, x[0]]).toEqual([1, 2]);
    expect(
      solver.solve(
        problem(1, (v) => v[0] + 1),
        x,
        1,
        1e-9,
        7,
      ),
    ).toBe(false);
    expect(
      solver.solve(
        problem(1, () => Number.NaN),
        x,
        1,
        1e-9,
        50,
      ),
    ).toBe(false);
    expect(solver.iterations).toBe(1);
  });
});
