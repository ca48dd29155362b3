import { maxNorm } from '../games/linear.ts';
import type { PathProblem } from '../games/path.ts';

const DEPTH = 4;

/**
 * Solves x = x − F(x, t) at a fixed t by Anderson acceleration of depth 4 (Anderson 1965; Walker & Ni, SIAM J. Numer.
 * Anal. 49 (2011) 1715–1735). A step that does not reduce the residual falls back on the plain one, so that it converges
 * whenever the plain iteration contracts. Allocates nothing after construction.
 */
export class Anderson {
  iterations = 0;
  residual = Infinity;
  private readonly f: Float64Array;
  private readonly lastF: Float64Array;
  private readonly lastX: Float64Array;
  private readonly moves: Float64Array[] = [];
  private readonly changes: Float64Array[] = [];
  private readonly gram: Float64Array = new Float64Array(DEPTH * DEPTH);
  private readonly weights: Float64Array = new Float64Array(DEPTH);
  private held = 0;
  private slot = 0;
  private fresh = true;

  constructor(capacity: number) {
    this.f = new Float64Array(capacity);
    this.lastF = new Float64Array(capacity);
    this.lastX = new Float64Array(capacity);
    for (let i = 0; i < DEPTH; i++) {
      this.moves.push(new Float64Array(capacity));
      this.changes.push(new Float64Array(capacity));
    }
  }

  /** Forgets the steps so far. */
  restart(): void {
    this.held = 0;
    this.slot = 0;
    this.fresh = true;
  }

  /** One accelerated step: x − f, corrected by what the last steps taught; `f` is the residual, or any preconditioned one, at x. */
  advance(x: Float64Array, f: Float64Array, n: number): void {
    if (this.fresh) this.fresh = false;
    else this.remember(x, f, n);
    for (let i = 0; i < n; i++) {
      this.lastF[i] = f[i];
      this.lastX[i] = x[i];
    }
    this.step(x, f, n);
  }

  /** @returns whether the largest |F_i| fell to `tolerance` within `limit` evaluations; x was then last evaluated. */
  solve(problem: PathProblem, x: Float64Array, t: number, tolerance: number, limit: number): boolean {
    const n = problem.size;
    this.restart();
    let previous = Infinity;
    for (this.iterations = 1; this.iterations <= limit; this.iterations++) {
      problem.evaluate(x, t, this.f);
      this.residual = maxNorm(this.f, n);
      if (this.residual <= tolerance) return true;
      if (!(this.residual < Infinity)) return false;
      // A residual that grows means that the history misleads: forget it.
      if (this.residual > previous) this.restart();
      previous = this.residual;
      this.advance(x, this.f, n);
    }
    return false;
  }

  private remember(x: Float64Array, f: Float64Array, n: number): void {
    const move = this.moves[this.slot];
    const change = this.changes[this.slot];
    for (let i = 0; i < n; i++) {
      move[i] = x[i] - this.lastX[i];
      change[i] = f[i] - this.lastF[i];
    }
    this.slot = (this.slot + 1) % DEPTH;
    if (this.held < DEPTH) this.held++;
  }

  private step(x: Float64Array, f: Float64Array, n: number): void {
    for (let i = 0; i < n; i++) x[i] -= f[i];
    const m = this.held;
    if (m === 0 || !this.project(f, m, n)) return;
    for (let c = 0; c < m; c++) {
      const index = this.column(c);
      const weight = this.weights[c];
      const move = this.moves[index];
      const change = this.changes[index];
      for (let i = 0; i < n; i++) x[i] -= weight * (move[i] - change[i]);
    }
  }

  // The c-th newest column.
  private column(c: number): number {
    return (this.slot - 1 - c + 2 * DEPTH) % DEPTH;
  }

  // Least squares of f on the changes, by Cholesky of the normal equations, newest columns first.
  private project(f: Float64Array, m: number, n: number): boolean {
    const { gram, weights } = this;
    for (let a = 0; a < m; a++) {
      const left = this.changes[this.column(a)];
      let target = 0;
      for (let i = 0; i < n; i++) target += left[i] * f[i];
      weights[a] = target;
      for (let b = 0; b <= a; b++) {
        const right = this.changes[this.column(b)];
        let sum = 0;
        for (let i = 0; i < n; i++) sum += left[i] * right[i];
        gram[a * DEPTH + b] = sum;
      }
    }
    return solveNormal(gram, weights, m);
  }
}

function solveNormal(gram: Float64Array, b: Float64Array, m: number): boolean {
  for (let j = 0; j < m; j++) {
    const whole = gram[j * DEPTH + j];
    let d = whole;
    for (let k = 0; k < j; k++) d -= gram[j * DEPTH + k] * gram[j * DEPTH + k];
    if (!(d > 1e-14 * whole)) {
      // Dependent column: drop it.
      gram[j * DEPTH + j] = Infinity;
      b[j] = 0;
      for (let i = j + 1; i < m; i++) gram[i * DEPTH + j] = 0;
      continue;
    }
    gram[j * DEPTH + j] = Math.sqrt(d);
    for (let i = j + 1; i < m; i++) {
      let sum = gram[i * DEPTH + j];
      for (let k = 0; k < j; k++) sum -= gram[i * DEPTH + k] * gram[j * DEPTH + k];
      gram[i * DEPTH + j] = sum / gram[j * DEPTH + j];
    }
  }
  for (let i = 0; i < m; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= gram[i * DEPTH + k] * b[k];
    b[i] = sum / gram[i * DEPTH + i];
  }
  for (let i = m - 1; i >= 0; i--) {
    let sum = b[i];
    for (let k = i + 1; k < m; k++) sum -= gram[k * DEPTH + i] * b[k];
    b[i] = sum / gram[i * DEPTH + i];
    if (Number.isNaN(b[i])) return false;
  }
  return true;
}
