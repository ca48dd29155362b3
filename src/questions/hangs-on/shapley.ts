import { keyedUniforms } from '../statistics/draws.ts';
import {
  type DependentModel,
  shapleyBySampling,
  type ShapleyEffects,
  type ShapleySampling,
} from '../statistics/shapley-sampling.ts';

/** How many runs Shapley effects take, and how they are drawn. */
export interface ShapleyPlan {
  /** Factors, the weights and luck included: at most 30. */
  readonly players: number;
  /** Random orders in which the factors are learned. */
  readonly orders: number;
  readonly seed: number;
}

/** More factors are too many: sets of them are kept as bits. */
export const mostPlayers = 30;

const inner = 3;

/** Runs that a plan takes. */
export const shapleyRuns = ({ players, orders }: ShapleyPlan): number =>
  totalOf(players, orders) + orders * (players - 1) * inner;

const totalOf = (players: number, orders: number): number => Math.max(32, players * orders);

const sampling = ({ players, orders, seed }: ShapleyPlan): ShapleySampling => ({
  uniforms: keyedUniforms(
    { seedLow: seed >>> 0, seedHigh: Math.floor(seed / 4294967296) >>> 0 },
    'hangs-on shapley',
  ),
  outer: 1,
  inner,
  total: totalOf(players, orders),
  orders,
});

/**
 * The runs that Shapley effects by random orders need (Song, Nelson & Staum 2016): row by row, for every factor one number, 0 to 1, that
 * stands for a draw of everything in it. Rows with the same number for a factor share its draw.
 */
export function shapleyPoints(plan: ShapleyPlan): Float64Array {
  const rows: Float64Array[] = [];
  shapleyBySampling(
    modelOf(plan.players, (x) => {
      rows.push(x.slice());
      // Any numbers that differ: the effects of this first pass are thrown away.
      return rows.length;
    }),
    sampling(plan),
  );
  const points = new Float64Array(rows.length * plan.players);
  rows.forEach((row, k) => points.set(row, k * plan.players));
  return points;
}

/** Shapley effects from the answers of those runs, in their order. Shares of the variance that sum to 1, also where factors depend on each other. */
export function shapleyOf(answers: Float64Array, plan: ShapleyPlan): ShapleyEffects {
  let next = 0;
  return shapleyBySampling(
    modelOf(plan.players, () => answers[next++] ?? Number.NaN),
    sampling(plan),
  );
}

/** Factors are drawn independently of each other here; what belongs together is one factor. */
const modelOf = (players: number, evaluate: DependentModel['evaluate']): DependentModel => ({
  inputs: players,
  redraw: (x, known, uniform) => {
    for (let i = 0; i < players; i++) if (!(known & (1 << i))) x[i] = uniform(i);
  },
  evaluate,
});
