import { insist } from './errors.ts';

export type Vote = 'yes' | 'no' | 'abstain' | 'absent';

/** What carries a motion. */
export type VoteRule =
  /** Yes votes of at least this weight, whoever else votes or not (a majority of all members). */
  | { readonly kind: 'quota'; readonly quota: number }
  /** More yes than no; who abstains counts for neither. A tie fails. */
  | { readonly kind: 'majority-of-votes' }
  /**
   * A share of the votes cast: `up` x yes - `down` x no must be `need` or more; two thirds are up 1, down 2, need 0. Whole numbers,
   * `down` 1 or more, `need` 0 or more; with 0 at least one must vote for it. Who abstains counts for neither.
   */
  | { readonly kind: 'share-of-votes'; readonly up: number; readonly down: number; readonly need: number };

/** A vote as recorded. */
export interface Ballots {
  readonly votes: readonly Vote[];
  /** One whole number per voter, 1 or more; all 1 unless told. */
  readonly weights?: readonly number[] | undefined;
  readonly rule: VoteRule;
}

/** A vote as arithmetic: it passed if the contributions add up to `threshold` or more. */
export interface Tally {
  readonly contributions: readonly number[];
  /** What else each voter could have contributed. The absent could contribute nothing else. */
  readonly alternatives: readonly (readonly number[])[];
  readonly threshold: number;
  readonly passed: boolean;
}

export function tally({ votes, weights, rule }: Ballots): Tally {
  const quota = rule.kind === 'quota';
  const { up, down } = scores(votes.length, weights, rule);
  const worth = (vote: Vote, w: number): number => (vote === 'yes' ? up * w : vote === 'no' ? -down * w : 0);
  const contributions = votes.map((vote, i) => worth(vote, weights?.[i] ?? 1));
  const threshold =
    rule.kind === 'quota' ? rule.quota : rule.kind === 'share-of-votes' ? Math.max(1, rule.need) : 1;
  const passed = contributions.reduce((sum, c) => sum + c, 0) >= threshold;
  const choices: readonly Vote[] = quota ? ['yes', 'no'] : ['yes', 'no', 'abstain'];
  const alternatives = votes.map((vote, i) => {
    if (vote === 'absent') return [];
    return choices.map((c) => worth(c, weights?.[i] ?? 1)).filter((c) => c !== contributions[i]);
  });
  return { contributions, alternatives, threshold, passed };
}

/** What a vote for adds and one against takes away. */
function scores(
  voters: number,
  weights: readonly number[] | undefined,
  rule: VoteRule,
): { readonly up: number; readonly down: number } {
  if (rule.kind !== 'share-of-votes') return { up: 1, down: rule.kind === 'quota' ? 0 : 1 };
  if (rule.need > 0) return rule;
  // A share that is just reached carries, unless nobody votes: each vote for counts a little more.
  const all = (weights ?? []).reduce((sum, w) => sum + w, 0) || voters;
  return { up: (all + 1) * rule.up + 1, down: (all + 1) * rule.down };
}

export const margin = (t: Tally): number => t.contributions.reduce((sum, c) => sum + c, 0);
export const needed = (t: Tally): number => t.threshold;

const mostWeight = 10_000;

/** Throws `bad-argument` for weights that are not whole numbers of 1 or more, `too-large` above 10,000 together. */
export function insistBallots({ votes, weights, rule }: Ballots): void {
  insist(weights === undefined || weights.length === votes.length, 'length-mismatch', 'one weight per vote');
  const whole = (weights ?? []).every((w) => Number.isInteger(w) && w >= 1);
  insist(whole, 'bad-argument', 'voting weights must be whole numbers, 1 or more; multiply fractions up');
  const total = (weights ?? votes.map(() => 1)).reduce((sum, w) => sum + w, 0);
  insist(total <= mostWeight, 'too-large', `voting weights of ${total} together; at most ${mostWeight}`);
  insist(
    rule.kind !== 'share-of-votes' || [rule.up, rule.down].every((v) => Number.isInteger(v) && v >= 1),
    'bad-argument',
    'a share of the votes needs whole numbers, 1 or more, for yes and no',
  );
  insist(rule.kind !== 'quota' || rule.quota > 0, 'bad-argument', 'a quota must be above 0');
}
