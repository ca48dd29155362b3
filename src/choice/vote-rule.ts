import type { CompiledRule } from '../world/world.ts';
import {
  majorityOfMembers,
  majorityOfVotesCast,
  quota,
  shareOfVotesCast,
  type VoteRule,
} from './ballot/rule.ts';

/** The counting form of a rule, for so many votes present and so many members. */
export function voteRule(rule: CompiledRule, present: number, members: number): VoteRule {
  if (rule.count > 0) return quota(rule.count);
  if (rule.base === 0) {
    // Where a tie passes, no votes at all are still no majority, as in the count.
    if (rule.share === 0.5)
      return rule.strict ? majorityOfVotesCast() : { ...majorityOfVotesCast(true), emptyFails: true };
    const [top, bottom] = fraction(rule.share);
    return shareOfVotesCast(top, bottom, rule.strict);
  }
  const of = rule.base === 1 ? present : members;
  if (rule.share === 0.5 && rule.strict) return majorityOfMembers(of);
  return quota(rule.strict ? Math.floor(rule.share * of + 1e-9) + 1 : Math.ceil(rule.share * of - 1e-9));
}

/** A share as a fraction with the smallest denominator; to the nearest hundredth if it is written more finely. */
function fraction(share: number): readonly [number, number] {
  for (let d = 1; d <= 100; d++) {
    const top = Math.round(share * d);
    if (Math.abs(top / d - share) < 1e-9) return [top, d];
  }
  return [Math.round(share * 100), 100];
}
