import { normalQuantile } from '../../chance/exact.ts';

/*
 * Which claims the record hangs on, learned from the moves tried. Walking a particle again with some claims drawn anew changes its log-weight by
 * Δ. Effects of many claims add up with either sign, so E Δ² ≈ Σ v·d²/2 over the claims drawn anew, d how far each moved in normal scores;
 * v ≥ 0 is then the mean of Δ² if that claim alone is drawn anew. It is found by the multiplicative iteration for non-negative regression
 * (Richardson 1972, Lucy 1974), which leaves at nothing what is never to blame. A claim that seems to matter much is seldom drawn anew, so chance could
 * hold it there for good; therefore each counts as drawn anew a few times more, with no more effect than any.
 */

/** A move tried: how far each claim went, halves of squared normal scores, and what it did to the log-weight, squared. */
interface Tried {
  readonly distance: Float32Array;
  readonly effect: number;
}

export interface Importance {
  /** By claim: v, squared natural units of log-weight; at least `least`. */
  readonly of: Float64Array;
  readonly tried: Tried[];
}

/** Changes beyond this many natural units say no more than that the move was hopeless. */
const cap = 4;
/** Below this importance claims are alike. */
const least = 1e-4;
/** Moves remembered: what the record hangs on changes as it goes on. */
const memory = 1536;
const iterations = 3;
/** What all claims together are taken to matter before anything is known; and each to have been drawn anew so often without telling otherwise. */
const prior = 8;
const doubts = 8;
/** Between which the level is sought, and how often the interval between them is halved. */
const lowest = 1e-9;
const highest = 1e9;
const halvings = 60;

export const newImportance = (claims: number): Importance => ({
  of: new Float64Array(claims).fill(prior / claims),
  tried: [],
});

/** Takes note of a move from quantiles `before` to `after` that changed the log-weight by `change`. */
export function note(im: Importance, before: Float64Array, after: Float64Array, change: number): void {
  const distance = new Float32Array(before.length);
  for (let k = 0; k < before.length; k++) {
    if (before[k] === after[k]) continue;
    const d = normalQuantile(after[k] ?? 0.5) - normalQuantile(before[k] ?? 0.5);
    distance[k] = (d * d) / 2;
  }
  const capped = change > -cap ? Math.min(change, cap) : -cap;
  im.tried.push({ distance, effect: capped * capped });
  if (im.tried.length > memory) im.tried.splice(0, im.tried.length - memory);
}

/** Learns from the moves remembered, starting from what was known. */
export function learn(im: Importance): void {
  const { of, tried } = im;
  const moved = new Float64Array(of.length);
  for (const { distance } of tried) add(moved, distance, 1);
  for (let n = 0; n < iterations; n++) {
    const blame = new Float64Array(of.length);
    for (const { distance, effect } of tried) {
      const expected = product(distance, of);
      if (expected > 0) add(blame, distance, effect / expected);
    }
    of.forEach((v, k) => {
      const blamed = v * (blame[k] ?? 0) + (doubts * prior) / of.length;
      of[k] = Math.max(least, blamed / ((moved[k] ?? 0) + doubts));
    });
  }
}

function add(to: Float64Array, distance: Float32Array, times: number): void {
  for (let k = 0; k < to.length; k++) to[k] = (to[k] ?? 0) + (distance[k] ?? 0) * times;
}

function product(a: Float32Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < b.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

/**
 * With which chance a move draws each claim anew: level/(level + v), so that what does not matter goes far at once, and what does in proportion
 * to 1/v. The level is where the log-weight is expected to change by √`aim`, or as much as it can.
 */
export function chances(im: Importance, aim: number): Float64Array {
  let low = lowest;
  let high = highest;
  for (let n = 0; n < halvings; n++) {
    const level = Math.sqrt(low * high);
    if (expectedEffect(im.of, level) > aim) high = level;
    else low = level;
  }
  return im.of.map((v) => low / (low + v));
}

/** The square of the change of the log-weight that is expected of such a move. */
function expectedEffect(of: Float64Array, level: number): number {
  let sum = 0;
  for (const v of of) sum += (v * level) / (level + v);
  return sum;
}
