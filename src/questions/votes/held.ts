import { motionOptions } from '../../acts/motion-options.ts';
import { motionRule } from '../../acts/assemblies.ts';
import { assemblyFor, votesOf } from '../../world/assembly.ts';
import type { Scene } from '../../world/scene.ts';
import type { CompiledRule } from '../../world/world.ts';
import { carries, fewestToTurn } from '../statistics/outvoting.ts';
import { type Count, type Responsibility, responsibilityOfOne } from '../statistics/responsibility.ts';
import type { Vote, VoteRule } from '../statistics/vote-rules.ts';

/** Voters who voted alike and are told apart no further: a person, or so many whose names are not known. */
export interface Voters {
  /** Index of the person; −1 if the names are not known. */
  readonly person: number;
  readonly vote: Vote;
  /** How many votes: above 1 for those without names, and for a person who speaks for several. */
  readonly votes: number;
}

/** One vote that was held. */
export interface HeldVote {
  /** The act that says how it ended: its id in the record, or its number in a run. */
  readonly act: string;
  readonly time: number;
  readonly body: number;
  readonly voters: readonly Voters[];
  readonly rule: VoteRule;
  /** As it was told to have ended. */
  readonly adopted: boolean;
}

/** Who decided it. */
export interface VoteJudged extends HeldVote {
  /** Does the result follow from the votes by the rule? If not (a rule as coded, a tally half known) nobody is held responsible. */
  readonly follows: boolean;
  /** By entry of `voters`: of one vote of it. */
  readonly responsibility: readonly Responsibility[];
  /** Fewest who would have had to vote otherwise; undefined if nobody could have turned it. */
  readonly fewest: number | undefined;
}

const none: Responsibility = { value: 0, changes: undefined, pivotal: false };

/** Responsibility and pivotality of one vote (Chockler & Halpern 2004). Each vote counts singly; those without names are all alike. */
export function judge(v: HeldVote): VoteJudged {
  const count = countOf(v.voters);
  const cast = count.yes + count.no + count.abstain;
  const follows = cast > 0 && cast <= mostReckoned && carries(v.rule, count.yes, count.no) === v.adopted;
  if (!follows) return { ...v, follows, responsibility: v.voters.map(() => none), fewest: undefined };
  const of = (vote: Vote): Responsibility =>
    vote === 'absent' ? none : responsibilityOfOne(count, v.rule, vote);
  const votes = v.voters.flatMap((x) => Array.from({ length: x.votes }, (): Vote => x.vote));
  return {
    ...v,
    follows,
    responsibility: v.voters.map((x) => of(x.vote)),
    fewest: fewestToTurn({ votes, rule: v.rule }),
  };
}

export function countOf(voters: readonly Voters[]): Count {
  const all = { yes: 0, no: 0, abstain: 0, absent: 0 };
  for (const v of voters) all[v.vote] += v.votes;
  return { yes: all.yes, no: all.no, abstain: all.abstain };
}

/** In assemblies of more votes nobody's own matters enough to be reckoned. */
const mostReckoned = 1000;

/** The rule by which a body decides a motion, for votes of which so many were cast in all and so many could be. */
export function ruleFor(s: Scene, body: number, option: number, present: number): VoteRule {
  const rule = motionRule(s, body, option);
  const members = votesOf(s, assemblyFor(s, body, motionOptions[option] ?? ''), false);
  return voteRule(rule, present, members);
}

/** A compiled rule as arithmetic on votes. Shares are taken to the nearest fraction with a denominator of at most 100. */
export function voteRule(rule: CompiledRule, present: number, members: number): VoteRule {
  if (rule.count > 0) return { kind: 'quota', quota: rule.count };
  if (rule.base === 0) return shareRule(rule);
  const of = rule.share * (rule.base === 1 ? present : members);
  // 0.55 × 100 is a little more than 55.
  const quota = rule.strict ? Math.floor(of + 1e-9) + 1 : Math.ceil(of - 1e-9);
  return { kind: 'quota', quota: Math.max(1, quota) };
}

function shareRule({ share, strict }: CompiledRule): VoteRule {
  for (let q = 1; q <= 100; q++) {
    const p = Math.round(share * q);
    if (Math.abs(share - p / q) > 1e-9 || p === 0 || p === q) continue;
    return { kind: 'share-of-votes', up: q - p, down: p, need: strict ? 1 : 0 };
  }
  const p = Math.min(99, Math.max(1, Math.round(100 * share)));
  return { kind: 'share-of-votes', up: 100 - p, down: p, need: strict ? 1 : 0 };
}
