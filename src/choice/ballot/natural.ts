import { luFactor, luSolve, maxNorm } from '../games/linear.ts';
import type { BallotGame } from './game.ts';

/** Longest Newton correction (utility units) that still counts as the same curve. */
const near = 0.75;
const shortest = 1 / 64;

/**
 * Follows a curve F(x, t) = 0 in t itself: Euler predictor, Newton corrector, one factorisation a step. Far cheaper than
 * arc length where the curve does not turn; that it did not turn is judged by the sign of det ∂F/∂x (its part that comes from
 * what colleagues mean to one another), which must stay positive, and by the size of the corrections. Gives up (returns false) where either fails: then arc length must decide.
 * (Natural continuation: Allgower & Georg 1990, ch. 2.) Allocates nothing after construction.
 */
export class NaturalFollower {
  evaluations = 0;
  residual = Number.POSITIVE_INFINITY;
  private readonly f: Float64Array;
  private readonly slope: Float64Array;
  private readonly start: Float64Array;
  private readonly matrix: Float64Array;
  private readonly pivots: Int32Array;

  constructor(capacity: number) {
    this.f = new Float64Array(capacity);
    this.slope = new Float64Array(capacity);
    this.start = new Float64Array(capacity);
    this.matrix = new Float64Array((capacity + 1) * (capacity + 1));
    this.pivots = new Int32Array(capacity + 1);
  }

  /** From the solution (x, from) to t = 1. On success x solves F(x, 1) = 0 to `tolerance`. */
  follow(problem: BallotGame, x: Float64Array, from: number, tolerance: number): boolean {
    const n = problem.size;
    this.evaluations = 0;
    let t = from;
    let step = 1 - from;
    if (!this.differentiate(problem, x, t)) return false;
    while (t < 1) {
      const next = Math.min(1, t + step);
      for (let i = 0; i < n; i++) {
        this.start[i] = x[i];
        x[i] += (next - t) * this.slope[i];
      }
      if (this.correct(problem, x, next, next === 1 ? tolerance : 1e-3)) {
        t = next;
        step = 1 - t;
        continue;
      }
      for (let i = 0; i < n; i++) x[i] = this.start[i];
      step = (next - t) / 2;
      if (step < shortest) return false;
      if (!this.differentiate(problem, x, t)) return false;
    }
    return true;
  }

  /** Factorises ∂F/∂x at (x, t) and solves for dx/dt. False if the determinant is not positive. */
  private differentiate(problem: BallotGame, x: Float64Array, t: number): boolean {
    const n = problem.size;
    problem.evaluate(x, t, this.f);
    this.evaluations++;
    return this.factor(problem, t, n);
  }

  private factor(problem: BallotGame, t: number, n: number): boolean {
    const stride = n + 1;
    problem.chord(t, this.matrix, stride);
    for (let i = 0; i < n; i++) this.slope[i] = -this.matrix[i * stride + n];
    if (luFactor(this.matrix, n, stride, this.pivots) <= 0) return false;
    luSolve(this.matrix, n, stride, this.pivots, this.slope);
    return true;
  }

  /** Newton at fixed t; a fresh Jacobian first, then chords while they contract well. */
  private correct(problem: BallotGame, x: Float64Array, t: number, tolerance: number): boolean {
    const n = problem.size;
    const stride = n + 1;
    let last = Number.POSITIVE_INFINITY;
    let fresh = false;
    for (let round = 0; round < 24; round++) {
      problem.evaluate(x, t, this.f);
      this.evaluations++;
      this.residual = maxNorm(this.f, n);
      if (this.residual <= tolerance) return fresh || this.factor(problem, t, n);
      if (!(this.residual < Number.POSITIVE_INFINITY)) return false;
      if (!fresh || this.residual > 0.3 * last) {
        if (!this.factor(problem, t, n)) return false;
        fresh = true;
      }
      last = this.residual;
      luSolve(this.matrix, n, stride, this.pivots, this.f);
      if (round === 0 && maxNorm(this.f, n) > near) return false;
      for (let i = 0; i < n; i++) x[i] -= this.f[i];
    }
    return false;
  }
}
