/**
 * Who decided a vote. Responsibility is 1 / (1 + k), k the fewest other voters who would have had to vote otherwise,
 * the outcome staying what it was, for this voter's own vote to decide it; 0 if no such change exists, as for those
 * who voted against the outcome (Chockler & Halpern, J. Artif. Intell. Res. 22 (2004) 93-115). Who is pivotal as things
 * stood (k = 0) has responsibility 1; to abstain is a choice too, and can decide. In a vote of 11 to 0 each has 1/6,
 * in one of 6 to 5 each of the six has 1.
 */
import { carries } from './outvoting.ts';
import {
  type Ballots,
  insistBallots,
  margin,
  needed,
  type Tally,
  tally,
  type Vote,
  type VoteRule,
} from './vote-rules.ts';

export interface Responsibility {
  /** 0, or 1 / (1 + changes). */
  readonly value: number;
  /** Fewest changes by others that make this vote decide; undefined if none do. */
  readonly changes: number | undefined;
  /** Whether this vote alone, changed, would have turned the outcome. */
  readonly pivotal: boolean;
}

/**
 * The responsibility of each voter for the outcome. Whoever voted may be imagined voting yes or no, or abstaining if the
 * rule counts that apart. Weights are whole numbers, so the fewest changes are found exactly, by dynamic programming
 * over the sums that others can reach: time voters^2 x total weight. Throws `bad-argument`, `too-large`.
 */
export function responsibilities(ballots: Ballots): readonly Responsibility[] {
  insistBallots(ballots);
  const t = tally(ballots);
  return ballots.votes.map((_, voter) => responsibility(t, voter));
}

function responsibility(t: Tally, voter: number): Responsibility {
  const none = { value: 0, changes: undefined, pivotal: false };
  const own = t.contributions[voter]!;
  const turns = t.alternatives[voter]!.map((a) => a - own).filter((d) => (t.passed ? d < 0 : d > 0));
  if (turns.length === 0) return none;
  const furthest = t.passed ? Math.min(...turns) : Math.max(...turns);
  const reach = fewestChanges(t, voter);
  let fewest = Number.POSITIVE_INFINITY;
  reach.forEach((changes, moved) => {
    const stays = margin(t) + moved >= needed(t) === t.passed;
    const turned = margin(t) + moved + furthest >= needed(t) !== t.passed;
    if (stays && turned && changes < fewest) fewest = changes;
  });
  if (fewest === Number.POSITIVE_INFINITY) return none;
  return { value: 1 / (1 + fewest), changes: fewest, pivotal: fewest === 0 };
}

/** For every change of the margin that the others together can make: by how few of them. */
function fewestChanges(t: Tally, except: number): ReadonlyMap<number, number> {
  let reach = new Map([[0, 0]]);
  t.alternatives.forEach((alternatives, other) => {
    if (other === except) return;
    const next = new Map(reach);
    for (const [moved, changes] of reach) {
      for (const a of alternatives) {
        const to = moved + a - t.contributions[other]!;
        if (changes + 1 < (next.get(to) ?? Number.POSITIVE_INFINITY)) next.set(to, changes + 1);
      }
    }
    reach = next;
  });
  return reach;
}

/** So many voted for, against, neither way; each has one vote. */
export interface Count {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/**
 * The responsibility of any one of those who cast this vote, where all have one vote: the same as by `responsibilities`, but in a time that grows
 * with the square of the voters, so that an assembly is no trouble. Changes of others are counted by how many then vote which way.
 */
export function responsibilityOfOne(
  count: Count,
  rule: VoteRule,
  own: Exclude<Vote, 'absent'>,
): Responsibility {
  const others = { ...count, [own]: count[own] - 1 };
  const n = others.yes + others.no + others.abstain;
  const outcome = carries(rule, count.yes, count.no);
  const decides = (yes: number, no: number): boolean =>
    passesWith(rule, yes, no, own) === outcome &&
    choices.some((other) => other !== own && passesWith(rule, yes, no, other) !== outcome);
  let fewest = Number.POSITIVE_INFINITY;
  for (let yes = 0; yes <= n; yes++) {
    for (let no = 0; yes + no <= n; no++) {
      const moved =
        Math.abs(yes - others.yes) + Math.abs(no - others.no) + Math.abs(n - yes - no - others.abstain);
      if (moved / 2 < fewest && decides(yes, no)) fewest = moved / 2;
    }
  }
  if (fewest === Number.POSITIVE_INFINITY) return { value: 0, changes: undefined, pivotal: false };
  return { value: 1 / (1 + fewest), changes: fewest, pivotal: fewest === 0 };
}

const choices = ['yes', 'no', 'abstain'] as const;

const passesWith = (rule: VoteRule, yes: number, no: number, own: Exclude<Vote, 'absent'>): boolean =>
  carries(rule, yes + (own === 'yes' ? 1 : 0), no + (own === 'no' ? 1 : 0));
