import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gumbel, gumbelAt, gumbelOf, uniform, uniform2, uniformAt } from './draws.ts';
import { exp } from './exponential.ts';
import { gumbelsAt } from './gumbels.ts';
import { hashText, mixKey } from './keys.ts';
import { PURPOSE } from './purposes.ts';

const word = fc.integer({ min: 0, max: 0xffffffff });
const subject = hashText('zinoviev');
const option = hashText('resign');

describe('values never move', () => {
  test('uniform, gumbel, uniform2', () => {
    const pair = new Float64Array(2);
    uniform2(1, 2, 3, PURPOSE.choice, subject, option, 4, pair);
    expect({
      uniform: [0, 1, 2, 3].map((run) => uniform(1917, 0, run, PURPOSE.claim, subject, option, 0)),
      gumbel: [0, 1, 2, 3].map((run) => gumbel(1917, 0, run, PURPOSE.choice, subject, option, 0)),
      uniform2: Array.from(pair),
    }).toMatchInlineSnapshot(`
      {
        "gumbel": [
          -0.13228497907070266,
          1.3861638018624773,
          -1.4233890026550546,
          -0.29941409542099845,
        ],
        "uniform": [
          0.19197814053794693,
          0.742829686324611,
          0.9226661694107575,
          0.4473245537715952,
        ],
        "uniform2": [
          0.9342452986417576,
          0.27378138170767763,
        ],
      }
    `);
  });

  test('purposes', () => {
    expect(PURPOSE).toMatchInlineSnapshot(`
      {
        "abduction": 526490006,
        "bloc": 3548016610,
        "branch": 3676208461,
        "choice": 429896998,
        "claim": 71551142,
        "clockGap": 1202779006,
        "clockThin": 3456109092,
        "observation": 4219725903,
        "order": 1640259148,
        "presence": 2234046579,
        "resample": 3147624676,
        "tally": 897994092,
        "weight": 3746238386,
        "world": 105664825,
      }
    `);
  });
});

describe('addressing', () => {
  test('the counter is (run, mixKey(purpose, subject), option, occurrence), the key the seed', () => {
    const u = uniformAt(7, mixKey(PURPOSE.choice, subject), option, 5, 1, 2);
    expect(uniform(1, 2, 7, PURPOSE.choice, subject, option, 5)).toBe(u);
    expect(gumbel(1, 2, 7, PURPOSE.choice, subject, option, 5)).toBe(gumbelOf(u));
    const pair = new Float64Array(2);
    uniform2(1, 2, 7, PURPOSE.choice, subject, option, 5, pair);
    expect(pair[0]).toBe(u);
    expect(pair[1]).not.toBe(u);
  });

  test('purposes are distinct, and each part of the address matters', () => {
    expect(new Set(Object.values(PURPOSE)).size).toBe(Object.keys(PURPOSE).length);
    const base = [1, 2, 3, 4, 5, 6, 7] as const;
    const values = new Set([uniform(...base)]);
    for (let k = 0; k < base.length; k++) {
      const other = base.map((v, j) => (j === k ? v + 1 : v)) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      values.add(uniform(...other));
    }
    expect(values.size).toBe(8);
  });

  test('a menu at once is the same as option by option', () => {
    fc.assert(
      fc.property(
        word,
        word,
        word,
        word,
        fc.uint32Array({ maxLength: 9 }),
        fc.nat(3),
        (run, key, c3, k0, options, cut) => {
          const from = Math.min(cut, options.length);
          const out = new Float64Array(options.length).fill(-9);
          gumbelsAt(run, key, options, from, options.length, c3, k0, 77, out);
          options.forEach((o, i) => {
            expect(out[i]).toBe(i < from ? -9 : gumbelAt(run, key, o, c3, k0, 77));
          });
        },
      ),
    );
  });
});

describe('distribution', () => {
  test('a uniform is strictly inside (0, 1), its noise finite', () => {
    fc.assert(
      fc.property(word, word, word, word, word, word, (a, b, c, d, e, f) => {
        const u = uniformAt(a, b, c, d, e, f);
        expect(u > 0 && u < 1).toBe(true);
        expect(Number.isFinite(gumbelOf(u))).toBe(true);
      }),
    );
    expect(gumbelOf(2 ** -53)).toBeCloseTo(-3.60376, 4);
    expect(gumbelOf(1 - 2 ** -53)).toBeCloseTo(36.7368, 4);
  });

  test('uniforms over runs: mean, variance, serial correlation, 64 cells', () => {
    const n = 50_000;
    const cells = new Float64Array(64);
    let sum = 0;
    let squares = 0;
    let products = 0;
    let last = 0.5;
    for (let run = 0; run < n; run++) {
      const u = uniform(1, 2, run, PURPOSE.claim, subject, 0, 0);
      cells[Math.trunc(u * 64)]++;
      sum += u;
      squares += (u - 0.5) ** 2;
      products += (u - 0.5) * (last - 0.5);
      last = u;
    }
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(3 / Math.sqrt(12 * n));
    expect(Math.abs(squares / n - 1 / 12)).toBeLessThan(3 / Math.sqrt(180 * n));
    expect(Math.abs(products / n)).toBeLessThan(3 / (12 * Math.sqrt(n)));
    const chiSquare = cells.reduce((total, count) => total + (count - n / 64) ** 2 / (n / 64), 0);
    expect(chiSquare).toBeLessThan(63 + 3 * Math.sqrt(2 * 63));
  });

  test('Gumbel-max frequencies are the softmax', () => {
    const n = 20_000;
    let salt = 0;
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 2, maxLength: 6 }),
        (utility) => {
          salt++;
          const keys = Uint32Array.from(utility, (_, a) => mixKey(option, a));
          const noise = new Float64Array(utility.length);
          const counts = utility.map(() => 0);
          for (let run = 0; run < n; run++) {
            gumbelsAt(run, subject, keys, 0, keys.length, salt, 3, 4, noise);
            let best = 0;
            for (let a = 1; a < keys.length; a++)
              if (utility[a] + noise[a] > utility[best] + noise[best]) best = a;
            counts[best]++;
          }
          const total = utility.reduce((sum, v) => sum + exp(v), 0);
          utility.forEach((v, a) => {
            const p = exp(v) / total;
            expect(Math.abs(counts[a] / n - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / n));
          });
        },
      ),
      { numRuns: 12, seed: 1917 },
    );
  });
});
