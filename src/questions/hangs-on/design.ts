import { uniformAt } from '../../chance/draws.ts';
import { normalQuantile } from '../../chance/exact.ts';
import { mixKey } from '../../chance/keys.ts';
import { PURPOSE } from '../../chance/purposes.ts';
import {
  effectParameters,
  forecastParameters,
  type Parameter,
  type Parameters,
  weights,
} from '../../choice/parameters.ts';
import { type SaltelliDesign, saltelliDesign } from '../statistics/saltelli-design.ts';

/**
 * A plan whose runs are the rows of a Sobol analysis: instead of its own draws, a run takes the uncertain inputs and the noise of
 * its row. Plain data, can be posted to a worker.
 */
export interface DesignPlan {
  /** N, a power of two. */
  readonly basePoints: number;
  /** Factors, as ids of the inputs in each. */
  readonly factors: readonly (readonly string[])[];
  /** Are the model's weights and constants one more factor, drawn from their priors? It comes after `factors`. Luck comes last. */
  readonly weights: boolean;
  /**
   * Rows of Shapley effects instead of a Sobol design (`shapleyPoints`): for every factor, the weights and luck one number, 0 to 1, that stands for a
   * draw of everything in it.
   */
  readonly points?: Float64Array | undefined;
}

/** A design made ready for one worker. */
export interface RowSource {
  readonly rows: number;
  /** Number of factors, weights and luck included. */
  readonly factors: number;
  /** Makes a row the present one: its quantiles are written, its parameters set. Returns the number of its noise. */
  readonly enter: (row: number, parameters: Parameters) => number;
  /** Quantile of an input, by the key of its name, in the present row; undefined for inputs that are in no factor. */
  readonly quantile: (key: number) => number | undefined;
}

/** The constants that are drawn: all but the weight of the base rate, which is a unit. In the order of the parameters' arrays. */
const drawn: readonly (readonly [
  list: 'weights' | 'forecasts' | 'effects',
  cell: number,
  parameter: Parameter,
])[] = [
  ...weights.map((p, k) => ['weights', k, p] as const).filter(([, , p]) => p.id !== 'weight.base'),
  ...forecastParameters.map((p, k) => ['forecasts', k, p] as const),
  ...effectParameters.map((p, k) => ['effects', k, p] as const),
];

/** Builds the rows. `keyOf` gives the key of an input's name. Throws `not-power-of-two`, `bad-argument` (an input in two factors). */
export function rowSource(plan: DesignPlan, keyOf: (input: string) => number, seed: number): RowSource {
  if (plan.points) return pointSource(plan, plan.points, keyOf, seed);
  const inputs = plan.factors.flat();
  const constants = plan.weights ? drawn.length : 0;
  const design = designOf(plan, inputs.length, constants, seed);
  const columns = new Map(inputs.map((id, k) => [keyOf(id), k]));
  const present = new Float64Array(design.inputs);
  return {
    rows: design.rows,
    factors: design.factors,
    enter: (row, parameters) => {
      design.write(row, present);
      for (let k = 0; k < constants; k++) {
        const [list, cell, parameter] = drawn[k]!;
        parameters[list][cell] = quantileOf(parameter, present[inputs.length + k]!);
      }
      return design.noise(row);
    },
    quantile: (key) => {
      const column = columns.get(key);
      return column === undefined ? undefined : present[column];
    },
  };
}

/** Rows in which every factor is drawn by its own number. */
function pointSource(
  plan: DesignPlan,
  points: Float64Array,
  keyOf: (input: string) => number,
  seed: number,
): RowSource {
  const factors = plan.factors.length + (plan.weights ? 2 : 1);
  const low = seed >>> 0;
  const high = Math.floor(seed / 4294967296) >>> 0;
  const factorOf = new Map(plan.factors.flatMap((ids, f) => ids.map((id) => [keyOf(id), f] as const)));
  let base = 0;
  /** The draw of one quantity in a factor, keyed by the factor's number in the present row. */
  const drawOf = (factor: number, key: number): number => {
    const u = points[base + factor] ?? 0.5;
    const first = Math.floor(u * 4294967296);
    const rest = Math.floor((u * 4294967296 - first) * 2097152);
    return uniformAt(first >>> 0, mixKey(PURPOSE.claim, key), rest, 0, low, high);
  };
  return {
    rows: points.length / factors,
    factors,
    enter: (row, parameters) => {
      base = row * factors;
      if (plan.weights)
        drawn.forEach(([list, cell, parameter], k) => {
          parameters[list][cell] = quantileOf(parameter, drawOf(factors - 2, k));
        });
      return Math.floor((points[base + factors - 1] ?? 0) * 4294967296);
    },
    quantile: (key) => {
      const factor = factorOf.get(key);
      return factor === undefined ? undefined : drawOf(factor, key);
    },
  };
}

function designOf(plan: DesignPlan, inputs: number, constants: number, seed: number): SaltelliDesign {
  let at = 0;
  const groups = plan.factors.map((f) => f.map(() => at++));
  if (constants > 0) groups.push(Array.from({ length: constants }, (_, k) => inputs + k));
  return saltelliDesign({
    inputs: inputs + constants,
    groups,
    basePoints: plan.basePoints,
    luck: true,
    seed: { seedLow: seed >>> 0, seedHigh: Math.floor(seed / 4294967296) >>> 0 },
  });
}

/** A parameter at a quantile of its prior, 0 < u < 1. */
export function quantileOf({ prior }: Parameter, u: number): number {
  switch (prior.kind) {
    case 'halfnormal':
      return prior.sd * normalQuantile((1 + u) / 2);
    case 'normal':
      return prior.mean + prior.sd * normalQuantile(u);
    case 'uniform':
      return prior.low + u * (prior.high - prior.low);
  }
}

/** Rows that a design has: N × (factors + luck + 2). */
export const rowsOf = (plan: DesignPlan): number =>
  plan.basePoints * (plan.factors.length + (plan.weights ? 1 : 0) + 3);
