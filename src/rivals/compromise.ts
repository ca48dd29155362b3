import type { Actor } from './actor.ts';

/** Σ w x / Σ w; NaN where all weights are 0. */
function weighted(actors: readonly Actor[], weight: (a: Actor) => number): number {
  let sum = 0;
  let weights = 0;
  for (const a of actors) {
    sum += weight(a) * a.position;
    weights += weight(a);
  }
  return weights === 0 ? Number.NaN : sum / weights;
}

/** The plain mean of positions. On the field's best-known data no bargaining model does better (Thomson et al. 2006; Achen 2006). */
export const plainMean = (actors: readonly Actor[]): number => weighted(actors, () => 1);

/**
 * The compromise model: mean of positions weighted by capability times salience, Σ c s x / Σ c s (Van den Bos, Dutch EC Policy Making, 1991;
 * Achen in Thomson, Stokman, Achen & König, The European Union Decides, 2006).
 */
export const compromise = (actors: readonly Actor[]): number =>
  weighted(actors, (a) => a.capability * a.salience);
