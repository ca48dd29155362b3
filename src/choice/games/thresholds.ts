import { log, normalCdf } from '../../chance/exact.ts';

const ROOT_TWO_PI = 2.5066282746310002;

/**
 * What a member compares his threshold with. The defaults are Granovetter's and Kuran's: he joins when *others* already
 * active number at least his threshold; having joined he stays.
 */
export interface CascadeRule {
  /** Whether he counts himself, as if he had joined already. */
  readonly countsSelf?: boolean;
  /** Whether the number must exceed the threshold rather than reach it. */
  readonly strict?: boolean;
}

/**
 * Finite threshold cascade (Granovetter, Am. J. Sociol. 83 (1978) 1420–1443): everybody whose threshold is met joins, and
 * so on until nobody does. The result is the smallest stable number from 0.
 *
 * @param thresholds in members (not shares), one for each member
 * @returns numbers active after each round, the first 0, the last where it rests
 */
export function cascade(thresholds: readonly number[], rule: CascadeRule = {}): number[] {
  const active = thresholds.map(() => false);
  const counts = [0];
  for (;;) {
    const seen = counts[counts.length - 1];
    thresholds.forEach((threshold, i) => {
      const visible = rule.countsSelf === true && !active[i] ? seen + 1 : seen;
      if (rule.strict === true ? visible > threshold : visible >= threshold) active[i] = true;
    });
    const now = active.filter(Boolean).length;
    if (now === seen) return counts;
    counts.push(now);
  }
}

/**
 * Kuran's form (Public Choice 61 (1989) 41–74; World Politics 44 (1991) 7–48): thresholds as percentages of the
 * population. Returns the percentage at rest.
 */
export function cascadePercent(thresholds: readonly number[], rule: CascadeRule = {}): number {
  const n = thresholds.length;
  // The small slack undoes rounding of percentages into members.
  const members = thresholds.map((t) => (t * n) / 100 - 1e-9);
  const path = cascade(members, rule);
  return (100 * path[path.length - 1]) / n;
}

/**
 * Cascade in a large population: iterates r ← F(r) from `start` to the first fixed point above it.
 *
 * @param cdf share of members with threshold <= r, for r in shares; the mass at or below 0 are the instigators
 * @throws RangeError if it has not come to rest after a million rounds
 */
export function cascadeShare(cdf: (r: number) => number, start = 0): number {
  let r = start;
  for (let round = 0; round < 1_000_000; round++) {
    const next = cdf(r);
    if (Math.abs(next - r) <= 1e-15) return next;
    r = next;
  }
  throw new RangeError(`the cascade is still moving at ${r}; the threshold law is too close to a tangency`);
}

/** Share of normal thresholds (mean and spread as shares) that are at most r. */
export function normalThresholds(mean: number, spread: number): (r: number) => number {
  return (r) => normalCdf((r - mean) / spread);
}

/**
 * Spread of normal thresholds at which the cascade jumps: the cdf touches the diagonal from above, F(r) = r, F′(r) = 1.
 *
 * @param mean a share above about 0.1
 */
export function criticalSpread(mean: number): { readonly spread: number; readonly share: number } {
  const touch = (spread: number): number => mean - spread * Math.sqrt(-2 * log(spread * ROOT_TWO_PI));
  const gap = (spread: number): number => normalCdf((touch(spread) - mean) / spread) - touch(spread);
  let low = 1e-3;
  let high = Math.min(mean, 1 / ROOT_TWO_PI);
  for (let round = 0; round < 100; round++) {
    const middle = 0.5 * (low + high);
    if (gap(middle) < 0) low = middle;
    else high = middle;
  }
  return { spread: low, share: touch(low) };
}
