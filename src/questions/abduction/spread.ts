import { normalQuantile } from '../../chance/exact.ts';
import { claimsOf } from './claims.ts';
import type { One } from './population.ts';

/** Effective number of different values: 1/Σ(share)². */
export function different(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  let sum = 0;
  for (const c of counts.values()) sum += (c / values.length) * (c / values.length);
  return 1 / sum;
}

/** See `Inferred.effective`. What the record teaches about a claim narrows it, too, so this errs on the side of caution. */
export function spread(
  all: readonly Pick<One, 'claims' | 'segments'>[],
  keys: Uint32Array,
  seed: number,
): number {
  const n = all.length;
  if (keys.length === 0) return n;
  const claims = all.map((one) => claimsOf(one.claims, one.segments[0]?.run ?? 0, keys, seed));
  let variance = 0;
  for (let k = 0; k < keys.length; k++) {
    let sum = 0;
    let squares = 0;
    for (const c of claims) {
      const z = normalQuantile(c[k] ?? 0.5);
      sum += z;
      squares += z * z;
    }
    variance += squares / n - (sum / n) * (sum / n);
  }
  return Math.max(1, Math.min(n, 1 / Math.max(1 / n, 1 - variance / keys.length)));
}
