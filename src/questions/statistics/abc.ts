/**
 * Approximate Bayesian computation by sequential Monte Carlo: which values of hidden numbers give runs like what
 * happened. A population of particles passes tolerances that shrink; survivors are perturbed by a normal kernel and
 * weighted by prior / sum_j w_j K (Toni et al., J. R. Soc. Interface 6 (2009) 187-202; Beaumont et al., Biometrika 96
 * (2009) 983-990; Sisson, Fan & Tanaka, PNAS 104 (2007) 1760-1765 with the erratum of 2009).
 *
 * It does not run the model: it hands out batches and is handed their distances, so runs may be made anywhere and in any
 * order. The result depends on the keyed chance and the distances alone.
 */
import { exp, normalQuantile } from '../../chance/index.ts';
import { quantiles } from '../statistics.ts';
import type { AbcBatch, AbcGeneration, AbcPlan, AbcResult } from './abc-plan.ts';
import type { AbcPrior } from './abc-prior.ts';
import { cumulate, kernelWidths, mixtureDensity, pick, type Population } from './abc-kernel.ts';
import { insist } from './errors.ts';
import { effectiveSize, normalised } from './weighted.ts';

/** The sampler, as a generator of batches. Throws `bad-argument`, `empty` if `most` runs do not fill the first population. */
export function* abcSmc(plan: AbcPlan): Generator<AbcBatch, AbcResult, ArrayLike<number>> {
  const { particles, most, target } = plan;
  insist(
    particles >= 2 && most >= particles,
    'bad-argument',
    `${particles} particles from at most ${most} runs`,
  );
  const generations: AbcGeneration[] = [];
  let population: Population | undefined;
  let tolerance = Number.POSITIVE_INFINITY;
  let begun = 0;
  for (;;) {
    const widths = population && kernelWidths(population);
    const { accepted, next } = yield* fill(
      plan,
      proposer(plan, population, widths),
      generations.length,
      tolerance,
      begun,
    );
    if (accepted.length < particles) return finish(population, generations, 'runs');
    population = reweigh(plan.prior, accepted, population, widths);
    const runs = next - begun;
    const effective = effectiveSize(population.weights);
    generations.push({ tolerance, runs, acceptance: particles / runs, effective });
    if (tolerance <= target) return finish(population, generations, 'target');
    const [shrunk = 0] = quantiles(population.distances, [plan.shrink ?? 0.5]);
    if (!(shrunk < tolerance)) return finish(population, generations, 'stuck');
    tolerance = Math.max(target, shrunk);
    begun = next;
  }
}

interface Accepted {
  readonly theta: Float64Array;
  readonly distance: number;
}

/** One generation: proposals from run number `first` on, until the population is full (in order of the runs) or runs are used up. */
function* fill(
  plan: AbcPlan,
  propose: (run: number) => Float64Array,
  generation: number,
  tolerance: number,
  first: number,
): Generator<AbcBatch, { readonly accepted: readonly Accepted[]; readonly next: number }, ArrayLike<number>> {
  const accepted: Accepted[] = [];
  let next = first;
  while (accepted.length < plan.particles && next < plan.most) {
    const size = batchSize(plan, accepted.length, next - first, plan.most - next);
    const runs = Array.from({ length: size }, (_, k) => next + k);
    const parameters = runs.map(propose);
    const distances = yield { generation, tolerance, parameters, runs };
    insist(distances.length === size, 'length-mismatch', `${distances.length} distances for ${size} runs`);
    parameters.forEach((theta, k) => {
      const distance = distances[k]!;
      if (Number.isFinite(distance) && distance <= tolerance) accepted.push({ theta, distance });
    });
    next += size;
  }
  return { accepted: accepted.slice(0, plan.particles), next };
}

/** Runs the sampler with a model at hand. */
export function runAbc(plan: AbcPlan, distance: (theta: Float64Array, run: number) => number): AbcResult {
  const sampler = abcSmc(plan);
  let step = sampler.next();
  while (!step.done) {
    const { parameters, runs } = step.value;
    step = sampler.next(parameters.map((theta, k) => distance(theta, runs[k]!)));
  }
  return step.value;
}

/** Proposals by run number: from the prior, or a perturbed survivor, tried again while outside the prior's support. */
function proposer(
  { prior, uniforms }: AbcPlan,
  population: Population | undefined,
  widths: Float64Array | undefined,
) {
  if (population === undefined || widths === undefined)
    return (run: number) => prior.draw((k) => uniforms(run, k + 1, 0));
  const cumulative = cumulate(population.weights);
  return (run: number): Float64Array => {
    for (let attempt = 0; ; attempt++) {
      insist(
        attempt < 10_000,
        'bad-argument',
        'perturbed particles keep falling outside the prior; is its density right?',
      );
      const parent = population.particles[pick(cumulative, uniforms(run, 0, attempt))]!;
      const theta = parent.map((x, d) => x + widths[d]! * normalQuantile(uniforms(run, d + 1, attempt)));
      if (prior.logDensity(theta) > Number.NEGATIVE_INFINITY) return theta;
    }
  };
}

function reweigh(
  prior: AbcPrior,
  accepted: readonly Accepted[],
  before: Population | undefined,
  widths: Float64Array | undefined,
): Population {
  const particles = accepted.map((a) => a.theta);
  const distances = Float64Array.from(accepted, (a) => a.distance);
  if (before === undefined || widths === undefined)
    return { particles, distances, weights: normalised(particles.map(() => 1)) };
  return {
    particles,
    distances,
    weights: normalised(particles.map((x) => exp(prior.logDensity(x)) / mixtureDensity(x, before, widths))),
  };
}

/** First as many as there are particles; then what the acceptance so far asks for and a twentieth more, at most 4 times the tried. */
function batchSize(plan: AbcPlan, accepted: number, tried: number, left: number): number {
  if (tried === 0) return Math.min(left, plan.particles);
  const asked = Math.ceil((1.05 * (plan.particles - accepted) * tried) / Math.max(accepted, 1));
  return Math.min(left, asked, 4 * tried);
}

function finish(
  population: Population | undefined,
  generations: readonly AbcGeneration[],
  stopped: AbcResult['stopped'],
): AbcResult {
  insist(population !== undefined, 'empty', 'too few runs succeeded to fill the first population');
  return { ...population, generations, effective: effectiveSize(population.weights), stopped };
}
