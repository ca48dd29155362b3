/**
 * Sobol indices without sampling error, for inputs that take few values each (three disputed claims with two
 * readings apiece) or are integrated by a quadrature rule: the model is evaluated on the whole grid.
 */
import { insist, insistFinite } from './errors.ts';

/** The values of one input: only their probabilities matter here. They must add up to 1. */
export type Levels = readonly number[];

export interface GridIndices {
  readonly mean: number;
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/** A model's outputs on a grid of independent inputs: the last input varies fastest. */
export interface Grid {
  readonly outputs: Float64Array;
  readonly levels: readonly Levels[];
}

/**
 * Exact first-order and total indices of every input (Sobol 2001). NaN if nothing varies.
 * Throws `length-mismatch`, `not-finite`, `not-probability` (levels that do not add up to 1 within 1e-9).
 */
export function gridIndices(grid: Grid): GridIndices {
  check(grid);
  const all = (1 << grid.levels.length) - 1;
  const { mean, variance } = explained(grid, all);
  const share = (mask: number): number => explained(grid, mask).variance / variance;
  return {
    mean,
    variance,
    first: grid.levels.map((_, i) => share(1 << i)),
    total: grid.levels.map((_, i) => 1 - share(all - (1 << i))),
  };
}

/** Var(E[Y | X_i, i in mask]): what knowing these inputs explains. Mask: bit i for input i. For `shapleyValues`. */
export function explainedVariance(grid: Grid, mask: number): number {
  return explained(grid, mask).variance;
}

function explained(grid: Grid, mask: number): { mean: number; variance: number } {
  let values = grid.outputs;
  let weights: Float64Array = new Float64Array([1]);
  for (let i = grid.levels.length - 1; i >= 0; i--) {
    const levels = grid.levels[i]!;
    if (mask & (1 << i)) weights = outer(levels, weights);
    else values = averageOver(values, levels, weights.length);
  }
  const mean = values.reduce((sum, y, k) => sum + weights[k]! * y, 0);
  return { mean, variance: values.reduce((sum, y, k) => sum + weights[k]! * (y - mean) * (y - mean), 0) };
}

/** Weights of a product of two sets of levels, the second varying fastest. */
function outer(slow: Levels, fast: Float64Array): Float64Array {
  const out = new Float64Array(slow.length * fast.length);
  slow.forEach((p, s) => {
    fast.forEach((q, f) => {
      out[s * fast.length + f] = p * q;
    });
  });
  return out;
}

/** Averages out the input whose neighbouring values lie `stride` apart. */
function averageOver(values: Float64Array, levels: Levels, stride: number): Float64Array {
  const out = new Float64Array(values.length / levels.length);
  for (let k = 0; k < out.length; k++) {
    const from = Math.floor(k / stride) * stride * levels.length + (k % stride);
    let sum = 0;
    for (let l = 0; l < levels.length; l++) sum += levels[l]! * values[from + l * stride]!;
    out[k] = sum;
  }
  return out;
}

function check({ outputs, levels }: Grid): void {
  const cells = levels.reduce((product, l) => product * l.length, 1);
  insist(
    outputs.length === cells,
    'length-mismatch',
    `${outputs.length} outputs for a grid of ${cells} cells`,
  );
  insistFinite(outputs, 'outputs');
  levels.forEach((l, i) => {
    const sum = l.reduce((a, p) => a + p, 0);
    insist(
      Math.abs(sum - 1) < 1e-9,
      'not-probability',
      `the levels of input ${i} have probability ${sum} together, not 1`,
    );
  });
}
