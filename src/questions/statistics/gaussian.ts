/** Several normal variables: regressions, conditional draws, Cholesky factors. Matrices are square, row by row. */
import { insist, insistFinite } from './errors.ts';

export type Matrix = Float64Array;

/** The matrix of these rows. Throws unless it is square, finite and symmetric. */
export function symmetric(rows: readonly (readonly number[])[]): Matrix {
  const n = rows.length;
  insist(
    rows.every((row) => row.length === n),
    'length-mismatch',
    `a matrix of ${n} rows must have ${n} columns`,
  );
  const matrix = Float64Array.from(rows.flat());
  insistFinite(matrix, 'matrix');
  const even = rows.every((row, i) => row.every((x, j) => x === matrix[j * n + i]));
  insist(even, 'bad-argument', 'a covariance matrix must be symmetric');
  return matrix;
}

/**
 * The sweep operator (Goodnight, Amer. Statist. 33 (1979) 149-158), in place, of a covariance matrix on the
 * variables in `mask` (bit k for variable k). Afterwards, for i and j outside the mask and k inside, [i][j] is
 * the covariance of i and j given the mask, and [k][i] the coefficient of k in the regression of i.
 * Variables that those before them determine (up to 1e-12 of their variance) are passed over: coefficient 0.
 */
export function sweep(matrix: Matrix, n: number, mask: number): void {
  const scale = Array.from({ length: n }, (_, k) => matrix[k * n + k]!);
  for (let k = 0; k < n; k++) {
    if (!(mask & (1 << k))) continue;
    const pivot = matrix[k * n + k]!;
    if (pivot <= 1e-12 * scale[k]!) clear(matrix, n, k);
    else sweepOne(matrix, n, k, pivot);
  }
}

function sweepOne(a: Matrix, n: number, k: number, pivot: number): void {
  for (let j = 0; j < n; j++) a[k * n + j]! /= pivot;
  for (let i = 0; i < n; i++) {
    if (i === k) continue;
    const b = a[i * n + k]!;
    for (let j = 0; j < n; j++) if (j !== k) a[i * n + j]! -= b * a[k * n + j]!;
    a[i * n + k] = -b / pivot;
  }
  a[k * n + k] = 1 / pivot;
}

function clear(a: Matrix, n: number, k: number): void {
  for (let j = 0; j < n; j++) {
    a[k * n + j] = 0;
    a[j * n + k] = 0;
  }
}

/** Lower triangle L with L L' = matrix; undefined unless it is positive definite. */
export function cholesky(matrix: Matrix, n: number): Matrix | undefined {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= l[i * n + k]! * l[j * n + k]!;
      if (i !== j) l[i * n + j] = sum / l[j * n + j]!;
      else if (sum > 0) l[i * n + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return l;
}

/** Redraws, in place, the variables of x that are not in `known`, given those that are. `normal(k)` is a standard normal. */
export type ConditionalDraw = (x: Float64Array, known: number, normal: (k: number) => number) => void;

/**
 * Draws of correlated normal variables given any of them (`known` 0: all anew), one variable after another, each
 * given the known and those just drawn. At most 30 variables. The regressions are computed once for each set.
 */
export function gaussianDraw(mean: readonly number[], covariance: Matrix): ConditionalDraw {
  const n = mean.length;
  insist(covariance.length === n * n, 'length-mismatch', `${n} means but ${covariance.length} covariances`);
  insist(n <= 30, 'too-large', `${n} variables; at most 30`);
  const swept = new Map<number, Matrix>();
  const given = (mask: number): Matrix => {
    const old = swept.get(mask);
    if (old !== undefined) return old;
    const matrix = covariance.slice();
    sweep(matrix, n, mask);
    swept.set(mask, matrix);
    return matrix;
  };
  return (x, known, normal) => {
    let mask = known;
    for (let i = 0; i < n; i++) {
      if (known & (1 << i)) continue;
      const a = given(mask);
      let value = mean[i]! + Math.sqrt(Math.max(0, a[i * n + i]!)) * normal(i);
      for (let k = 0; k < n; k++) if (mask & (1 << k)) value += a[k * n + i]! * (x[k]! - mean[k]!);
      x[i] = value;
      mask |= 1 << i;
    }
  };
}
