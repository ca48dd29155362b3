import { uniformAt } from '../../chance/draws.ts';
import { mixKey } from '../../chance/keys.ts';
import { PURPOSE } from '../../chance/purposes.ts';

const claim = mixKey(PURPOSE.claim, 0);
const high = (seed: number): number => Math.floor(seed / 4294967296) >>> 0;

/** Quantiles of the uncertain claims of a particle: its own, or those that a run draws. */
export const claimsOf = (
  own: Float64Array | undefined,
  run: number,
  keys: Uint32Array,
  seed: number,
): Float64Array =>
  own ?? Float64Array.from(keys, (key) => uniformAt(run, claim, key, 0, seed >>> 0, high(seed)));

/** Some claims drawn anew from their prior, each with its chance, the others as they are: keeps the prior. */
export function renew(
  claims: Float64Array,
  keys: Uint32Array,
  chance: Float64Array,
  seed: number,
  purpose: number,
): Float64Array {
  const draw = (k: number, index: number): number =>
    uniformAt(0, purpose, keys[k] ?? 0, index, seed >>> 0, high(seed));
  return claims.map((u, k) => (draw(k, 2) < (chance[k] ?? 0) ? draw(k, 1) : u));
}
