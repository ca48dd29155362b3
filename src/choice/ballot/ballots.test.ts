import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ballot } from './ballot.ts';
import { majorityOfMembers, majorityOfVotesCast, passes, shareOfVotesCast, type VoteRule } from './rule.ts';

const reason = fc.double({ min: -3, max: 3, noNaN: true });

function rules(n: number): fc.Arbitrary<VoteRule> {
  return fc.constantFrom(
    majorityOfVotesCast(),
    majorityOfVotesCast(true),
    majorityOfMembers(n),
    shareOfVotesCast(2, 3),
  );
}

/** Random ballots; `scale` 1 is interaction as strong as private reasons. */
export function ballots(scale: number, maxVoters = 15): fc.Arbitrary<Ballot> {
  return fc.integer({ min: 1, max: maxVoters }).chain((n) => {
    const list = (length: number, factor: number): fc.Arbitrary<Float64Array> =>
      fc
        .array(reason, { minLength: length, maxLength: length })
        .map((values) => Float64Array.from(values, (x) => x * factor));
    const flags = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n });
    return fc.record({
      n: fc.constant(n),
      rule: rules(n),
      mayAbstain: flags.map((bits) => Uint8Array.from(bits)),
      seats: fc.constant(null),
      weight: fc.constant(null),
      yes: list(n, 1),
      no: list(n, 1),
      stake: list(n, 0.5 * scale),
      prospect: list(n, 0.2 * scale),
      influence: list(n * n, scale / (2 * n)),
    });
  });
}
export type Choice = 'yes' | 'no' | 'abstain';

/** Whether voter j decides: yes wins if he votes for, and loses if he votes against. */
export function decides(rule: VoteRule, votes: readonly Choice[], j: number): boolean {
  const count = (choice: Choice): number => votes.filter((vote, k) => k !== j && vote === choice).length;
  return passes(rule, count('yes') + 1, count('no')) && !passes(rule, count('yes'), count('no') + 1);
}

test('who decides', () => {
  expect(decides(majorityOfVotesCast(), ['yes', 'no', 'abstain'], 2)).toBe(true);
  expect(decides(majorityOfMembers(3), ['yes', 'yes', 'no'], 2)).toBe(false);
  expect(decides(shareOfVotesCast(2, 3), ['abstain', 'abstain'], 0)).toBe(true);
});
