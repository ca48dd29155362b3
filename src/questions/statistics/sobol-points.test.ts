import { describe, expect, it } from 'vitest';
import { directionRows } from './joe-kuo.ts';
import { sobolPoints, tableDimensions } from './sobol-points.ts';

const seed = { seedLow: 1917, seedHigh: 11 };

function column(points: Float64Array, dimensions: number, d: number): number[] {
  return Array.from({ length: points.length / dimensions }, (_, n) => points[n * dimensions + d]!);
}

/** Every one of n equal intervals holds exactly one of the n values. */
function onePerInterval(values: readonly number[]): boolean {
  return new Set(values.map((x) => Math.floor(x * values.length))).size === values.length;
}

/** Every elementary box 2^-i by 2^-(m-i) holds exactly one of the 2^m points. */
function isNet(x: readonly number[], y: readonly number[]): boolean {
  for (let wide = 1; wide <= x.length; wide *= 2) {
    const high = x.length / wide;
    const boxes = new Set(x.map((v, n) => Math.floor(v * wide) * high + Math.floor(y[n]! * high)));
    if (boxes.size !== x.length) return false;
  }
  return true;
}

describe('Joe & Kuo direction numbers', () => {
  it('have odd starting values below 2^k, and primitive polynomials, none twice', () => {
    const seen = new Set<number>();
    for (const { inner, start } of directionRows()) {
      const degree = start.length;
      start.forEach((m, k) => {
        expect(m % 2 === 1 && m < 2 ** (k + 1)).toBe(true);
      });
      const polynomial = 2 ** degree + 2 * inner + 1;
      let state = 1;
      let period = 0;
      do {
        state = state & 1 ? (state ^ polynomial) >>> 1 : state >>> 1;
        period++;
      } while (state !== 1);
      expect(period).toBe(2 ** degree - 1);
      seen.add(polynomial);
    }
    expect(seen.size).toBe(tableDimensions - 1);
  });
});

describe('plain Sobol points', () => {
  it('begin as published in three dimensions', () => {
    const points = sobolPoints({ dimensions: 3, points: 16 });
    expect([...points.slice(0, 30)]).toEqual([
      0, 0, 0, 0.5, 0.5, 0.5, 0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.375, 0.375, 0.625, 0.875, 0.875, 0.125,
      0.625, 0.125, 0.875, 0.125, 0.625, 0.375, 0.1875, 0.3125, 0.9375, 0.6875, 0.8125, 0.4375,
    ]);
  });

  it('agree with SciPy far out, in dimensions 2, 64, 128, 256 and in a sum over all', () => {
    const points = sobolPoints({ dimensions: 256, points: 1024 });
    const row = (n: number) => points.subarray(n * 256, (n + 1) * 256);
    const some = (n: number) => [1, 63, 127, 255].map((d) => row(n)[d]);
    expect(some(5)).toEqual([0.875, 0.625, 0.125, 0.875]);
    expect(some(777)).toEqual([0.9365234375, 0.4267578125, 0.1181640625, 0.6357421875]);
    expect(some(1023)).toEqual([0.7529296875, 0.0400390625, 0.7001953125, 0.8427734375]);
    const weighted = (n: number) => row(n).reduce((sum, x, d) => sum + x * (d + 1), 0);
    expect(weighted(1023)).toBe(17044.28515625);
    expect(weighted(777)).toBe(15886.22265625);
  });
});

describe('scrambled Sobol points', () => {
  it('keep one point per interval in each of 300 dimensions, also those of the second set', () => {
    for (const size of [1, 2, 64, 512]) {
      const points = sobolPoints({ dimensions: 300, points: size, scramble: seed });
      for (let d = 0; d < 300; d++) expect(onePerInterval(column(points, 300, d))).toBe(true);
    }
  });

  it('keep the first two dimensions a (0, m, 2)-net, plain and scrambled', () => {
    for (const scramble of [undefined, seed]) {
      const points = sobolPoints({ dimensions: 2, points: 256, scramble });
      expect(isNet(column(points, 2, 0), column(points, 2, 1))).toBe(true);
    }
  });

  it('are uniform over seeds at every level: mean, and the chance of each of the first bits', () => {
    const first = Array.from(
      { length: 4000 },
      (_, k) => sobolPoints({ dimensions: 1, points: 2, scramble: { seedLow: k, seedHigh: 0 } })[1]!,
    );
    expect(first.reduce((a, b) => a + b) / 4000).toBeCloseTo(0.5, 1.7);
    for (const level of [2, 8, 32, 2 ** 20]) {
      const odd = first.filter((x) => Math.floor(x * level) % 2 === 1).length;
      expect(Math.abs(odd - 2000)).toBeLessThan(4 * Math.sqrt(1000));
    }
  });

  it('flip neighbouring subtrees independently', () => {
    let agree = 0;
    for (let k = 0; k < 4000; k++) {
      const [a = 0, b = 0, c = 0, d = 0] = sobolPoints({
        dimensions: 1,
        points: 4,
        scramble: { seedLow: k, seedHigh: 7 },
      });
      const left = Math.min(a, d) === a;
      const right = Math.min(b, c) === b;
      if (left === right) agree++;
    }
    expect(Math.abs(agree - 2000)).toBeLessThan(4 * Math.sqrt(1000));
  });

  it('integrate a smooth function far better than independent draws', () => {
    const points = sobolPoints({ dimensions: 4, points: 1024, scramble: seed });
    let sum = 0;
    for (let n = 0; n < 1024; n++)
      sum += points.subarray(4 * n, 4 * n + 4).reduce((p, x) => p * (0.5 + x), 1);
    expect(Math.abs(sum / 1024 - 1)).toBeLessThan(1e-3);
  });

  it('extend: a shorter block begins a longer one, and more dimensions change none', () => {
    const short = sobolPoints({ dimensions: 3, points: 64, scramble: seed });
    const long = sobolPoints({ dimensions: 3, points: 128, scramble: seed });
    const wide = sobolPoints({ dimensions: 5, points: 64, scramble: seed });
    expect([...long.subarray(0, 192)]).toEqual([...short]);
    expect(column(wide, 5, 2)).toEqual(column(short, 3, 2));
  });

  it('are the same for ever: the first points of a seed', () => {
    expect([...sobolPoints({ dimensions: 2, points: 2, scramble: seed })]).toMatchInlineSnapshot(`
      [
        0.45912530284840614,
        0.7337177180452272,
        0.7064361207885668,
        0.18190930143464357,
      ]
    `);
  });
});

describe('wrong plans', () => {
  it('are refused by code', () => {
    expect(() => sobolPoints({ dimensions: 2, points: 1000 })).toThrow(
      expect.objectContaining({ code: 'not-power-of-two' }),
    );
    expect(() => sobolPoints({ dimensions: 0, points: 8 })).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
    expect(() => sobolPoints({ dimensions: 257, points: 8 })).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });
});
