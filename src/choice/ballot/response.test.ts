import { describe, expect, it } from 'vitest';
import { respond, respondFreely, responseRates } from './response.ts';

const shares = (yes: number, no: number, free: boolean): number[] => {
  const out = [new Float64Array(3), new Float64Array(3), new Float64Array(3)] as const;
  respond(yes, no, free, 1, ...out);
  return out.map((o) => o[1]);
};
const close = (got: readonly number[], want: readonly number[]): void =>
  want.forEach((v, k) => {
    expect(got[k]).toBeCloseTo(v, 12);
  });
const ln = Math.log;

describe('shares of for, against and abstaining', () => {
  it('go as e to the utilities, whichever of the three is largest', () => {
    close(shares(ln(2), 0, true), [2 / 4, 1 / 4, 1 / 4]);
    close(shares(0, ln(2), true), [1 / 4, 2 / 4, 1 / 4]);
    close(shares(-ln(2), -ln(4), true), [2 / 7, 1 / 7, 4 / 7]);
    close(shares(-ln(4), ln(2), true), [1 / 13, 8 / 13, 4 / 13]);
    close(shares(ln(2), ln(2), true), [2 / 5, 2 / 5, 1 / 5]);
    close(shares(-ln(2), 0, true), [1 / 5, 2 / 5, 2 / 5]);
  });

  it('of two, if nobody may abstain', () => {
    close(shares(ln(3), 0, false), [3 / 4, 1 / 4, 0]);
    close(shares(0, ln(3), false), [1 / 4, 3 / 4, 0]);
    close(shares(5, 5, false), [1 / 2, 1 / 2, 0]);
  });

  it('do not overflow', () => {
    close(shares(900, 0, true), [1, 0, 0]);
    close(shares(-900, 900, true), [0, 1, 0]);
    close(shares(-900, -900, true), [0, 0, 1]);
    close(shares(-900, 900, false), [0, 1, 0]);
    close(shares(900, -900, false), [1, 0, 0]);
  });

  it('add up to one, and turn round with the utilities', () => {
    for (const a of [-2, -0.3, 0, 0.7, 3])
      for (const b of [-1, 0, 0.7, 2]) {
        const p = shares(a, b, true);
        expect(p[0] + p[1] + p[2]).toBeCloseTo(1, 14);
        close(shares(b, a, true), [p[1], p[0], p[2]]);
        close(shares(a, b, false), [p[0] / (p[0] + p[1]), p[1] / (p[0] + p[1]), 0]);
      }
  });
});

it('rates are difference quotients', () => {
  const h = 1e-5;
  const at = (g: number): Float64Array[] => {
    const out = [new Float64Array(2), new Float64Array(2), new Float64Array(2)] as const;
    respondFreely(0.4 + g, -0.2 - g, 0, ...out);
    respond(0.4 + g, -0.2 - g, false, 1, ...out);
    return [...out];
  };
  const [yes, no, abstain] = at(0);
  const rateYes = new Float64Array(3).fill(9);
  const rateAbstain = new Float64Array(3).fill(9);
  responseRates(2, yes, no, abstain, rateYes, rateAbstain);
  const [up, down] = [at(h), at(-h)];
  for (const j of [0, 1]) {
    expect(rateYes[j]).toBeCloseTo((up[0][j] - down[0][j]) / (2 * h), 8);
    expect(rateAbstain[j]).toBeCloseTo((up[2][j] - down[2][j]) / (2 * h), 8);
  }
  expect([rateYes[2], rateAbstain[2]]).toEqual([9, 9]);
});
