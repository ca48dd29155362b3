import type { Actor } from './actor.ts';

/** The median voter, or the two between whom the middle lies. */
export interface Median {
  /** Middle of `low` and `high`; NaN without votes. */
  readonly value: number;
  /** No point below `low` and none above `high` can win half the votes against it. */
  readonly low: number;
  readonly high: number;
}

/**
 * Under majority rule with single-peaked preferences on one dimension no proposal beats the position of the weighted median voter
 * (Black, J. Polit. Econ. 56 (1948) 23–34). With an even count any point between the two middle ones does as well: both are told.
 * Nothing like it holds on several dimensions at once (Plott, Amer. Econ. Rev. 57 (1967) 787–806).
 */
export function medianVoter(actors: readonly Actor[], weight: (a: Actor) => number = (a) => a.votes): Median {
  const sorted = actors.filter((a) => weight(a) > 0).sort((a, b) => a.position - b.position);
  const half = sorted.reduce((sum, a) => sum + weight(a), 0) / 2;
  const low = reach(sorted, half, weight);
  const high = reach([...sorted].reverse(), half, weight);
  return { value: (low + high) / 2, low, high };
}

/** First position at which the votes counted from one side reach half. */
function reach(ordered: readonly Actor[], half: number, weight: (a: Actor) => number): number {
  let sum = 0;
  for (const a of ordered) {
    sum += weight(a);
    if (sum >= half * (1 - 1e-12)) return a.position;
  }
  return Number.NaN;
}

/**
 * The position that beats every other when each actor casts c·s·(distance to the one − distance to the other) votes: the median
 * with the weights c·s of the challenge model.
 */
export const influenceMedian = (actors: readonly Actor[]): Median =>
  medianVoter(actors, (a) => a.capability * a.salience);
