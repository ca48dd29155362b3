import { uniformAt } from '../../chance/draws.ts';
import { normalCdf, normalQuantile } from '../../chance/exact.ts';
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

/** Claims moved by a step that keeps their prior: z → √(1−s²)·z + s·ξ on the normal scores of their quantiles. */
export function nudge(
  claims: Float64Array,
  keys: Uint32Array,
  scale: number,
  seed: number,
  purpose: number,
): Float64Array {
  const keep = Math.sqrt(1 - scale * scale);
  return claims.map((u, k) => {
    const xi = normalQuantile(uniformAt(0, purpose, keys[k] ?? 0, 1, seed >>> 0, high(seed)));
    const moved = normalCdf(keep * normalQuantile(u) + scale * xi);
    return Math.max(1e-12, Math.min(1 - 1e-12, moved));
  });
}
