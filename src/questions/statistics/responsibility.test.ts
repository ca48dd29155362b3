import { describe, expect, it } from 'vitest';
import { keyedUniforms } from './draws.ts';
import { blocReach, reversals } from './outvoting.ts';
import { responsibilities, responsibilityOfOne } from './responsibility.ts';
import { type Ballots, tally, type Vote, type VoteRule } from './vote-rules.ts';

const many = (vote: Vote, n: number): Vote[] => Array.from({ length: n }, () => vote);
const majority: VoteRule = { kind: 'majority-of-votes' };
const twoThirds: VoteRule = { kind: 'share-of-votes', up: 1, down: 2, need: 0 };
const quota = (q: number): VoteRule => ({ kind: 'quota', quota: q });
const values = (ballots: Ballots) => responsibilities(ballots).map((r) => r.value);

describe('responsibility (Chockler & Halpern)', () => {
  it.each([
    ['quota', quota(6)],
    ['majority of votes', majority],
  ] as const)('of a vote of 11 to 0 and of 6 to 5, by %s', (_name, rule) => {
    const unanimous = values({ votes: many('yes', 11), rule });
    expect(new Set(unanimous)).toEqual(new Set([1 / 6]));
    const close = values({ votes: [...many('yes', 6), ...many('no', 5)], rule });
    expect(close).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
  });

  it('falls to those who voted against when the motion failed', () => {
    const result = responsibilities({ votes: [...many('yes', 4), ...many('no', 7)], rule: quota(6) });
    expect(result[0]).toEqual({ value: 0, changes: undefined, pivotal: false });
    expect(result[10]).toEqual({ value: 1 / 2, changes: 1, pivotal: false });
  });

  it('counts weights: of 50, 49 and 1 with a quota of 51, all in favour', () => {
    expect(values({ votes: many('yes', 3), weights: [50, 49, 1], rule: quota(51) })).toEqual([
      1,
      1 / 2,
      1 / 2,
    ]);
  });

  it('of one who can never matter is 0: the sixth member of the Six', () => {
    const result = values({ votes: many('yes', 6), weights: [4, 4, 4, 2, 2, 1], rule: quota(12) });
    expect(result[5]).toBe(0);
    expect(result.slice(0, 5).every((v) => v > 0)).toBe(true);
  });

  it('may need changes both ways: removing 5 and adding 2 where 3 must go', () => {
    const ballots: Ballots = { votes: ['yes', 'yes', 'no'], weights: [1, 5, 2], rule: quota(3) };
    expect(responsibilities(ballots)[0]).toEqual({ value: 1 / 3, changes: 2, pivotal: false });
  });

  it('counts an abstention that decided: on a quota, and at a tie', () => {
    const votes: Vote[] = ['yes', 'yes', 'no', 'no', 'abstain', 'absent'];
    expect(values({ votes, rule: quota(3) })).toEqual([0, 0, 1, 1, 1, 0]);
    expect(values({ votes, rule: majority })).toEqual([0, 0, 1, 1, 1, 0]);
  });

  it('agrees with trying all changes, for small random votes', () => {
    const u = keyedUniforms({ seedLow: 1, seedHigh: 0 }, 'votes');
    for (let trial = 0; trial < 60; trial++) {
      const n = 2 + Math.floor(u(trial, 0, 0) * 4);
      const votes = Array.from(
        { length: n },
        (_, i): Vote => (['yes', 'no', 'abstain'] as const)[Math.floor(3 * u(trial, i, 1))]!,
      );
      const weights = Array.from({ length: n }, (_, i) => 1 + Math.floor(u(trial, i, 2) * 4));
      const rule: VoteRule =
        trial % 3 === 0
          ? twoThirds
          : trial % 3 === 1
            ? majority
            : quota(1 + Math.floor(u(trial, 0, 3) * weights.reduce((a, b) => a + b)));
      expect(values({ votes, weights, rule })).toEqual(
        votes.map((_, i) => byHand({ votes, weights, rule }, i)),
      );
    }
  });

  it('is the same reckoned by counts, where all have one vote', () => {
    const u = keyedUniforms({ seedLow: 2, seedHigh: 0 }, 'votes');
    for (let trial = 0; trial < 80; trial++) {
      const [yes, no, abstain] = [0, 1, 2].map((k) => Math.floor(u(trial, k, 0) * 5)) as [
        number,
        number,
        number,
      ];
      const rule = [majority, twoThirds, quota(1 + Math.floor(6 * u(trial, 3, 0)))][trial % 3]!;
      const votes = [...many('yes', yes), ...many('no', no), ...many('abstain', abstain)];
      const all = responsibilities({ votes, rule });
      votes.forEach((vote, k) => {
        if (vote === 'absent') return;
        expect(responsibilityOfOne({ yes, no, abstain }, rule, vote)).toEqual(all[k]);
      });
    }
  });

  it('refuses fractions and quotas of nothing', () => {
    expect(() => values({ votes: ['yes'], weights: [0.5], rule: majority })).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
    expect(() => values({ votes: ['yes'], rule: quota(0) })).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
  });
});

