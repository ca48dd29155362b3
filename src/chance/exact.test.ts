import { describe, expect, test } from 'vitest';
import * as exact from './exact.ts';
import { BITS, DOUBLE, POWER_OFFSET, POWERS_OF_TWO } from './powers.ts';
import { uniformAt } from './philox.ts';

const { exp, expm1, log, log1p, tanh, logistic, normalCdf, normalQuantile, erfc, logGamma, pow, sin, cos } =
  exact;

/** FNV-1a over the bits of `count` values, lower word first; bench/c/episode.c computes the same. */
function fingerprint(f: (i: number) => number, count = 20_000): string {
  let h = 0x811c9dc5 | 0;
  for (let i = 0; i < count; i++) {
    DOUBLE[0] = f(i);
    h = Math.imul(h ^ BITS[0], 0x01000193);
    h = Math.imul(h ^ BITS[1], 0x01000193);
  }
  return (h >>> 0).toString(16).padStart(8, '0');
}

/** Distance in units in the last place of the second number. */
function ulps(actual: number, wanted: number): number {
  if (Object.is(actual, wanted)) return 0;
  DOUBLE[0] = wanted;
  const exponent = Math.max(1, (BITS[1] >>> 20) & 0x7ff) - 1075;
  return Math.abs(actual - wanted) / POWERS_OF_TWO[POWER_OFFSET + exponent];
}

const u = (i: number): number => uniformAt(i, 1, 2, 3, 4, 5);
const worst = (
  own: (x: number) => number,
  engine: (x: number) => number,
  at: (i: number) => number,
): number => {
  let most = 0;
  for (let i = 0; i < 100_000; i++) most = Math.max(most, ulps(own(at(i)), engine(at(i))));
  return most;
};

test('this machine keeps doubles in little-endian order', () => {
  DOUBLE[0] = 1;
  expect([BITS[0], BITS[1]]).toEqual([0, 0x3ff00000]);
});

test('powers of two', () => {
  for (const k of [-1074, -1022, -1, 0, 1, 53, 1023]) expect(POWERS_OF_TWO[POWER_OFFSET + k]).toBe(2 ** k);
});

describe('within 1 ulp of the engine, 200,000 points each', () => {
  test('exp', () => {
    expect(worst(exp, Math.exp, (i) => u(i) * 1453 - 744)).toBeLessThanOrEqual(1);
    expect(worst(exp, Math.exp, (i) => u(i) * 4 - 2)).toBeLessThanOrEqual(1);
  });

  test('log', () => {
    expect(worst(log, Math.log, (i) => exp(u(i) * 1453 - 744))).toBeLessThanOrEqual(1);
    expect(worst(log, Math.log, (i) => 0.5 + u(i))).toBeLessThanOrEqual(1);
  });
});

describe('close to the engine', () => {
  test.each([
    ['expm1', expm1, Math.expm1, (i: number) => u(i) * 6 - 3],
    ['expm1, wide', expm1, Math.expm1, (i: number) => u(i) * 740 - 40],
    ['log1p', log1p, Math.log1p, (i: number) => u(i) * 3 - 0.999],
    ['log1p, small', log1p, Math.log1p, (i: number) => (u(i) - 0.5) * 1e-3],
    ['tanh', tanh, Math.tanh, (i: number) => u(i) * 10 - 5],
    ['sin', sin, Math.sin, (i: number) => u(i) * 200 - 100],
    ['cos', cos, Math.cos, (i: number) => u(i) * 2e5 - 1e5],
  ])('%s within 3 ulp', (_name, own, engine, at) => {
    expect(worst(own, engine, at)).toBeLessThanOrEqual(3);
  });

  test('pow', () => {
    for (let i = 0; i < 10_000; i++) {
      const x = u(i) * 100;
      const y = u(i + 10_000) * 20 - 10;
      expect(ulps(pow(x, y), x ** y)).toBeLessThan(100);
    }
  });
});

describe('published values', () => {
  test('normal distribution (Abramowitz & Stegun 26.1; DLMF 7)', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 15);
    expect(normalCdf(-10) / 7.619853024160527e-24).toBeCloseTo(1, 13);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14); // AS 241, its own check values
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.26234008979841, 12);
    expect(erfc(0.5)).toBeCloseTo(0.4795001221869535, 15);
    expect(erfc(-1)).toBeCloseTo(1.842700792949715, 14);
    for (let i = 0; i < 2000; i++) expect(normalCdf(normalQuantile(u(i)))).toBeCloseTo(u(i), 14);
  });

  test('gamma and beta', () => {
    expect(logGamma(0.5)).toBeCloseTo(0.5723649429247001, 14); // log sqrt(pi)
    expect(logGamma(11)).toBeCloseTo(15.104412573075516, 13); // log 10!
    expect(logGamma(1e-5)).toBeCloseTo(11.512919692895826, 13);
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
    expect(exact.incompleteBeta(0.3, 2, 3)).toBeCloseTo(0.3483, 14); // 1 - 0.7^4 - 4 * 0.3 * 0.7^3
    expect(exact.betaQuantile(0.3483, 2, 3)).toBeCloseTo(0.3, 14);
    expect(exact.betaQuantile(0.5, 0.5, 0.5)).toBeCloseTo(0.5, 14);
  });
});

