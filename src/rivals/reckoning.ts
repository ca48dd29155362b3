import type { Actor } from './actor.ts';
import { type Challenge, challenge } from './challenge.ts';
import { compromise, plainMean } from './compromise.ts';
import { type Exchange, exchange } from './exchange.ts';
import { type Median, medianVoter } from './median.ts';
import { nashBargain } from './nash.ts';

/** The models, the baselines first. */
export const rivals = ['unchanged', 'mean', 'median', 'compromise', 'nash', 'challenge', 'exchange'] as const;
export type Rival = (typeof rivals)[number];

/** What is known of one issue on a day. */
export interface Dispute {
  readonly issue: string;
  /** The members of the deciding body whose position is known. */
  readonly actors: readonly Actor[];
  /** The line in force, 0–100; NaN none. */
  readonly line: number;
}

/** What all models say of one issue, with their arithmetic. */
export interface Reckoning {
  readonly issue: string;
  readonly actors: readonly Actor[];
  /** Outcome on the scale by model, 0–100; NaN where a model has nothing to go by. */
  readonly values: Readonly<Record<Rival, number>>;
  readonly median: Median;
  readonly challenge: Challenge;
  /** Trades in which the issue takes part. */
  readonly trades: readonly Exchange[];
}

/** Every model on every issue of a day. Issues that one body decides are open to exchange with one another. */
export function reckon(disputes: readonly Dispute[]): readonly Reckoning[] {
  const swapped = exchange(disputes.filter((d) => d.actors.length > 1));
  const after = new Map(
    disputes.filter((d) => d.actors.length > 1).map((d, k) => [d.issue, swapped.values[k] ?? Number.NaN]),
  );
  return disputes.map(({ issue, actors, line }) => {
    const median = medianVoter(actors);
    const fought = challenge(actors);
    return {
      issue,
      actors,
      values: {
        unchanged: line,
        mean: plainMean(actors),
        median: median.value,
        compromise: compromise(actors),
        nash: nashBargain(actors),
        challenge: fought.value,
        exchange: after.get(issue) ?? Number.NaN,
      },
      median,
      challenge: fought,
      trades: swapped.trades.filter((t) => t.given === issue || t.taken === issue),
    };
  });
}

/** Mean distance between what a model said and the lines adopted, over the issues that have both; and how many. */
export function distanceOf(
  said: readonly number[],
  adopted: readonly number[],
): { readonly distance: number; readonly issues: number } {
  const apart = said.flatMap((v, k) => {
    const d = Math.abs(v - (adopted[k] ?? Number.NaN));
    return Number.isNaN(d) ? [] : [d];
  });
  return { distance: apart.reduce((sum, d) => sum + d, 0) / apart.length, issues: apart.length };
}
