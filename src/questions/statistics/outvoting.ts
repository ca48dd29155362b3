/** Who could have outvoted whom: what a bloc can do in a vote, and the smallest changes that would have turned it. */
import { insist } from './errors.ts';
import { type Ballots, insistBallots, margin, tally, type VoteRule } from './vote-rules.ts';

export interface BlocReach {
  /**
   * `carries`: passes even if all others are against. `fails`: even with all others it does not.
   * `depends`: on the others.
   */
  readonly verdict: 'carries' | 'depends' | 'fails';
  /** Fewest of the undecided who must join, the rest of them voting against; undefined if all together are too few. */
  readonly mustJoin: number | undefined;
}

/** Sides before a vote. Each entry is a weight: a whole number, 1 or more. */
export interface Sides {
  readonly bloc: readonly number[];
  readonly opposed: readonly number[];
  readonly undecided: readonly number[];
  readonly rule: VoteRule;
}

/** Whether a bloc that votes as one could outvote its opponents, and how many of the undecided it needs. */
export function blocReach({ bloc, opposed, undecided, rule }: Sides): BlocReach {
  const weights = [...bloc, ...opposed, ...undecided];
  insistBallots({ votes: weights.map(() => 'yes'), weights, rule });
  const heaviestFirst = [...undecided].sort((a, b) => b - a);
  const passes = (joined: number): boolean => {
    const yes = sum(bloc) + sum(heaviestFirst.slice(0, joined));
    const no = sum(opposed) + sum(heaviestFirst.slice(joined));
    return carries(rule, yes, no);
  };
  const mustJoin = Array.from({ length: undecided.length + 1 }, (_, k) => k).find(passes);
  return { verdict: mustJoin === 0 ? 'carries' : mustJoin === undefined ? 'fails' : 'depends', mustJoin };
}

/** Whether a motion passes with these votes for and against. */
export function carries(rule: VoteRule, yes: number, no: number): boolean {
  switch (rule.kind) {
    case 'quota':
      return yes >= rule.quota;
    case 'majority-of-votes':
      return yes > no;
    case 'share-of-votes':
      return yes + no > 0 && rule.up * yes - rule.down * no >= rule.need;
  }
}

/**
 * Fewest voters whose change would have turned the outcome; undefined if not even all together could. Those who can move it furthest come first.
 */
export function fewestToTurn(ballots: Ballots): number | undefined {
  insistBallots(ballots);
  const { gap, lever } = leverage(ballots);
  let left = gap;
  const strongest = [...lever].sort((a, b) => b - a);
  for (let k = 0; k < strongest.length; k++) {
    left -= strongest[k]!;
    if (left <= 0) return k + 1;
  }
  return undefined;
}

export interface Reversals {
  /** Fewest voters whose change would have turned the outcome; undefined if none of at most `largest` could. */
  readonly fewest: number | undefined;
  /** The sets of voters (indices) who could have turned it together, and none of whom is superfluous, smallest first. */
  readonly sets: readonly (readonly number[])[];
  /** Whether there are more sets than `limit`. */
  readonly cut: boolean;
}

/**
 * Every minimal set of at most `largest` voters who, changing their votes as far as they can, would have turned the
 * outcome. Sets are listed by size, then by index; the list stops at `limit`. Time grows as voters^largest.
 */
export function reversals(ballots: Ballots, largest = 3, limit = 200): Reversals {
  insistBallots(ballots);
  insist(
    Number.isInteger(largest) && largest >= 1,
    'bad-argument',
    `largest is ${largest}; it must be 1 or more`,
  );
  const { gap, lever } = leverage(ballots);
  const sets: number[][] = [];
  for (let size = 1; size <= largest && sets.length <= limit; size++)
    combine(lever, gap, size, limit + 1, [], 0, sets);
  return { fewest: sets[0]?.length, sets: sets.slice(0, limit), cut: sets.length > limit };
}

/** By how much the margin must move to turn the outcome, and how far each voter can move it. */
function leverage(ballots: Ballots): { readonly gap: number; readonly lever: readonly number[] } {
  const t = tally(ballots);
  const lever = t.alternatives.map((alternatives, i) => {
    const moves = alternatives.map((a) => (t.passed ? t.contributions[i]! - a : a - t.contributions[i]!));
    return Math.max(0, ...moves);
  });
  return { lever, gap: t.passed ? margin(t) - t.threshold + 1 : t.threshold - margin(t) };
}

/** Adds the sets of `size` that close the gap, but would not without their weakest member. */
function combine(
  lever: readonly number[],
  gap: number,
  size: number,
  limit: number,
  chosen: readonly number[],
  from: number,
  out: number[][],
): void {
  if (chosen.length === size) {
    const levers = chosen.map((i) => lever[i]!);
    const together = sum(levers);
    if (together >= gap && together - Math.min(...levers) < gap) out.push([...chosen]);
    return;
  }
  for (let i = from; i < lever.length && out.length < limit; i++) {
    if (lever[i]! > 0) combine(lever, gap, size, limit, [...chosen, i], i + 1, out);
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);