/** Responsibility by trying every ballot of the others. */
function byHand(ballots: Ballots, voter: number): number {
  const choices: readonly Vote[] = ballots.rule.kind === 'quota' ? ['yes', 'no'] : ['yes', 'no', 'abstain'];
  const actual = tally(ballots);
  let fewest = Number.POSITIVE_INFINITY;
  for (let code = 0; code < choices.length ** ballots.votes.length; code++) {
    const votes = ballots.votes.map(
      (_, i) => choices[Math.floor(code / choices.length ** i) % choices.length]!,
    );
    const imagined = tally({ ...ballots, votes });
    const changed = imagined.contributions.map((c, i) => c !== actual.contributions[i]);
    if (changed[voter] || imagined.passed !== actual.passed) continue;
    const turned = choices.some(
      (c) => tally({ ...ballots, votes: votes.with(voter, c) }).passed !== actual.passed,
    );
    if (turned) fewest = Math.min(fewest, changed.filter(Boolean).length);
  }
  return 1 / (1 + fewest);
}

describe('who could have outvoted whom', () => {
  it('says whether a bloc carries, fails, or how many it needs', () => {
    const sides = { bloc: [1, 1, 1], opposed: [1, 1], undecided: [1, 1, 1, 1] };
    expect(blocReach({ ...sides, rule: quota(5) })).toEqual({ verdict: 'depends', mustJoin: 2 });
    expect(blocReach({ ...sides, rule: majority })).toEqual({ verdict: 'depends', mustJoin: 2 });
    expect(blocReach({ ...sides, rule: quota(3) })).toEqual({ verdict: 'carries', mustJoin: 0 });
    expect(blocReach({ ...sides, rule: quota(8) })).toEqual({ verdict: 'fails', mustJoin: undefined });
    expect(blocReach({ bloc: [2], opposed: [3], undecided: [1, 5], rule: majority })).toEqual({
      verdict: 'depends',
      mustJoin: 1,
    });
  });

  it('lists the smallest groups whose change would have turned a vote of 7 to 5', () => {
    const result = reversals({ votes: [...many('yes', 7), ...many('no', 5)], rule: quota(7) });
    expect(result.fewest).toBe(1);
    expect(result.sets).toEqual([[0], [1], [2], [3], [4], [5], [6]]);
  });

  it('has no superfluous member: 3 must move, by one of 3 or by 2 and 1', () => {
    const result = reversals({ votes: many('yes', 4), weights: [3, 2, 1, 1], rule: quota(5) });
    expect(result.sets).toEqual([[0], [1, 2], [1, 3]]);
  });

  it('knows when nobody within reach could, and stops at the limit', () => {
    expect(reversals({ votes: many('yes', 11), rule: quota(6) })).toEqual({
      fewest: undefined,
      sets: [],
      cut: false,
    });
    const all = reversals({ votes: many('yes', 11), rule: quota(6) }, 6, 100);
    expect([all.fewest, all.sets.length, all.cut]).toEqual([6, 100, true]);
  });
});
