import type { Ballot } from './ballot.ts';
import type { VoteRule } from './rule.ts';

/**
 * A random ballot, for tests and benchmarks.
 *
 * @param draw gives uniform numbers between 0 and 1
 * @param strength 1 is interaction about as strong as private reasons, which lie between −3 and 3
 */
export function sampleBallot(draw: () => number, n: number, rule: VoteRule, strength: number): Ballot {
  const list = (length: number, size: number): Float64Array =>
    Float64Array.from({ length }, () => size * (2 * draw() - 1));
  return {
    n,
    rule,
    mayAbstain: Uint8Array.from({ length: n }, () => (draw() < 0.6 ? 1 : 0)),
    seats: null,
    weight: null,
    yes: list(n, 3),
    no: list(n, 3),
    stake: list(n, 1.5 * strength),
    prospect: list(n, 0.5 * strength),
    influence: list(n * n, (1.5 * strength) / Math.max(1, n)),
  };
}

/** A small generator for {@link sampleBallot} (Numerical Recipes' linear congruence); not for simulation. */
export function sampleDraws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
