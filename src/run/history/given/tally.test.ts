import { describe, expect, it } from 'vitest';
import { uniformAt } from '../../../chance/draws.ts';
import { ConditionedLuck } from './luck.ts';
import { drawNames } from './tally.ts';
import { conditionVote, newRoll, type Roll, voteOf } from './votes.ts';

/** Five persons and a bloc in two groups of three votes each. */
function rollOf(fixed: readonly number[] = []): Roll {
  const r = newRoll();
  r.n = 7;
  for (let k = 0; k < 7; k++) {
    const a = 2 * uniformAt(k, 1, 2, 3, 4, 5) - 1;
    const b = 2 * uniformAt(k, 2, 2, 3, 4, 5) - 1;
    const sum = Math.exp(a) + Math.exp(b) + 1;
    r.person[k] = Math.min(k, 5);
    r.key[k] = 100 + k;
    r.weight[k] = k < 5 ? 1 : 3;
    r.fixed[k] = fixed[k] ?? -1;
    r.utility[2 * k] = a;
    r.utility[2 * k + 1] = b;
    r.p[k] = Math.exp(a) / sum;
    r.q[k] = Math.exp(b) / sum;
  }
  return r;
}

/** Every way to vote with its probability, by brute force. */
function ways(r: Roll): readonly { readonly votes: readonly number[]; readonly p: number }[] {
  let all: { votes: number[]; p: number }[] = [{ votes: [], p: 1 }];
  for (let k = 0; k < r.n; k++) {
    const three = [r.p[k]!, r.q[k]!, 1 - r.p[k]! - r.q[k]!];
    all = all.flatMap(({ votes, p }) =>
      [0, 1, 2]
        .filter((v) => r.fixed[k]! < 0 || r.fixed[k] === v)
        .map((v) => ({ votes: [...votes, v], p: p * (r.fixed[k]! < 0 ? three[v]! : 1) })),
    );
  }
  return all;
}

const count = (r: Roll, votes: readonly number[], v: number): number =>
  votes.reduce((s, x, k) => s + (x === v ? r.weight[k]! : 0), 0);

describe.each([
  ['a tally', [], (y: number, n: number) => y === 4 && n === 3],
  ['a tally with two names known', [0, -1, 1], (y: number, n: number) => y === 4 && n === 3],
  ['only the outcome', [], (y: number, n: number) => y > n],
] as const)('names drawn given %s', (_name, fixed, agrees) => {
  const r = rollOf(fixed);
  const fitting = ways(r).filter(({ votes }) => agrees(count(r, votes, 0), count(r, votes, 1)));
  const total = fitting.reduce((s, w) => s + w.p, 0);

  it('come with the probability of the count', () => {
    expect(drawNames({ seedLow: 1, seedHigh: 0, run: 0 }, r, agrees)).toBeCloseTo(total, 12);
  });

  it('agree with it, and each votes as often as the law of the count says', () => {
    const yes = new Float64Array(r.n);
    const draws = 6000;
    for (let run = 0; run < draws; run++) {
      drawNames({ seedLow: 1, seedHigh: 0, run }, r, agrees);
      const votes = [...r.vote.subarray(0, r.n)];
      expect(agrees(count(r, votes, 0), count(r, votes, 1))).toBe(true);
      votes.forEach((v, k) => {
        if (v === 0) yes[k] = yes[k]! + 1 / draws;
      });
    }
    for (let k = 0; k < r.n; k++) {
      const wanted = fitting.filter((w) => w.votes[k] === 0).reduce((s, w) => s + w.p, 0) / total;
      expect(Math.abs(yes[k]! - wanted)).toBeLessThan(0.025);
    }
  });

  it('and each voter’s noise gives his vote', () => {
    const luck = new ConditionedLuck();
    for (let run = 0; run < 200; run++) {
      const l = { seedLow: 1, seedHigh: 0, run };
      drawNames(l, r, agrees);
      luck.clear();
      for (let k = 0; k < r.n; k++) conditionVote(l, luck, r, k);
      for (let k = 0; k < r.n; k++) expect(voteOf(l, luck, r, k)).toBe(r.vote[k]);
    }
  });
});

it('a count that cannot come about has probability 0', () => {
  expect(drawNames({ seedLow: 1, seedHigh: 0, run: 0 }, rollOf(), (y) => y > 99)).toBe(0);
});
