import { log } from '../chance/exact.ts';
import type { Actor } from './actor.ts';

/**
 * The asymmetric Nash solution on one scale: the point x that makes Σ cᵢ log(cost − sᵢ (x − xᵢ)²/100²) largest. Each loses sᵢ(x − xᵢ)²/100²
 * by an agreement at x, and `cost` by failing to agree; 1 means that failing is as bad as the far end of the scale on an issue that matters
 * wholly. As `cost` grows the solution becomes the compromise model (Achen 2006). The sum is concave, so its slope is bisected.
 * Nash, Econometrica 18 (1950) 155–162; Harsanyi & Selten, Manage. Sci. 18 (1972) P80–P106 for unequal power. NaN without weights.
 * Throws a RangeError unless cost exceeds every salience.
 */
export function nashBargain(actors: readonly Actor[], cost = 1.01): number {
  const at = actors.filter((a) => a.capability > 0 && a.salience > 0);
  if (at.some((a) => a.salience >= cost)) throw new RangeError('failing must cost more than any agreement');
  if (at.length === 0) return Number.NaN;
  let low = Math.min(...at.map((a) => a.position));
  let high = Math.max(...at.map((a) => a.position));
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (slope(at, middle, cost) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Has the sign of the derivative of the sum of weighted logarithms of gains at x. */
function slope(actors: readonly Actor[], x: number, cost: number): number {
  let sum = 0;
  for (const a of actors) {
    const d = (a.position - x) / 100;
    sum += (a.capability * a.salience * d) / (cost - a.salience * d * d);
  }
  return sum;
}

/** Index of the deal with the largest weighted product of gains over failing; deals in which somebody gains nothing do not count; −1 none. */
export function nashDeal(gains: readonly (readonly number[])[], weights?: readonly number[]): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  gains.forEach((deal, k) => {
    if (deal.some((g) => g <= 0)) return;
    const sum = deal.reduce((total, g, i) => total + (weights?.[i] ?? 1) * log(g), 0);
    if (sum > most) [best, most] = [k, sum];
  });
  return best;
}
