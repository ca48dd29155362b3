/**
 * The Gumbel noise of all options of an occasion at once. Same values as `gumbelAt` option by option, in half
 * the time: two Philox blocks side by side keep the processor busy, and so do logarithms in a row that do not
 * wait for each other. The rounds are written out here a third time for that reason alone.
 */
import { log } from './logarithm.ts';
import { uniformAt, wordsToUniform } from './philox.ts';

/**
 * Writes to out[from] ... out[to - 1] the noise of the blocks with counter (c0, c1, options[i], c3) and key
 * (k0, k1); see `draws.ts` for what these mean. Allocates nothing.
 */
export function gumbelsAt(
  c0: number,
  c1: number,
  options: Uint32Array,
  from: number,
  to: number,
  c3: number,
  k0: number,
  k1: number,
  out: Float64Array,
): void {
  uniformsAt(c0, c1, options, from, to, c3, k0, k1, out);
  for (let i = from; i < to; i++) out[i] = -log(out[i]);
  for (let i = from; i < to; i++) out[i] = -log(out[i]);
}

/** The uniforms, strictly inside (0, 1), of which `gumbelsAt` makes its noise: same arguments. */
export function uniformsAt(
  c0: number,
  c1: number,
  options: Uint32Array,
  from: number,
  to: number,
  c3: number,
  k0: number,
  k1: number,
  out: Float64Array,
): void {
  let i = from;
  for (; i + 1 < to; i += 2) pairAt(c0, c1, options[i], options[i + 1], c3, k0, k1, out, i);
  if (i < to) out[i] = uniformAt(c0, c1, options[i], c3, k0, k1);
}

/** The uniforms of two blocks that differ in the third counter word, to out[at] and out[at + 1]. */
function pairAt(
  c0: number,
  c1: number,
  firstOption: number,
  secondOption: number,
  c3: number,
  k0: number,
  k1: number,
  out: Float64Array,
  at: number,
): void {
  let a0 = c0 | 0;
  let a1 = c1 | 0;
  let a2 = firstOption | 0;
  let a3 = c3 | 0;
  let b0 = a0;
  let b1 = a1;
  let b2 = secondOption | 0;
  let b3 = a3;
  let x0 = k0 | 0;
  let x1 = k1 | 0;
  for (let round = 0; round < 10; round++) {
    let p = a0 & 0xffff;
    let q = a0 >>> 16;
    let r = a2 & 0xffff;
    let s = a2 >>> 16;
    let t = (Math.imul(q, 0x1f53) + (Math.imul(p, 0x1f53) >>> 16)) | 0;
    let u = (Math.imul(p, 0xd251) + (t & 0xffff)) | 0;
    let v = (Math.imul(s, 0x8d57) + (Math.imul(r, 0x8d57) >>> 16)) | 0;
    let w = (Math.imul(r, 0xcd9e) + (v & 0xffff)) | 0;
    let low0 = Math.imul(a0, 0xd2511f53);
    let low1 = Math.imul(a2, 0xcd9e8d57);
    a0 = ((Math.imul(s, 0xcd9e) + (v >>> 16) + (w >>> 16)) | 0) ^ a1 ^ x0;
    a2 = ((Math.imul(q, 0xd251) + (t >>> 16) + (u >>> 16)) | 0) ^ a3 ^ x1;
    a1 = low1;
    a3 = low0;
    p = b0 & 0xffff;
    q = b0 >>> 16;
    r = b2 & 0xffff;
    s = b2 >>> 16;
    t = (Math.imul(q, 0x1f53) + (Math.imul(p, 0x1f53) >>> 16)) | 0;
    u = (Math.imul(p, 0xd251) + (t & 0xffff)) | 0;
    v = (Math.imul(s, 0x8d57) + (Math.imul(r, 0x8d57) >>> 16)) | 0;
    w = (Math.imul(r, 0xcd9e) + (v & 0xffff)) | 0;
    low0 = Math.imul(b0, 0xd2511f53);
    low1 = Math.imul(b2, 0xcd9e8d57);
    b0 = ((Math.imul(s, 0xcd9e) + (v >>> 16) + (w >>> 16)) | 0) ^ b1 ^ x0;
    b2 = ((Math.imul(q, 0xd251) + (t >>> 16) + (u >>> 16)) | 0) ^ b3 ^ x1;
    b1 = low1;
    b3 = low0;
    x0 = (x0 + 0x9e3779b9) | 0;
    x1 = (x1 + 0xbb67ae85) | 0;
  }
  out[at] = wordsToUniform(a0, a1);
  out[at + 1] = wordsToUniform(b0, b1);
}
