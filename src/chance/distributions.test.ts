import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incompleteBeta } from './beta.ts';
import { type Distribution, mean, plusMinus, quantile, sd, validate } from './distributions.ts';
import { normalCdf } from './erfc.ts';
import { expm1 } from './exponential.ts';
import { log } from './logarithm.ts';
import { uniformAt } from './philox.ts';

const CASES: Readonly<Record<string, Distribution>> = {
  point: { kind: 'point', value: 42 },
  uniform: { kind: 'uniform', low: 40, high: 80 },
  normal: { kind: 'normal', mean: 60, sd: 10 },
  'normal, cut': { kind: 'normal', mean: 60, sd: 30, low: 0, high: 100 },
  'normal, upper tail only': { kind: 'normal', mean: 0, sd: 1, low: 3, high: 4 },
  'normal, lower tail only': { kind: 'normal', mean: 0, sd: 1, high: -5 },
  triangular: { kind: 'triangular', low: 10, mode: 20, high: 60 },
  'triangular, mode at the end': { kind: 'triangular', low: 0, mode: 0, high: 1 },
  beta: { kind: 'beta', a: 2, b: 5 },
  'beta, U-shaped, stretched': { kind: 'beta', a: 0.4, b: 0.3, low: 20, high: 70 },
  'beta, narrow': { kind: 'beta', a: 800, b: 300 },
  halfnormal: { kind: 'halfnormal', sd: 2 },
  lognormal: { kind: 'lognormal', median: 3, sigma: 0.7 },
  exponential: { kind: 'exponential', mean: 20 },
  discrete: { kind: 'discrete', values: [30, 10, 20], probabilities: [0.5, 0.2, 0.3] },
};

/** The cumulative distribution function, written independently of the quantiles. */
function cumulative(d: Distribution, x: number): number {
  switch (d.kind) {
    case 'point':
      return x >= d.value ? 1 : 0;
    case 'uniform':
      return (x - d.low) / (d.high - d.low);
    case 'normal': {
      const z = (v: number) => (v - d.mean) / d.sd;
      const from = d.low === undefined ? 0 : normalCdf(z(d.low));
      const to = d.high === undefined ? 1 : normalCdf(z(d.high));
      return (normalCdf(z(x)) - from) / (to - from);
    }
    case 'triangular': {
      const width = d.high - d.low;
      if (x < d.mode) return (x - d.low) ** 2 / (width * (d.mode - d.low));
      return 1 - (d.high - x) ** 2 / (width * (d.high - d.mode));
    }
    case 'beta': {
      const low = d.low ?? 0;
      return incompleteBeta((x - low) / ((d.high ?? 1) - low), d.a, d.b);
    }
    case 'halfnormal':
      return 2 * normalCdf(x / d.sd) - 1;
    case 'lognormal':
      return normalCdf(log(x / d.median) / d.sigma);
    case 'exponential':
      return -expm1(-x / d.mean);
    case 'discrete':
      return d.values.reduce((sum, v, k) => (v <= x ? sum + d.probabilities[k] : sum), 0);
  }
}

const names = Object.keys(CASES);
const continuous = names.filter((name) => name !== 'point' && name !== 'discrete');
const N = 4000;
const draw = (name: string, i: number) =>
  quantile(CASES[name], uniformAt(i, names.indexOf(name), 0, 0, 1928, 0));

test('values never move', () => {
  const table = Object.fromEntries(names.map((name) => [name, [0, 1, 2].map((i) => draw(name, i))]));
  expect(table).toMatchInlineSnapshot(`
    {
      "beta": [
        0.10133983282914932,
        0.13174940155674333,
        0.303067449058423,
      ],
      "beta, U-shaped, stretched": [
        67.57439570409785,
        67.68663908667655,
        28.227549948316593,
      ],
      "beta, narrow": [
        0.7167275712869741,
        0.7314636263016412,
        0.7517355225021387,
      ],
      "discrete": [
        30,
        10,
        30,
      ],
      "exponential": [
        10.526685234401915,
        69.32699009625269,
        20.27921284085071,
      ],
      "halfnormal": [
        2.541375044273594,
        0.3977093480353739,
        1.7474121464118133,
      ],
      "lognormal": [
        1.5258584057538136,
        1.970491215470323,
        0.36759439103808306,
      ],
      "normal": [
        58.40473106961666,
        53.37222326977128,
        49.68136964974426,
      ],
      "normal, cut": [
        73.82906601627099,
        35.3161037639058,
        56.55756120042638,
      ],
      "normal, lower tail only": [
        -5.020103429115067,
        -5.037554910022328,
        -5.08850384304894,
      ],
      "normal, upper tail only": [
        3.038625310686492,
        3.1548395529648143,
        3.3798142358904757,
      ],
      "point": [
        42,
        42,
        42,
      ],
      "triangular": [
        13.296291778362086,
        44.81111972009666,
        23.73276596313503,
      ],
      "triangular, mode at the end": [
        0.07963623768449313,
        0.31033899532298215,
        0.027355260762174538,
      ],
      "uniform": [
        71.17150620531142,
        62.58495390204175,
        42.39542590319325,
      ],
    }
  `);
});

