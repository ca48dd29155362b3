import { describe, expect, it } from 'vitest';
import { ishigami } from '../../../test/helpers/sensitivity-functions.ts';
import { keyedUniforms } from './draws.ts';
import { morrisDesign, morrisEffects } from './morris.ts';
import { gridEffects } from './morris-grid.ts';

const uniforms = keyedUniforms({ seedLow: 2, seedHigh: 0 }, 'morris');

describe('elementary effects', () => {
  it('of Ishigami on the whole 4-level grid are the exact ones', () => {
    const effects = gridEffects((x) => ishigami(x), 3);
    expect(effects.map((e) => e.muStar.value)).toEqual([
      expect.closeTo(7.7040541116, 9),
      expect.closeTo(7.875, 9),
      expect.closeTo(6.2487961033, 9),
    ]);
    expect(effects[1]!.mu).toBeCloseTo(0, 12);
    expect(effects[1]!.sigma).toBeCloseTo(7.875, 9);
  });

  it('of a linear function are its slopes, without spread', () => {
    const [a, b] = gridEffects((x) => 3 * x[0]! - 2 * x[1]!, 2);
    expect(a).toEqual({ mu: expect.closeTo(3, 12), muStar: expect.anything(), sigma: expect.closeTo(0, 12) });
    expect(b!.mu).toBeCloseTo(-2, 12);
    expect(b!.muStar.value).toBeCloseTo(2, 12);
  });

  it('from trajectories come close to those of the grid, within their intervals', () => {
    const design = morrisDesign(3, 2000, uniforms);
    const outputs = Float64Array.from({ length: 8000 }, (_, row) =>
      ishigami(design.points.subarray(3 * row, 3 * row + 3)),
    );
    const effects = morrisEffects(design, outputs);
    for (const [i, exact] of [7.7040541116, 7.875, 6.2487961033].entries()) {
      expect(Math.abs(effects[i]!.muStar.value - exact)).toBeLessThan(0.3);
      expect(effects[i]!.muStar.low - 1e-9 <= exact && exact <= effects[i]!.muStar.high + 1e-9).toBe(true);
    }
  });

  it('come from trajectories that move each input once, by one step, on the grid', () => {
    const { points } = morrisDesign(5, 40, uniforms, 6);
    for (let t = 0; t < 40; t++) {
      const moved = new Set<number>();
      for (let row = 6 * t + 1; row < 6 * t + 6; row++) {
        const changed = [0, 1, 2, 3, 4].filter((i) => points[5 * row + i] !== points[5 * (row - 1) + i]);
        expect(changed).toHaveLength(1);
        expect(Math.abs(points[5 * row + changed[0]!]! - points[5 * (row - 1) + changed[0]!]!)).toBeCloseTo(
          0.6,
          12,
        );
        moved.add(changed[0]!);
      }
      expect(moved.size).toBe(5);
    }
    expect(points.every((x) => Number.isInteger(Math.round(1e9 * x * 5) / 1e9) && x >= 0 && x <= 1)).toBe(
      true,
    );
  });

  it('refuse odd levels, huge grids and outputs of another length', () => {
    expect(() => gridEffects(() => 0, 2, 5)).toThrow(expect.objectContaining({ code: 'bad-argument' }));
    expect(() => gridEffects(() => 0, 20)).toThrow(expect.objectContaining({ code: 'too-large' }));
    expect(() => morrisEffects(morrisDesign(2, 3, uniforms), new Float64Array(8))).toThrow(
      expect.objectContaining({ code: 'length-mismatch' }),
    );
  });
});
