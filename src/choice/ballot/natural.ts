import { luFactor, luSolve, maxNorm } from '../games/linear.ts';
import { Anderson } from './anderson.ts';
import type { BallotGame } from './game.ts';

/** Longest correction (utility units) that still counts as the same curve. */
const near = 0.75;
const shortest = 1 / 64;
/** Slowest fall of the residual that chords are allowed before a fresh factorisation. */
const slow = 0.7;
/** Evaluations after which a leap is given up. */
const patience = 18;

/**
 * Follows a curve F(x, t) = 0 in t itself from (0, 0) to t = 1. First by one leap: Newton's step at t = 1 from the start, then
 * chords (the Jacobian's part that comes from what colleagues mean to one another), preconditioning Anderson's acceleration,
 * which learns the rest (pivots, the chance of winning: nearly of rank two). Where that falters, step by step with the whole
 * Jacobian. Far cheaper than arc length where the curve does not turn; that it did not turn is judged by the sign of det ∂F/∂x,
 * which must stay positive, and by the size of the corrections. Gives up (returns false) where either fails: then arc length
 * must decide. (Natural continuation: Allgower & Georg 1990, ch. 2; acceleration: Walker & Ni 2011.) Allocates nothing after construction.
 */
export class NaturalFollower {
  evaluations = 0;
  residual = Number.POSITIVE_INFINITY;
  private readonly f: Float64Array;
  private readonly start: Float64Array;
  private readonly matrix: Float64Array;
  private readonly pivots: Int32Array;
  private readonly memory: Anderson;

  constructor(capacity: number) {
    this.f = new Float64Array(capacity);
    this.start = new Float64Array(capacity);
    this.matrix = new Float64Array((capacity + 1) * (capacity + 1));
    this.pivots = new Int32Array(capacity + 1);
    this.memory = new Anderson(capacity);
  }

  /** From x = 0 at t = 0 to t = 1. On success x solves F(x, 1) = 0 to `tolerance`. */
  follow(problem: BallotGame, x: Float64Array, tolerance: number): boolean {
    const n = problem.size;
    this.evaluations = 0;
    x.fill(0, 0, n);
    if (this.leap(problem, x, tolerance)) return true;
    x.fill(0, 0, n);
    return this.walk(problem, x, tolerance);
  }

  private leap(problem: BallotGame, x: Float64Array, tolerance: number): boolean {
    const n = problem.size;
    const { f, memory } = this;
    let last = 0;
    let factored = 0;
    for (let round = 0; round < patience; round++) {
      if (!this.look(problem, x, 1)) return false;
      if (this.residual <= tolerance) return true;
      if (round === 0 || this.residual > slow * last) {
        if (factored === 3 || !this.factor(problem, x, 1, factored === 0)) return false;
        factored++;
        memory.restart();
      }
      last = this.residual;
      luSolve(this.matrix, n, n + 1, this.pivots, f);
      if (round > 0 && maxNorm(f, n) > near) return false;
      memory.advance(x, f, n);
    }
    return false;
  }

  private walk(problem: BallotGame, x: Float64Array, tolerance: number): boolean {
    const n = problem.size;
    let t = 0;
    let step = 0.5;
    while (t < 1) {
      const next = Math.min(1, t + step);
      for (let i = 0; i < n; i++) this.start[i] = x[i];
      if (this.correct(problem, x, next, next === 1 ? tolerance : 1e-3)) {
        t = next;
        step = 1 - t;
        continue;
      }
      for (let i = 0; i < n; i++) x[i] = this.start[i];
      step = (next - t) / 2;
      if (step < shortest) return false;
    }
    return true;
  }

  /** Newton at fixed t. */
  private correct(problem: BallotGame, x: Float64Array, t: number, tolerance: number): boolean {
    const n = problem.size;
    const { f } = this;
    let last = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 24; round++) {
      if (!this.look(problem, x, t)) return false;
      if (this.residual <= tolerance) return round > 0 || this.factor(problem, x, t, false);
      if ((round === 0 || this.residual > 0.1 * last) && !this.factor(problem, x, t, false)) return false;
      last = this.residual;
      luSolve(this.matrix, n, n + 1, this.pivots, f);
      if (round > 0 && maxNorm(f, n) > near) return false;
      for (let i = 0; i < n; i++) x[i] -= f[i];
    }
    return false;
  }

  private look(problem: BallotGame, x: Float64Array, t: number): boolean {
    problem.evaluate(x, t, this.f);
    this.evaluations++;
    this.residual = maxNorm(this.f, problem.size);
    return this.residual < Number.POSITIVE_INFINITY;
  }

  /** Factorises ∂F/∂x, or its chord, at the point last evaluated. False if the determinant is not positive. */
  private factor(problem: BallotGame, x: Float64Array, t: number, chord: boolean): boolean {
    const n = problem.size;
    if (chord) problem.chord(t, this.matrix, n + 1);
    else problem.jacobian(x, t, this.matrix, n + 1);
    return luFactor(this.matrix, n, n + 1, this.pivots) > 0;
  }
}
