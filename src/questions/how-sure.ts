import { mean, quantile, sd } from '../chance/distributions.ts';
import type { World } from '../world/world.ts';
import { claimsOf } from './abduction/claims.ts';
import type { Inferred } from './abduction/infer.ts';
import { type Contraction, contraction } from './statistics/contraction.ts';

/** What the record tells of one hidden value. */
export interface Known extends Contraction {
  /** Name of the input: "position.kamenev.government". */
  readonly input: string;
  /** Index of its claim in the episode; −1 for a value that nobody coded. */
  readonly claim: number;
  readonly prior: {
    readonly mean: number;
    readonly sd: number;
    /** 5 %, 50 % and 95 % points. */
    readonly quantiles: readonly number[];
  };
}

const points = [0.05, 0.5, 0.95];

/**
 * Prior against posterior for every uncertain value of a world, from the particles of an inference (`infer`): they are equally weighted draws of all
 * values together, given the record. The effective sample size of the inference stands for their number, so that intervals of
 * contraction and shift are those of so many independent draws. Sorted by contraction, the largest first; equals in the world's order. Throws
 * `bad-argument` with fewer than two effective draws.
 */
export function howSure(world: World, inferred: Inferred, seed: number): readonly Known[] {
  const slots = world.inputs.filter((i) => i.distribution.kind !== 'point');
  const keys = Uint32Array.from(slots, (i) => i.key);
  const drawn = inferred.particles.map((p) => claimsOf(p.claims, p.segments[0]?.run ?? 0, keys, seed));
  const weights = new Float64Array(drawn.length).fill(1 / drawn.length);
  const found = slots.flatMap((slot, k): readonly Known[] => {
    const d = slot.distribution;
    const prior = { mean: mean(d), sd: sd(d), quantiles: points.map((u) => quantile(d, u)) };
    if (!(prior.sd > 0)) return [];
    const values = Float64Array.from(drawn, (u) => quantile(d, u[k] ?? 0.5));
    return [
      {
        input: slot.id,
        claim: slot.claim,
        prior,
        ...contraction(values, weights, prior, inferred.effective),
      },
    ];
  });
  return found
    .map((known, at) => ({ known, at }))
    .sort((a, b) => b.known.contraction.value - a.known.contraction.value || a.at - b.at)
    .map(({ known }) => known);
}
