import { mixKey } from '../../chance/index.ts';

/** Levels decided by one hash: a tree of 2^5 - 1 = 31 nodes takes bits 1 to 31 of a 32-bit word. */
const levelsPerHash = 5;

/**
 * Owen's nested uniform scrambling of a number in [0, 1) given as a 32-bit integer (Owen 1995): the bit at each
 * level is flipped or not by a coin that belongs to all the bits above it. The coins are hashes of (key, depth,
 * bits above), so nothing is stored and a point can be scrambled alone. Every level is nested exactly, unlike
 * with the multiplicative hash of Laine & Karras (2011), which is an approximation.
 *
 * A bijection of the 32-bit integers that maps every dyadic interval onto a dyadic interval of the same size; so
 * scrambling keeps the equidistribution of a net. Returns an unsigned 32-bit integer.
 */
export function nestedScramble(word: number, key: number): number {
  let out = 0;
  for (let depth = 0; depth < 32; depth += levelsPerHash) {
    const above = depth === 0 ? 0 : word >>> (32 - depth);
    const coins = mixKey(mixKey(key, depth), above);
    const end = Math.min(32, depth + levelsPerHash);
    let node = 1;
    for (let level = depth; level < end; level++) {
      const bit = (word >>> (31 - level)) & 1;
      out = (out << 1) | (bit ^ ((coins >>> node) & 1));
      node = 2 * node + bit;
    }
  }
  return out >>> 0;
}
