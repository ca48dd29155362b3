/**
 * A voting rule that counts: `yes` wins if `up · Y − down · N >= need`, where Y and N are the votes for and against.
 * Everything the engine meets is of this form with small whole numbers.
 */
export interface VoteRule {
  /** What a vote for adds; a whole number >= 0. */
  readonly up: number;
  /** What a vote against takes away; a whole number >= 0; 0 if only votes for are counted. */
  readonly down: number;
  /** The score that yes needs; a whole number. */
  readonly need: number;
  /** Yes fails if nobody votes at all, whatever the score (two thirds of no votes is not a majority). */
  readonly emptyFails: boolean;
}

/** Votes for exceed votes against; `tiePasses` gives yes the casting vote. Abstentions do not count. */
export function majorityOfVotesCast(tiePasses = false): VoteRule {
  return { up: 1, down: 1, need: tiePasses ? 0 : 1, emptyFails: false };
}

/** More than half of all `members`, whether they vote or not. */
export function majorityOfMembers(members: number): VoteRule {
  return quota(Math.floor(members / 2) + 1);
}

/**
 * At least (or, if `strict`, more than) the share `numerator / denominator` of the votes cast, e.g. (2, 3).
 * Yes fails if nobody votes.
 */
export function shareOfVotesCast(numerator: number, denominator: number, strict = false): VoteRule {
  return { up: denominator - numerator, down: numerator, need: strict ? 1 : 0, emptyFails: true };
}

/** At least the share `numerator / denominator` of all `members`. */
export function shareOfMembers(numerator: number, denominator: number, members: number): VoteRule {
  return quota(Math.ceil((numerator * members) / denominator));
}

/** At least `votes` votes for. */
export function quota(votes: number): VoteRule {
  return { up: 1, down: 0, need: votes, emptyFails: false };
}

/** Unanimity: every one of `members` votes for. */
export function unanimity(members: number): VoteRule {
  return quota(members);
}

/** Whether yes wins with `yes` votes for and `no` against. */
export function passes(rule: VoteRule, yes: number, no: number): boolean {
  if (rule.emptyFails && yes + no === 0) return false;
  return rule.up * yes - rule.down * no >= rule.need;
}

/** Whether one more vote decides: yes wins if it is cast for, and loses if it is cast against, given the other votes. */
export function decides(rule: VoteRule, othersYes: number, othersNo: number): boolean {
  return passes(rule, othersYes + 1, othersNo) && !passes(rule, othersYes, othersNo + 1);
}
