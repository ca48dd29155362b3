import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { powerOf } from './power.ts';

const swings = (w: readonly number[], q: number): readonly number[] =>
  powerOf(w, q).map((p) => Number(p.swings));
const close = (found: readonly number[], want: readonly number[]): void =>
  found.forEach((v, k) => expect(v).toBeCloseTo(want[k]!, 12));

describe('power indices', () => {
  it('give the published values of the EEC of 1958', () => {
    const eec = powerOf([4, 4, 4, 2, 2, 1], 12);
    expect(eec.map((p) => p.swings)).toEqual([10n, 10n, 10n, 6n, 6n, 0n]);
    close(
      eec.map((p) => p.banzhaf),
      [5 / 21, 5 / 21, 5 / 21, 1 / 7, 1 / 7, 0],
    );
    close(
      eec.map((p) => p.shapley),
      [7 / 30, 7 / 30, 7 / 30, 3 / 20, 3 / 20, 0],
    );
  });
  it('give those of the UN Security Council', () => {
    const council = powerOf([...new Array<number>(5).fill(7), ...new Array<number>(10).fill(1)], 39);
    expect(council[0]?.swings).toBe(848n);
    expect(council[14]?.swings).toBe(84n);
    close([council[0]!.shapley, council[14]!.shapley], [421 / 2145, 4 / 2145]);
    close([council[0]!.banzhaf, council[14]!.banzhaf], [106 / 635, 21 / 1270]);
    close([council[0]!.absolute, council[14]!.absolute], [53 / 1024, 21 / 4096]);
  });
  it('give those of small textbook bodies', () => {
    close(
      powerOf([50, 49, 1], 51).map((p) => p.shapley),
      [2 / 3, 1 / 6, 1 / 6],
    );
    close(
      powerOf([50, 49, 1], 51).map((p) => p.banzhaf),
      [3 / 5, 1 / 5, 1 / 5],
    );
    close(
      powerOf([4, 3, 2, 1], 6).map((p) => p.shapley),
      [5 / 12, 1 / 4, 1 / 4, 1 / 12],
    );
    close(
      powerOf([31, 31, 28, 21, 2, 2], 58).map((p) => p.banzhaf),
      [1 / 3, 1 / 3, 1 / 3, 0, 0, 0],
    );
  });
  it('agree with counting every coalition', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 30 }),
        (weights, quota) => {
          const counted = weights.map(() => 0);
          for (let mask = 0; mask < 1 << weights.length; mask++) {
            const sum = weights.reduce((s, w, k) => s + (mask & (1 << k) ? w : 0), 0);
            weights.forEach((w, k) => {
              if (mask & (1 << k) && sum >= quota && sum - w < quota) counted[k]!++;
            });
          }
          expect(swings(weights, quota)).toEqual(counted);
        },
      ),
    );
  });
  it('are exact beyond what numbers hold', () => {
    const large = powerOf(new Array<number>(71).fill(1), 36);
    expect(large.reduce((sum, p) => sum + p.shapley, 0)).toBeCloseTo(1, 9);
    expect(large[0]?.swings).toBe(112186277816662845432n);
  });
  it('refuse a vote that nobody must win, and parts of votes', () => {
    expect(() => powerOf([1, 1], 0)).toThrow(RangeError);
    expect(() => powerOf([0.5, 1], 1)).toThrow(RangeError);
  });
});
