/**
 * Shapley effects by simulation, for inputs that depend on each other in any way that can be sampled: Song, Nelson
 * & Staum, SIAM/ASA J. Uncertain. Quantif. 4 (2016) 1060-1083. The worth of a set S is here the mean variance that
 * learning everything else leaves, c(S) = E[Var(Y | X_not-S)]: the same Shapley values as from Var(E[Y | X_S]),
 * but estimated without bias by a small inner sample.
 */
import { average, type Estimate } from '../statistics.ts';
import { z95 } from './bootstrap.ts';
import type { Uniforms } from './draws.ts';
import { insist } from './errors.ts';
import { shapleyCoefficient } from './shapley-effects.ts';

export interface DependentModel {
  readonly inputs: number;
  /** Redraws, in place, the inputs not in the mask `known`, given those in it. `uniform(k)`: one number for each k. */
  readonly redraw: (x: Float64Array, known: number, uniform: (k: number) => number) => void;
  /** The outcome. To count luck, make it an input of its own, independent of the others. */
  readonly evaluate: (x: Float64Array) => number;
}

export interface ShapleySampling {
  readonly uniforms: Uniforms;
  /** Draws of what is known, for each set. With all sets, 100 or more; with random orders 1 is best. */
  readonly outer: number;
  /** Draws of the rest given what is known, 2 or more; 3 is best in theory. */
  readonly inner: number;
  /** Runs for the total variance. */
  readonly total: number;
  /** Number of random orders; undefined: all sets, 2^n of them (Broto, Bachoc & Depecker 2020). */
  readonly orders?: number | undefined;
}

export interface ShapleyEffects {
  readonly variance: number;
  /** Shares of the variance, one per input, with normal 95 % intervals; not clipped. They sum to 1. */
  readonly effects: readonly Estimate[];
}

/** The effects. Row of the uniforms: set or step of an order; column: input; step: draw. Throws `bad-argument`, `too-large`. */
export function shapleyBySampling(model: DependentModel, how: ShapleySampling): ShapleyEffects {
  insist(
    how.inner >= 2 && how.outer >= 1 && how.total >= 2,
    'bad-argument',
    'Shapley effects need outer >= 1, inner >= 2, total >= 2',
  );
  const most = how.orders === undefined ? 16 : 30;
  insist(
    model.inputs <= most,
    'too-large',
    `${model.inputs} inputs; at most ${most} this way, so group them or sample orders`,
  );
  const outputs = Float64Array.from({ length: how.total }, (_, k) =>
    draw(model, new Float64Array(model.inputs), 0, how.uniforms, 0, k),
  );
  const variance = varianceOf(outputs);
  return {
    variance: variance.value,
    effects:
      how.orders === undefined ? fromSets(model, how, variance) : fromOrders(model, how, variance.value),
  };
}

/** share_i = 1/n + sum over S, not empty and not all, of coefficient x c(S) / V: errors of the c(S) and of V are independent. */
function fromSets(model: DependentModel, how: ShapleySampling, variance: Spread): readonly Estimate[] {
  const n = model.inputs;
  const sums = new Float64Array(n);
  const errors = new Float64Array(n);
  const all = (1 << n) - 1;
  for (let set = 1; set < all; set++) {
    const left = average(remaining(model, set, how, set));
    const error = how.outer > 1 ? (left.high - left.value) / z95 : 0;
    for (let i = 0; i < n; i++) {
      const weight = shapleyCoefficient(n, set, i) / variance.value;
      sums[i]! += weight * left.value;
      errors[i]! += weight * weight * error * error;
    }
  }
  const relative = variance.error / variance.value;
  const runs = how.total + (all - 1) * how.outer * how.inner;
  return Array.from(sums, (sum, i) => {
    const half = z95 * Math.sqrt(errors[i]! + sum * sum * relative * relative);
    return { value: 1 / n + sum, low: 1 / n + sum - half, high: 1 / n + sum + half, runs };
  });
}

/** Averages of the steps c(S and i) - c(S) along random orders; c of all inputs is V. */
function fromOrders(model: DependentModel, how: ShapleySampling, variance: number): readonly Estimate[] {
  const n = model.inputs;
  const orders = how.orders ?? 0;
  insist(orders >= 2, 'bad-argument', `${orders} orders; at least 2`);
  const shares = Array.from({ length: n }, () => new Float64Array(orders));
  for (let t = 0; t < orders; t++) {
    let set = 0;
    let before = 0;
    shuffled(n, t, how.uniforms).forEach((i, k) => {
      set |= 1 << i;
      const left = k === n - 1 ? variance : average(remaining(model, set, how, 1 + t * n + k)).value;
      shares[i]![t] = (left - before) / variance;
      before = left;
    });
  }
  return shares.map((s) => ({ ...average(s), runs: how.total + orders * (n - 1) * how.outer * how.inner }));
}

/** Unbiased estimates of Var(Y | all but the set), one per outer draw. */
function remaining(model: DependentModel, set: number, how: ShapleySampling, row: number): Float64Array {
  const { inner, outer, uniforms } = how;
  const others = (1 << model.inputs) - 1 - set;
  const x = new Float64Array(model.inputs);
  const outputs = new Float64Array(inner);
  return Float64Array.from({ length: outer }, (_, o) => {
    for (let k = 0; k < inner; k++)
      outputs[k] = draw(model, x, k === 0 ? 0 : others, uniforms, row, 1 + o * inner + k);
    return varianceOf(outputs).value;
  });
}

function draw(
  model: DependentModel,
  x: Float64Array,
  known: number,
  uniforms: Uniforms,
  row: number,
  step: number,
): number {
  model.redraw(x, known, (k) => uniforms(row, k, step));
  return model.evaluate(x);
}

interface Spread {
  readonly value: number;
  readonly error: number;
}

/** The unbiased variance and its standard error, from the fourth moment. */
function varianceOf(y: Float64Array): Spread {
  const n = y.length;
  const mean = y.reduce((sum, v) => sum + v, 0) / n;
  const squares = y.map((v) => (v - mean) * (v - mean));
  const value = squares.reduce((sum, s) => sum + s, 0) / (n - 1);
  const fourth = squares.reduce((sum, s) => sum + s * s, 0) / n;
  return { value, error: Math.sqrt(Math.max(0, fourth - value * value) / n) };
}

function shuffled(n: number, row: number, uniforms: Uniforms): readonly number[] {
  const order = Array.from({ length: n }, (_, k) => k);
  for (let k = n - 1; k > 0; k--) {
    const j = Math.floor(uniforms(row, k, -1) * (k + 1));
    [order[k], order[j]] = [order[j]!, order[k]!];
  }
  return order;
}
