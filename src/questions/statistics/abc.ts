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
import { cumulate, kernelWidths, mixtureDensity, pick, type Population } from './abc-kernel.ts';
import type { Uniforms } from './draws.ts';
import { insist } from './errors.ts';
import { effectiveSize, normalised } from './weighted.ts';

export interface AbcPrior {
  readonly dimensions: number;
  /** A draw; `uniform(k)` is one number per dimension. */
  readonly draw: (uniform: (k: number) => number) => Float64Array;
  /** log density, up to a constant; -Infinity outside the support. */
  readonly logDensity: (theta: Float64Array) => number;
}

/**
 * Standard normal prior in every dimension: with it, a claim's value is `quantile(distribution, normalCdf(z))`, so that any
 * distribution can be learned about without its density, and no perturbation falls outside.
 */
export function latentNormalPrior(dimensions: number): AbcPrior {
  return {
    dimensions,
    draw: (uniform) => Float64Array.from({ length: dimensions }, (_, k) => normalQuantile(uniform(k))),
    logDensity: (z) => -0.5 * z.reduce((sum, x) => sum + x * x, 0),
  };
}

export interface AbcPlan {
  readonly prior: AbcPrior;
  /** Population size, 2 or more. */
  readonly particles: number;
  /** Each tolerance is this quantile of the last distances, in (0, 1); 0.5 unless told. */
  readonly shrink?: number | undefined;
  /** Tolerance at which to stop. */
  readonly target: number;
  /** Most runs in all. */
  readonly most: number;
  /** Row: number of the run. Column: dimension. */
  readonly uniforms: Uniforms;
}

/** Parameters to run, each with a run number (fresh luck). Answer with their distances from what happened; NaN: failed. */
export interface AbcBatch {
  readonly generation: number;
  readonly tolerance: number;
  readonly parameters: readonly Float64Array[];
  readonly runs: readonly number[];
}

export interface AbcGeneration {
  readonly tolerance: number;
  readonly runs: number;
  readonly acceptance: number;
  readonly effective: number;
}

export interface AbcResult extends Population {
  readonly generations: readonly AbcGeneration[];
  readonly effective: number;
  /** `target` reached; `runs` used up; `stuck`: distances no longer shrink. The population is of the last whole generation. */
  readonly stopped: 'target' | 'runs' | 'stuck';
}

/** The sampler, as a generator of batches. Throws `bad-argument`, `empty` if `most` runs do not fill the first population. */
export function* abcSmc(plan: AbcPlan): Generator<AbcBatch, AbcResult, ArrayLike<number>> {
  insist(
    plan.particles >= 2 && plan.most >= plan.particles,
    'bad-argument',
    `${plan.particles} particles from at most ${plan.most} runs`,
  );
  const generations: AbcGeneration[] = [];
  let population: Population | undefined;
  let tolerance = Number.POSITIVE_INFINITY;
  let next = 0;
  for (;;) {
    const begun = next;
    const widths = population && kernelWidths(population);
    const propose = proposer(plan, population, widths);
    const accepted: { theta: Float64Array; distance: number }[] = [];
    while (accepted.length < plan.particles) {
      const size = batchSize(plan, accepted.length, next - begun, plan.most - next);
      if (size === 0) return finish(population, generations, 'runs');
      const runs = Array.from({ length: size }, (_, k) => next + k);
      const parameters = runs.map(propose);
      next += size;
      const distances = yield { generation: generations.length, tolerance, parameters, runs };
      insist(distances.length === size, 'length-mismatch', `${distances.length} distances for ${size} runs`);
      parameters.forEach((theta, k) => {
        const distance = distances[k]!;
        if (distance <= tolerance && accepted.length < plan.particles) accepted.push({ theta, distance });
      });
    }
    population = reweigh(plan.prior, accepted, population, widths);
    const effective = effectiveSize(population.weights);
    generations.push({
      tolerance,
      runs: next - begun,
      acceptance: plan.particles / (next - begun),
      effective,
    });
    if (tolerance <= plan.target) return finish(population, generations, 'target');
    const [shrunk = 0] = quantiles(population.distances, [plan.shrink ?? 0.5]);
    if (!(shrunk < tolerance)) return finish(population, generations, 'stuck');
    tolerance = Math.max(plan.target, shrunk);
  }
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
  accepted: readonly { theta: Float64Array; distance: number }[],
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
