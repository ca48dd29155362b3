/**
 * Draws: each is a function of (seed, run, purpose, subject, option, occurrence) and of nothing else.
 *
 * One draw is one Philox4x32-10 block:
 *
 *     key     = (seedLo, seedHi)
 *     counter = (run, mixKey(purpose, subject), option, occurrence)
 *
 * All are integers modulo 2^32. `subject` is the key of whom or what the draw is about (a person; the
 * mix of person and procedure), `option` the semantic key of the option (0 where there is none),
 * `occurrence` a local number: the candidate point, the step of a procedure. Subjects and options come from
 * `hashText` and `mixKey`. In the inner loop, mix purpose and subject once and call `uniformAt`, `gumbelAt`.
 */
import { mixKey } from './keys.ts';
import { log } from './logarithm.ts';
import { philox, uniformAt, wordsToUniform } from './philox.ts';

export { uniformAt };

const WORDS = new Uint32Array(4);

/** A double strictly inside (0, 1), from 52 random bits; see `uniformAt` for the grid. */
export function uniform(
  seedLo: number,
  seedHi: number,
  run: number,
  purpose: number,
  subject: number,
  option: number,
  occurrence: number,
): number {
  return uniformAt(run, mixKey(purpose, subject), option, occurrence, seedLo, seedHi);
}

/** Two independent uniforms from one block, written to `out[0]` and `out[1]`; the first equals `uniform`. */
export function uniform2(
  seedLo: number,
  seedHi: number,
  run: number,
  purpose: number,
  subject: number,
  option: number,
  occurrence: number,
  out: Float64Array,
): void {
  philox(run, mixKey(purpose, subject), option, occurrence, seedLo, seedHi, WORDS);
  out[0] = wordsToUniform(WORDS[0], WORDS[1]);
  out[1] = wordsToUniform(WORDS[2], WORDS[3]);
}

/**
 * Standard Gumbel noise, -log(-log u), for Gumbel-max choice: the largest of V_a + gumbel_a is option a with
 * probability softmax(V)_a (Yellott 1977). Mean 0.5772, standard deviation 1.2825, range -3.61 to 36.74.
 */
export function gumbel(
  seedLo: number,
  seedHi: number,
  run: number,
  purpose: number,
  subject: number,
  option: number,
  occurrence: number,
): number {
  return gumbelOf(uniformAt(run, mixKey(purpose, subject), option, occurrence, seedLo, seedHi));
}

/** Standard Gumbel noise of the block with this counter and key (see `uniformAt`). Allocates nothing. */
export function gumbelAt(c0: number, c1: number, c2: number, c3: number, k0: number, k1: number): number {
  return gumbelOf(uniformAt(c0, c1, c2, c3, k0, k1));
}

/** Quantile function of the standard Gumbel distribution, u in (0, 1); increasing in u. */
export function gumbelOf(u: number): number {
  return -log(-log(u));
}
