import type { VoteRule } from './rule.ts';

/** Who votes, as flat arrays with one entry for each voter (or bloc). */
export interface Electorate {
  /** Number of voters and blocs. */
  readonly n: number;
  readonly rule: VoteRule;
  /** 1 if the voter may abstain, 0 if not; null if nobody may. */
  readonly mayAbstain: Uint8Array | null;
  /** Members of a bloc who choose alike but independently; null if every entry is one person. */
  readonly seats: Uint16Array | null;
  /** Votes cast as one by each seat, whole numbers; null if every vote counts once. */
  readonly weight: Uint16Array | null;
}

/**
 * What every voter can expect of a ballot when all choose independently: the law of the count, seen from each seat.
 * One object serves a worker for all its ballots; `prepare` fixes the electorate, `run` the probabilities.
 */
export interface VoteCount {
  /** Probability that yes wins, 0 to 1; set by `run`. */
  readonly win: number;
  /** Whether probabilities are normal approximations. */
  readonly approximate: boolean;
  prepare(electorate: Electorate): void;
  /**
   * @param yes probabilities to vote for, length >= n
   * @param no probabilities to vote against, length >= n
   * @param abstain the rest; `yes + no + abstain = 1`
   * @param pivots receives, for each voter, P(yes wins | he votes for) − P(yes wins | he votes against)
   */
  run(yes: Float64Array, no: Float64Array, abstain: Float64Array, pivots: Float64Array): void;
  /**
   * As `run`, for one voter only: sets `win` and returns the pivot of voter i. `slopes` may not follow.
   */
  runFor(i: number, yes: Float64Array, no: Float64Array, abstain: Float64Array): number;
  /**
   * Derivatives after `run`, when the probabilities of voter k move with a variable g_k at the rates given.
   *
   * @param rateYes d yes_k / d g_k
   * @param rateAbstain d abstain_k / d g_k
   * @param pivotRates receives d pivot_j / d g_k at `j * stride + k`
   * @param winRates receives d win / d g_k
   */
  slopes(
    rateYes: Float64Array,
    rateAbstain: Float64Array,
    pivotRates: Float64Array,
    stride: number,
    winRates: Float64Array,
  ): void;
}

/** Number of seats in entry j of the electorate. */
export function seatsOf(electorate: Electorate, j: number): number {
  return electorate.seats === null ? 1 : electorate.seats[j];
}

/** Votes cast as one by each seat of entry j. */
export function weightOf(electorate: Electorate, j: number): number {
  return electorate.weight === null ? 1 : electorate.weight[j];
}

/** Whether only votes for need counting: nobody can abstain, or abstaining counts like voting against. */
export function isBinary(electorate: Electorate): boolean {
  const { n, rule, mayAbstain } = electorate;
  if (rule.down === 0 || mayAbstain === null) return true;
  for (let j = 0; j < n; j++) if (mayAbstain[j] !== 0) return false;
  return true;
}

/** Sum over all seats of their weight. */
export function totalVotes(electorate: Electorate): number {
  let total = 0;
  for (let j = 0; j < electorate.n; j++) total += seatsOf(electorate, j) * weightOf(electorate, j);
  return total;
}

/**
 * Score that yes needs when every seat adds 0 for a vote against, `down · weight` for abstaining and
 * `(up + down) · weight` for a vote for; if the count is binary, 0 or `weight`.
 */
export function shiftedNeed(electorate: Electorate, binary: boolean): number {
  const { up, down, need } = electorate.rule;
  const shifted = need + down * totalVotes(electorate);
  return binary ? Math.ceil(shifted / (up + down)) : shifted;
}
