/**
 * Factors a square matrix in place as P·A = L·U with partial pivoting (Golub & Van Loan, Matrix Computations, §3.4).
 *
 * @param a row-major matrix; entry (i, j) is at `i * stride + j`; overwritten by L (unit diagonal) and U
 * @param n order, `stride >= n`
 * @param pivots length >= n; receives the row swapped with row k at step k
 * @returns the sign of the determinant: 1, -1, or 0 if the matrix is singular to working precision
 */
export function luFactor(a: Float64Array, n: number, stride: number, pivots: Int32Array): number {
  let sign = 1;
  for (let k = 0; k < n; k++) {
    const p = pivotRow(a, n, stride, k);
    pivots[k] = p;
    const pivot = a[p * stride + k];
    if (pivot === 0 || Number.isNaN(pivot)) return 0;
    if (p !== k) {
      swapRows(a, n, p * stride, k * stride);
      sign = -sign;
    }
    if (pivot < 0) sign = -sign;
    eliminateBelow(a, n, stride, k, 1 / pivot);
  }
  return sign;
}

function pivotRow(a: Float64Array, n: number, stride: number, k: number): number {
  let best = k;
  let size = Math.abs(a[k * stride + k]);
  for (let i = k + 1; i < n; i++) {
    const candidate = Math.abs(a[i * stride + k]);
    if (candidate > size) {
      size = candidate;
      best = i;
    }
  }
  return best;
}

function swapRows(a: Float64Array, n: number, p: number, q: number): void {
  for (let j = 0; j < n; j++) {
    const held = a[p + j];
    a[p + j] = a[q + j];
    a[q + j] = held;
  }
}

function eliminateBelow(a: Float64Array, n: number, stride: number, k: number, reciprocal: number): void {
  const top = k * stride;
  for (let i = k + 1; i < n; i++) {
    const row = i * stride;
    const factor = a[row + k] * reciprocal;
    if (factor === 0) continue;
    a[row + k] = factor;
    for (let j = k + 1; j < n; j++) a[row + j] -= factor * a[top + j];
  }
}

/** Solves A·x = b in place, given the output of {@link luFactor}. `b` has length >= n and receives x. */
export function luSolve(
  a: Float64Array,
  n: number,
  stride: number,
  pivots: Int32Array,
  b: Float64Array,
): void {
  // luFactor swaps whole rows, multipliers included, so all swaps come before the substitution.
  for (let k = 0; k < n; k++) {
    const p = pivots[k];
    if (p === k) continue;
    const held = b[p];
    b[p] = b[k];
    b[k] = held;
  }
  for (let i = 1; i < n; i++) {
    let sum = b[i];
    for (let j = 0; j < i; j++) sum -= a[i * stride + j] * b[j];
    b[i] = sum;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i];
    for (let j = i + 1; j < n; j++) sum -= a[i * stride + j] * b[j];
    b[i] = sum / a[i * stride + i];
  }
}

/** Largest absolute value among the first n entries; NaN if one of them is NaN. */
export function maxNorm(x: Float64Array, n: number): number {
  let size = 0;
  for (let i = 0; i < n; i++) {
    const entry = Math.abs(x[i]);
    if (!(entry <= size)) size = entry;
    if (Number.isNaN(size)) return size;
  }
  return size;
}

/** Sum over the first n entries of x·y. */
export function dot(x: Float64Array, y: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += x[i] * y[i];
  return sum;
}
