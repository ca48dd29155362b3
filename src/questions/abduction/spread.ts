import { claimsOf } from './claims.ts';
import type { One } from './population.ts';

/** Effective number of different values: 1/Σ(share)². */
export const different = (values: readonly number[]): number => 1 / alike(values);

/** Chance that two draws from a list, the same one included, have the same value: Σ(share)². */
function alike(values: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (let k = 0; k < values.length; k++) counts.set(values[k] ?? 0, (counts.get(values[k] ?? 0) ?? 0) + 1);
  let sum = 0;
  for (const c of counts.values()) sum += (c / values.length) * (c / values.length);
  return sum;
}

/** See `Inferred.effective`. `importance` by claim, as `importance.ts` has it; 1 each if nothing is known. */
export function spread(
  all: readonly Pick<One, 'claims' | 'segments'>[],
  keys: Uint32Array,
  importance: Float64Array,
  seed: number,
): number {
  const n = all.length;
  if (keys.length === 0) return n;
  const claims = all.map((one) => claimsOf(one.claims, one.segments[0]?.run ?? 0, keys, seed));
  const column = new Float64Array(n);
  let sum = 0;
  let weights = 0;
  for (let k = 0; k < keys.length; k++) {
    for (let i = 0; i < n; i++) column[i] = claims[i]?.[k] ?? 0.5;
    const weight = Math.sqrt(importance[k] ?? 1);
    sum += weight * alike(column);
    weights += weight;
  }
  return weights / sum;
}
