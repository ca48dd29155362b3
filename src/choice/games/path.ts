import { dot, luFactor, luSolve, maxNorm } from './linear.ts';

/** A system of n equations F(x, t) = 0 whose solutions form curves in (x, t). */
export interface PathProblem {
  readonly size: number;
  /** Writes F(x, t) to `out`. */
  evaluate(x: Float64Array, t: number, out: Float64Array): void;
  /**
   * Writes the derivatives at the point last evaluated: dF_i/dx_j at `i * stride + j`, dF_i/dt at `i * stride + size`.
   */
  jacobian(x: Float64Array, t: number, matrix: Float64Array, stride: number): void;
}

export interface PathOptions {
  /** First step, as arc length. */
  readonly firstStep: number;
  /** Longest step, as arc length. */
  readonly maxStep: number;
  /** Residual (largest |F_i|) allowed along the way. */
  readonly pathTolerance: number;
  /** Residual wanted at the target. */
  readonly tolerance: number;
  /** Steps after which to give up, rejected ones included. */
  readonly maxSteps: number;
}

export const PATH_OPTIONS: PathOptions = {
  firstStep: 0.1,
  maxStep: Infinity,
  pathTolerance: 1e-7,
  tolerance: 1e-12,
  maxSteps: 2000,
};

const SHORTEST_STEP = 1e-9;
const TRUSTED_STEP = 0.01;

/**
 * Follows a solution curve by pseudo-arclength continuation: Euler predictor along the tangent, Newton corrector in the
 * plane across it, so that it goes round turning points in t
 * (Keller 1977; Allgower & Georg, Numerical Continuation Methods, 1990; for logit equilibria Turocy, GEB 51 (2005) 243–263).
 * One object holds its scratch space; nothing is allocated while following.
 */
export class PathFollower {
  /** Where the last call ended. */
  t = 0;
  residual = 0;
  steps = 0;
  evaluations = 0;
  /** Times the curve reversed its direction in t before the target. */
  turningPoints = 0;
  private readonly y: Float64Array;
  private readonly f: Float64Array;
  private readonly delta: Float64Array;
  private readonly tangent: Float64Array;
  private readonly matrix: Float64Array;
  private readonly pivots: Int32Array;
  private next = 0;
  // Sign of det dF/dx where the path starts and where it lands; each turning point reverses it.
  private startSign = 0;
  private landingSign = 0;
  private sign = 0;

  constructor(capacity: number) {
    const m = capacity + 1;
    this.y = new Float64Array(m);
    this.f = new Float64Array(m);
    this.delta = new Float64Array(m);
    this.tangent = new Float64Array(m);
    this.matrix = new Float64Array(m * m);
    this.pivots = new Int32Array(m);
  }

  /**
   * Starts at the solution (x, t) = (x, from), heads towards larger t and stops where the curve first reaches `target`.
   *
   * @param x start on entry, last point on exit
   * @param visit called with every accepted point, if given; returning false stops there
   * @returns whether the target was reached to `tolerance`
   */
  follow(
    problem: PathProblem,
    x: Float64Array,
    from: number,
    target: number,
    options: PathOptions,
    visit?: (x: Float64Array, t: number) => boolean,
  ): boolean {
    const n = problem.size;
    this.reset(from);
    if (!this.start(problem, x)) return false;
    let length = options.firstStep;
    while (this.steps < options.maxSteps && length > SHORTEST_STEP) {
      this.steps++;
      const speed = this.tangent[n];
      let landing = speed > 0 && this.t + length * speed >= target;
      if (landing) length = (target - this.t) / speed;
      this.predict(x, n, length, landing ? target : this.t + length * speed);
      let effort = landing ? this.land(problem, options, length) : this.correct(problem, options, length);
      if (effort > 0 && !landing && this.next >= target) {
        // The corrector slid past the target: land from where it stands.
        landing = true;
        this.next = target;
        effort = this.land(problem, options, length);
      }
      const kept = landing ? this.hasRightSign(length) : effort > 0 && this.turn(problem);
      if (effort === 0 || !kept) {
        if (!this.refresh(problem, x)) return false;
        length *= 0.4;
        continue;
      }
      for (let i = 0; i < n; i++) x[i] = this.y[i];
      this.t = this.next;
      const stopped = visit !== undefined && !visit(x, this.t);
      if (landing || stopped) return landing;
      if (effort <= 3) length *= 2;
      else if (effort > 5) length *= 0.6;
      if (length > options.maxStep) length = options.maxStep;
    }
    return false;
  }

  private reset(from: number): void {
    this.t = from;
    this.steps = 0;
    this.evaluations = 0;
    this.turningPoints = 0;
  }

  private start(problem: PathProblem, x: Float64Array): boolean {
    this.tangent.fill(0);
    this.tangent[problem.size] = 1;
    if (!this.refresh(problem, x)) return false;
    this.startSign = this.sign;
    return this.newTangent(problem.size);
  }

  // Derivatives at (x, t), bordered by the present tangent.
  private refresh(problem: PathProblem, x: Float64Array): boolean {
    this.evaluate(problem, x, this.t);
    return this.border(problem, x, this.t);
  }

