import { describe, expect, it } from 'vitest';
import {
  decides,
  majorityOfMembers,
  majorityOfVotesCast,
  passes,
  quota,
  shareOfMembers,
  shareOfVotesCast,
  unanimity,
  type VoteRule,
} from './rule.ts';

/** Divisions of up to six members: for, against, and what the rule in words says of them. */
function agrees(rule: VoteRule, inWords: (yes: number, no: number) => boolean): void {
  for (let yes = 0; yes <= 6; yes++)
    for (let no = 0; yes + no <= 6; no++)
      expect([yes, no, passes(rule, yes, no)]).toEqual([yes, no, inWords(yes, no)]);
}

describe('rules say what they are called', () => {
  it('majority of the votes cast, with and without a casting vote', () => {
    agrees(majorityOfVotesCast(), (yes, no) => yes > no);
    agrees(majorityOfVotesCast(true), (yes, no) => yes >= no);
  });

  it('more than half of all members', () => {
    agrees(majorityOfMembers(6), (yes) => yes > 3);
    agrees(majorityOfMembers(5), (yes) => yes > 2.5);
  });

  it('two thirds of the votes cast, at least or more; never without votes', () => {
    agrees(shareOfVotesCast(2, 3), (yes, no) => yes + no > 0 && 3 * yes >= 2 * (yes + no));
    agrees(shareOfVotesCast(2, 3, true), (yes, no) => yes + no > 0 && 3 * yes > 2 * (yes + no));
  });

  it('two thirds of the members, so many votes, all', () => {
    agrees(shareOfMembers(2, 3, 6), (yes) => yes >= 4);
    agrees(shareOfMembers(2, 3, 5), (yes) => yes >= 4);
    agrees(quota(3), (yes) => yes >= 3);
    agrees(unanimity(6), (yes) => yes === 6);
  });
});

it('a vote decides if the result hangs on it', () => {
  const majority = majorityOfVotesCast();
  expect(decides(majority, 2, 2)).toBe(true);
  expect(decides(majority, 2, 1)).toBe(true);
  expect(decides(majority, 3, 1)).toBe(false);
  expect(decides(majority, 1, 2)).toBe(false);
  expect(decides(quota(3), 2, 5)).toBe(true);
  expect(decides(quota(3), 3, 0)).toBe(false);
  expect(decides(shareOfVotesCast(2, 3), 0, 0)).toBe(true);
});
