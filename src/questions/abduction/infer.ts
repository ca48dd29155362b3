import { log } from '../../chance/exact.ts';
import type { Parameters } from '../../choice/parameters.ts';
import { createEngine } from '../../run/engine.ts';
import { type Particle, uncertainKeys } from '../../run/history/given/particle.ts';
import type { Given } from '../../run/history/given/steps.ts';
import type { World } from '../../world/world.ts';
import { refresh } from './moves.ts';
import { advanceAll, beginAll, type InferOptions, newTally, resampleAll, type Work } from './population.ts';
import { effectiveSize, normalise } from './resample.ts';
import { different, spread } from './spread.ts';

/** What sequential Monte Carlo found: particles of equal weight, and how well they stand for the posterior. */
export interface Inferred {
  readonly particles: readonly Particle[];
  /** By particle: which of the first draws it descends from. */
  readonly roots: readonly number[];
  /** By particle: log-weight of its whole path, which walking it again gives again. */
  readonly paths: readonly number[];
  /** Smallest effective sample size before a resampling, of so many particles. */
  readonly smallest: number;
  /** Effective number of first draws that the particles descend from: 1/Σ(share of each)². */
  readonly ancestors: number;
  /**
   * Effective sample size of the claims: 1/J, J the chance that two particles have a claim's value by common descent, averaged over the claims
   * in proportion to what the record hangs on them (√v of `importance.ts`). 1 if all particles have the same claims.
   */
  readonly effective: number;
  /** Estimate of the log-likelihood of the record given the model, in natural units. */
  readonly evidence: number;
  readonly resamplings: number;
  readonly proposed: number;
  readonly accepted: number;
}

/**
 * Sequential Monte Carlo over the acts given (Del Moral, Doucet & Jasra 2006; Chopin 2002 for the moves). Every particle is a run of the
 * engine; between acts it is weighed by the silence, at each act by the act's probability. When the effective sample size falls
 * below half, particles are resampled; now and then all of them try other claims, with the same luck, and are walked again. One
 * deterministic stage: depends on nothing but world, parameters, seed and options. Yields progress from 0 to 1.
 */
export function* infer(
  world: World,
  parameters: Parameters,
  given: Given,
  options: InferOptions,
): Generator<number, Inferred> {
  const engine = createEngine(world, parameters);
  const keys = uncertainKeys(engine);
  const w: Work = {
    engine,
    spare: createEngine(world, parameters),
    given,
    options,
    keys,
    all: beginAll(engine, given, options, keys),
    logWeights: new Float64Array(options.particles),
    tally: newTally(options.particles, keys.length),
  };
  const n = given.marks.length;
  for (let k = 0; k < n; k++) {
    advanceAll(w, k);
    yield (k + 1) / n;
    const weights = normalise(w.logWeights);
    const size = effectiveSize(weights);
    if (size < w.tally.smallest) w.tally.smallest = size;
    if (size >= options.particles / 2 && k < n - 1) continue;
    w.tally.evidence += meanLog(w.logWeights);
    resampleAll(w, weights, k);
    w.tally.resamplings++;
    yield* refresh(w, k);
  }
  return summary(w);
}

/** Logarithm of the mean weight. */
function meanLog(logWeights: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const v of logWeights) if (v > most) most = v;
  const w = normalise(logWeights);
  let largest = 0;
  for (const v of w) if (v > largest) largest = v;
  return most - log(largest * logWeights.length);
}

function summary({ all, keys, options, tally }: Work): Inferred {
  const roots = all.map((one) => one.root);
  return {
    particles: all.map(({ segments, claims }) => ({ segments, claims })),
    roots,
    paths: all.map((one) => one.path),
    smallest: tally.smallest,
    ancestors: different(roots),
    effective: spread(all, keys, tally.importance.of, options.seed),
    evidence: tally.evidence,
    resamplings: tally.resamplings,
    proposed: tally.proposed,
    accepted: tally.accepted,
  };
}