  private border(problem: PathProblem, x: Float64Array, t: number): boolean {
    const n = problem.size;
    problem.jacobian(x, t, this.matrix, n + 1);
    for (let j = 0; j <= n; j++) this.matrix[n * (n + 1) + j] = this.tangent[j];
    this.sign = luFactor(this.matrix, n + 1, n + 1, this.pivots);
    return this.sign !== 0;
  }

  private newTangent(n: number): boolean {
    const { delta, tangent } = this;
    const length = this.solveTangent(n);
    if (!(length < Infinity)) return false;
    for (let i = 0; i <= n; i++) tangent[i] = delta[i] / length;
    return true;
  }

  // The kernel of the derivatives, scaled to have product 1 with the border row. Returns its length.
  private solveTangent(n: number): number {
    this.delta.fill(0, 0, n);
    this.delta[n] = 1;
    luSolve(this.matrix, n + 1, n + 1, this.pivots, this.delta);
    return Math.sqrt(dot(this.delta, this.delta, n + 1));
  }

  private predict(x: Float64Array, n: number, length: number, t: number): void {
    for (let i = 0; i < n; i++) this.y[i] = x[i] + length * this.tangent[i];
    this.next = t;
  }

  // Chord Newton across the tangent with the matrix of the last point. Returns the iterations used, 0 if too far off.
  private correct(problem: PathProblem, options: PathOptions, length: number): number {
    const n = problem.size;
    let last = Infinity;
    for (let iteration = 1; iteration <= 7; iteration++) {
      const residual = this.evaluate(problem, this.y, this.next);
      if (!(residual < Infinity)) return 0;
      if (residual <= options.pathTolerance * (1 + Math.abs(this.next))) return iteration;
      const size = this.newtonStep(n);
      if (!(size <= 0.5 * last) || (iteration === 1 && size > 0.3 * length + this.slack(options))) return 0;
      last = size;
      this.next += this.delta[n];
    }
    return 0;
  }

  private newtonStep(n: number): number {
    const { delta, f, y } = this;
    for (let i = 0; i < n; i++) delta[i] = -f[i];
    delta[n] = 0;
    luSolve(this.matrix, n + 1, n + 1, this.pivots, delta);
    for (let i = 0; i < n; i++) y[i] += delta[i];
    return Math.sqrt(dot(delta, delta, n + 1));
  }

  // Newton at fixed t. The border row (0, …, 0, 1) holds t where it is.
  private land(problem: PathProblem, options: PathOptions, length: number): number {
    const n = problem.size;
    let moved = 0;
    let last = Infinity;
    for (let iteration = 1; iteration <= 12; iteration++) {
      const residual = this.evaluate(problem, this.y, this.next);
      if (!(residual < Infinity)) return 0;
      if (residual <= options.tolerance * (1 + Math.abs(this.next))) return iteration;
      if (residual > 0.1 * last && !this.fix(problem)) return 0;
      if (last === Infinity && !this.fix(problem)) return 0;
      moved += this.newtonStep(n);
      if (moved > 0.5 * length + this.slack(options)) return 0;
      last = residual;
    }
    return 0;
  }

  // How far a point that satisfies the path tolerance may be from the curve, roughly.
  private slack(options: PathOptions): number {
    return 20 * options.pathTolerance * (1 + Math.abs(this.next));
  }

  private fix(problem: PathProblem): boolean {
    const n = problem.size;
    problem.jacobian(this.y, this.next, this.matrix, n + 1);
    this.matrix.fill(0, n * (n + 1), n * (n + 1) + n);
    this.matrix[n * (n + 1) + n] = 1;
    this.landingSign = luFactor(this.matrix, n + 1, n + 1, this.pivots);
    return this.landingSign !== 0;
  }

  // Landing on a neighbouring sheet shows in the sign. So does a point where curves cross (a symmetric game), which is
  // no reason to stop: hence short steps are trusted.
  private hasRightSign(length: number): boolean {
    const expected = this.turningPoints % 2 === 0 ? this.startSign : -this.startSign;
    return length < TRUSTED_STEP || this.landingSign === expected;
  }

  // Takes the tangent at the corrected point; refuses bends too sharp to be one curve for sure.
  private turn(problem: PathProblem): boolean {
    const n = problem.size;
    const { delta, tangent } = this;
    if (!this.border(problem, this.y, this.next)) return false;
    const length = this.solveTangent(n);
    // The border makes (old tangent) · delta = 1, so the cosine between old and new is 1 / length.
    if (!(length < 1.12)) return false;
    if (delta[n] > 0 !== tangent[n] > 0) this.turningPoints++;
    for (let i = 0; i <= n; i++) tangent[i] = delta[i] / length;
    return true;
  }

  private evaluate(problem: PathProblem, x: Float64Array, t: number): number {
    this.evaluations++;
    problem.evaluate(x, t, this.f);
    this.residual = maxNorm(this.f, problem.size);
    return this.residual;
  }
}
