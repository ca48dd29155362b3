/*
 * Cuts and ties by meaning: of several things the gravest come first, and of two that are equally grave the one with the lower
 * semantic key; where they stand in the file never matters. One set of scratch cells serves a worker; rankings do not nest.
 */

let score = new Float64Array(64);
let key = new Uint32Array(64);
let size = 0;

/** Begins a ranking of things 0 to `n` − 1, none of which comes into question yet. */
export function beginRanking(n: number): void {
  if (n > score.length) {
    score = new Float64Array(2 * n);
    key = new Uint32Array(2 * n);
  }
  score.fill(Number.NaN, 0, n);
  size = n;
}

/** A thing comes into question, with its gravity and its semantic key. */
export function rank(thing: number, gravity: number, itsKey: number): void {
  score[thing] = gravity;
  key[thing] = itsKey;
}

/** The gravest that is left, which is taken out; −1 if none is. */
export function gravest(): number {
  let best = -1;
  for (let k = 0; k < size; k++)
    if (score[k] === score[k] && (best < 0 || graver(score[k], key[k], score[best], key[best]))) best = k;
  if (best >= 0) score[best] = Number.NaN;
  return best;
}

/** Does the first of two come before the second? */
export const graver = (a: number, keyA: number, b: number, keyB: number): boolean =>
  a > b || (a === b && keyA < keyB);
