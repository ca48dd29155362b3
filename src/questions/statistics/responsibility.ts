/**
 * Who decided a vote. Responsibility is 1 / (1 + k), k the fewest other voters who would have had to vote otherwise,
 * the outcome staying what it was, for this voter's own vote to decide it; 0 if no such change exists, as for those
 * who voted against the outcome (Chockler & Halpern, J. Artif. Intell. Res. 22 (2004) 93-115). Who is pivotal as things
 * stood (k = 0) has responsibility 1; to abstain is a choice too, and can decide. In a vote of 11 to 0 each has 1/6,
 * in one of 6 to 5 each of the six has 1.
 */
import { type Ballots, insistBallots, margin, needed, type Tally, tally } from './vote-rules.ts';

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