describe.each(names)('%s', (name) => {
  const d = CASES[name];

  test('is valid', () => expect(validate(d)).toBeUndefined());

  test('draws have the stated mean and standard deviation', () => {
    const draws = Float64Array.from({ length: N }, (_, i) => draw(name, i));
    const average = draws.reduce((sum, x) => sum + x, 0) / N;
    const spread = Math.sqrt(draws.reduce((sum, x) => sum + (x - average) ** 2, 0) / N);
    expect(Math.abs(average - mean(d))).toBeLessThanOrEqual((3.5 * sd(d)) / Math.sqrt(N));
    expect(Math.abs(spread - sd(d))).toBeLessThanOrEqual(0.1 * sd(d));
  });

  test('moments agree with a sum over quantiles', () => {
    let first = 0;
    let second = 0;
    for (let i = 0; i < 2000; i++) {
      const x = quantile(d, (i + 0.5) / 2000) - mean(d);
      first += x / 2000;
      second += (x * x) / 2000;
    }
    expect(Math.abs(first)).toBeLessThanOrEqual(0.005 * sd(d));
    expect(Math.abs(Math.sqrt(second) - sd(d))).toBeLessThanOrEqual(0.03 * sd(d));
  });

  test('quantiles rise with u', () => {
    const step = 1e-12 * (Math.abs(mean(d)) + sd(d));
    fc.assert(
      fc.property(
        fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true }),
        fc.nat(1000),
        (u, thousandths) => {
          const v = Math.min(1 - 2 ** -53, u + ((1 - u) * thousandths) / 1e6);
          expect(quantile(d, v)).toBeGreaterThanOrEqual(quantile(d, u) - step);
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });

  test('the smallest and largest uniform give finite values', () => {
    expect(Number.isFinite(quantile(d, 2 ** -53))).toBe(true);
    expect(Number.isFinite(quantile(d, 1 - 2 ** -53))).toBe(true);
  });
});

/** Kolmogorov-Smirnov, threshold of the 0.1 % level; seeds are fixed, so this never flickers. */
test.each(continuous)('Kolmogorov-Smirnov: %s', (name) => {
  const draws = Float64Array.from({ length: N }, (_, i) => draw(name, i)).sort();
  let distance = 0;
  draws.forEach((x, i) => {
    const share = cumulative(CASES[name], x);
    distance = Math.max(distance, share - i / N, (i + 1) / N - share);
  });
  expect(distance).toBeLessThan(1.95 / Math.sqrt(N));
});

test.each(continuous)('the cumulative function undoes the quantile: %s', (name) => {
  for (let i = 1; i < 100; i++)
    expect(cumulative(CASES[name], quantile(CASES[name], i / 100))).toBeCloseTo(i / 100, 9);
});

describe('discrete', () => {
  const d = CASES.discrete;

  test('shares', () => {
    const count = (v: number) =>
      Array.from({ length: N }, (_, i) => draw('discrete', i)).filter((x) => x === v).length;
    expect([10, 20, 30].map((v) => Math.round((100 * count(v)) / N) / 100)).toEqual([0.2, 0.3, 0.5]);
  });

  test('ascends, whatever the order of listing; repeated and impossible values are harmless', () => {
    expect([0.1, 0.19, 0.2, 0.49, 0.5, 0.99].map((u) => quantile(d, u))).toEqual([10, 10, 20, 20, 30, 30]);
    const listed: Distribution = {
      kind: 'discrete',
      values: [20, 5, 30, 10, 30, 40],
      probabilities: [0.3, 0, 0.25, 0.2, 0.25, 0],
    };
    fc.assert(
      fc.property(
        fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true }),
        (u) => quantile(listed, u) === quantile(d, u),
      ),
    );
  });
});

test('bounds are kept', () => {
  for (const u of [2 ** -53, 0.3, 1 - 2 ** -53])
    for (const d of Object.values(CASES))
      if ('low' in d && d.low !== undefined && d.high !== undefined) {
        expect(quantile(d, u)).toBeGreaterThanOrEqual(d.low);
        expect(quantile(d, u)).toBeLessThanOrEqual(d.high);
      }
});

test('value ± spread', () => {
  expect(plusMinus(60, 0)).toEqual({ kind: 'point', value: 60 });
  expect(plusMinus(60, 10, 0, 100)).toEqual({ kind: 'normal', mean: 60, sd: 10, low: 0, high: 100 });
});

test.each<[Distribution, string]>([
  [{ kind: 'point', value: NaN }, 'not-finite'],
  [{ kind: 'uniform', low: 1, high: 1 }, 'low-not-below-high'],
  [{ kind: 'normal', mean: 0, sd: 0 }, 'scale-not-positive'],
  [{ kind: 'normal', mean: 0, sd: 1, low: 5, high: 4 }, 'low-not-below-high'],
  [{ kind: 'normal', mean: 0, sd: 1, low: 10 }, 'bounds-keep-nothing'],
  [{ kind: 'triangular', low: 0, mode: 2, high: 1 }, 'mode-outside-range'],
  [{ kind: 'beta', a: 0, b: 1 }, 'shape-out-of-range'],
  [{ kind: 'beta', a: 1, b: 1, low: 1 }, 'low-not-below-high'],
  [{ kind: 'halfnormal', sd: -1 }, 'scale-not-positive'],
  [{ kind: 'lognormal', median: 0, sigma: 1 }, 'scale-not-positive'],
  [{ kind: 'exponential', mean: Infinity }, 'not-finite'],
  [{ kind: 'discrete', values: [], probabilities: [] }, 'no-values'],
  [{ kind: 'discrete', values: [1], probabilities: [0.5, 0.5] }, 'lengths-differ'],
  [{ kind: 'discrete', values: [1, 2], probabilities: [-0.5, 1.5] }, 'probability-negative'],
  [{ kind: 'discrete', values: [1, 2], probabilities: [0.5, 0.4] }, 'probabilities-not-one'],
])('%j is refused: %s', (d, reason) => {
  expect(validate(d)).toBe(reason);
});