describe('edges are exact', () => {
  test('exp, expm1', () => {
    expect([exp(0), exp(-0), exp(-Infinity), exp(Infinity), exp(NaN)]).toEqual([1, 1, 0, Infinity, NaN]);
    expect([exp(709.782712893384), exp(709.7827128933841)]).toEqual([1.7976931348622732e308, Infinity]);
    expect([exp(-745.1332191019411), exp(-745.1332191019412), exp(-1e300)]).toEqual([5e-324, 0, 0]);
    expect(exp(-708.5) / Math.exp(-708.5)).toBeCloseTo(1, 14);
    expect([expm1(0), expm1(-0), expm1(-Infinity), expm1(Infinity)]).toEqual([0, -0, -1, Infinity]);
    expect(expm1(NaN)).toBeNaN();
    expect(expm1(1e-300)).toBe(1e-300);
  });

  test('log, log1p', () => {
    expect([log(1), log(0), log(-0), log(Infinity)]).toEqual([0, -Infinity, -Infinity, Infinity]);
    expect([log(-1), log(NaN), log1p(NaN), log1p(-2)]).toEqual([NaN, NaN, NaN, NaN]);
    expect([log(5e-324), log(2 ** -1022), log(Number.MAX_VALUE)].map((x, k) => [x, k])).toEqual([
      [-744.4400719213812, 0],
      [-708.3964185322641, 1],
      [709.782712893384, 2],
    ]);
    expect([log1p(0), log1p(-0), log1p(-1), log1p(Infinity)]).toEqual([0, -0, -Infinity, Infinity]);
    expect(log1p(5e-324)).toBe(5e-324);
  });

  test('tanh, logistic, logSumExp', () => {
    expect([tanh(0), tanh(-0), tanh(Infinity), tanh(-Infinity), tanh(NaN)]).toEqual([0, -0, 1, -1, NaN]);
    expect([logistic(0), logistic(-Infinity), logistic(Infinity)]).toEqual([0.5, 0, 1]);
    expect([logistic(-800), logistic(800), logistic(NaN)]).toEqual([0, 1, NaN]);
    const values = new Float64Array([-Infinity, 1000, 1000, 3]);
    expect(exact.logSumExp(values, 0, 3)).toBe(1000 + log(2));
    expect(exact.logSumExp(values, 3, 4)).toBe(3);
    expect([exact.logSumExp(values, 0, 1), exact.logSumExp(values, 2, 2)]).toEqual([-Infinity, -Infinity]);
    expect(exact.logSumExp(new Float64Array([1, NaN, 2]))).toBeNaN();
  });

  test('pow, normal, gamma, sin', () => {
    expect([pow(0, 0), pow(NaN, 0), pow(0, 2.5), pow(0, -1), pow(2, 10), pow(-2, 3)]).toEqual([
      1,
      1,
      0,
      Infinity,
      1024,
      -8,
    ]);
    expect([pow(9, 0.5), pow(2, -2), pow(-2, 0.7), pow(1, Infinity)]).toEqual([3, 0.25, NaN, 1]);
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalCdf(NaN)]).toEqual([0, 1, NaN]);
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(-1)]).toEqual([-Infinity, Infinity, NaN]);
    expect([erfc(Infinity), erfc(-Infinity), logGamma(0), logGamma(-1)]).toEqual([0, 2, Infinity, NaN]);
    expect([sin(-0), cos(0), sin(1e6), cos(NaN), sin(Infinity)]).toEqual([-0, 1, NaN, NaN, NaN]);
  });
});

/** An engine that computes any of these otherwise cannot reproduce a run. */
test('fingerprints never move', () => {
  const at = (i: number) => u(i);
  expect({
    exp: fingerprint((i) => exp(-700 + i * 0.07)),
    log: fingerprint((i) => log((i + 0.5) * POWERS_OF_TWO[POWER_OFFSET + (i % 2000) - 1000])),
    expm1: fingerprint((i) => expm1(at(i) * 60 - 30)),
    log1p: fingerprint((i) => log1p(at(i) * 3 - 1)),
    tanh: fingerprint((i) => tanh(at(i) * 8 - 4)),
    logistic: fingerprint((i) => logistic(at(i) * 60 - 30)),
    pow: fingerprint((i) => pow(at(i) * 50, at(i + 7) * 9 - 4)),
    normalCdf: fingerprint((i) => normalCdf(at(i) * 16 - 10)),
    erfc: fingerprint((i) => erfc(at(i) * 30 - 4)),
    normalQuantile: fingerprint((i) => normalQuantile(at(i))),
    logGamma: fingerprint((i) => logGamma(at(i) * 40)),
    sin: fingerprint((i) => sin(at(i) * 400 - 200)),
    cos: fingerprint((i) => cos(at(i) * 400 - 200)),
    incompleteBeta: fingerprint((i) => exact.incompleteBeta(at(i), at(i + 3) * 9, at(i + 5) * 9), 2000),
    betaQuantile: fingerprint(
      (i) => exact.betaQuantile(at(i), at(i + 3) * 9 + 0.1, at(i + 5) * 9 + 0.1),
      2000,
    ),
  }).toMatchInlineSnapshot(`
    {
      "betaQuantile": "4c58681f",
      "cos": "77184aba",
      "erfc": "bb8d29b7",
      "exp": "5a4e3458",
      "expm1": "94f10f17",
      "incompleteBeta": "faf6f0fd",
      "log": "944f34c5",
      "log1p": "35ad9a2f",
      "logGamma": "2430113a",
      "logistic": "9109bb8f",
      "normalCdf": "575385d8",
      "normalQuantile": "cbef47fc",
      "pow": "c5b801f3",
      "sin": "f1be41e9",
      "tanh": "6275995f",
    }
  `);
});
