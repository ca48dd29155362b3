/**
 * 32-bit keys from meaning. A draw is keyed by what it is about (a person, a procedure, an act), never by a
 * position in an array, so that twins whose option sets differ still share their luck.
 *
 * Two different things share a key with probability 2^-32; among 1,000 names a collision somewhere has
 * probability 1.2e-4. Whoever compiles names into keys should check them for collisions.
 */

/**
 * Bijective scrambling of 32 bits, the finaliser of MurmurHash3 (Appleby 2011, public domain).
 * Takes any integer modulo 2^32; returns an unsigned 32-bit integer.
 */
export function finalise(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Key of a text: FNV-1a (32 bits) over its UTF-8 bytes, then `finalise`. Unsigned 32-bit. No Unicode
 * normalisation is done: equal ids must be equal code points. For load time, since it allocates.
 */
export function hashText(text: string): number {
  let h = 0x811c9dc5 | 0;
  for (const byte of new TextEncoder().encode(text)) h = Math.imul(h ^ byte, 0x01000193);
  return finalise(h);
}

/**
 * Key of an ordered pair, MurmurHash3_x86_32 of the four bytes of `b` (little-endian) with seed `a`.
 * Order matters: mixKey(a, b) and mixKey(b, a) differ. Longer tuples nest to the left:
 * mixKey(mixKey(a, b), c). Takes integers modulo 2^32, returns an unsigned 32-bit integer.
 */
export function mixKey(a: number, b: number): number {
  let k = Math.imul(b, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  let h = a ^ k;
  h = (h << 13) | (h >>> 19);
  h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  return finalise(h ^ 4);
}
