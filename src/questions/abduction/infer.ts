import { log } from '../../chance/exact.ts';
import type { Parameters } from '../../choice/parameters.ts';
import { createEngine } from '../../run/engine.ts';
import { type Particle, uncertainKeys } from '../../run/history/given/particle.ts';
import type { Given } from '../../run/history/given/steps.ts';
import type { World } from '../../world/world.ts';
import { refresh } from './moves.ts';
import {
  advanceAll,
  beginAll,
  branch,
  goingOn,
  type InferOptions,
  newTally,
  resampleAll,
  type Work,
} from './population.ts';
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
 * below half, particles are resampled; after that all of them try other claims, with the same luck, and are walked again. One
 * deterministic stage: depends on nothing but world, parameters, seed and options. Yields progress from 0 to 1.
 */
export function* infer(
  world: World,
  parameters: Parameters,
  given: Given,
  options: InferOptions,
): Generator<number, Inferred> {
  const [found] = yield* inferAlong(world, parameters, [given], options);
  return found as Inferred;
}

/**
 * The same for several dates of one record, earliest first, along which the particles are led once. Up to a date nothing hangs on
 * how much more is given, so each result is what `infer` finds for its date alone. Throws a RangeError if the dates are out of order.
 */
export function* inferAlong(
  world: World,
  parameters: Parameters,
  givens: readonly Given[],
  options: InferOptions,
): Generator<number, readonly Inferred[]> {
  if (givens.some((given, k) => k > 0 && given.end < (givens[k - 1] as Given).end))
    throw new RangeError('dates up to which the record is given must go from early to late');
  const marks = givens.at(-1)?.marks.length ?? 0;
  const found: Inferred[] = [];
  let w: Work | undefined;
  let k = 0;
  for (const [place, given] of givens.entries()) {
    w = w ? goingOn(w, given) : begin(world, parameters, given, options);
    const last = given.marks.length - 1;
    for (; k < last; k++) {
      for (const at of pass(w, k)) yield at / marks;
      yield (k + 1) / marks;
    }
    const end = place < givens.length - 1 ? branch(w) : w;
    if (last >= 0) for (const at of pass(end, last)) yield at / marks;
    found.push(summary(end));
  }
  return found;
}

function begin(world: World, parameters: Parameters, given: Given, options: InferOptions): Work {
  const engine = createEngine(world, parameters);
  const keys = uncertainKeys(engine);
  return {
    engine,
    spare: createEngine(world, parameters),
    given,
    options,
    keys,
    all: beginAll(engine, given, options, keys),
    logWeights: new Float64Array(options.particles),
    tally: newTally(options.particles, keys.length),
  };
}

/** All particles go past mark k; they are resampled and moved apart if they have to be, and at the last mark in any case. Yields k now and then. */
function* pass(w: Work, k: number): Generator<number> {
  const { tally, options } = w;
  const last = k === w.given.marks.length - 1;
  advanceAll(w, k);
  const weights = normalise(w.logWeights);
  const size = effectiveSize(weights);
  if (size < tally.smallest) tally.smallest = size;
  if (size >= options.particles / 2 && !last) return;
  tally.evidence += meanLog(w.logWeights);
  resampleAll(w, weights, k);
  tally.resamplings++;
  yield* refresh(w, k, last);
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
