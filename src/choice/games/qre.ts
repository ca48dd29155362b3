import { exp, log } from '../../chance/exact.ts';
import { luFactor, luSolve, maxNorm } from './linear.ts';
import { LogitSystem } from './logit-system.ts';
import { advance, type NormalForm, offsets, strategyPayoffs, uniformProfile } from './normal-form.ts';
import { PATH_OPTIONS, PathFollower } from './path.ts';

/** A logit quantal response equilibrium. */
export interface Qre {
  /** Flat mixed profile, see `offsets`. */
  readonly profile: Float64Array;
  readonly lambda: number;
  /** Largest |π_ij − exp(λ u_ij) / Σ_k exp(λ u_ik)|. */
  readonly residual: number;
  /** `principal`: first point with this λ on the branch that starts from even shares at λ = 0. */
  readonly branch: 'principal' | 'other';
  /** Times the branch reversed its direction in λ before this point. */
  readonly turningPoints: number;
  readonly steps: number;
  /** Points with this λ that were seen on the principal branch; more than 1 if it bends back. */
  readonly crossings: number;
}

/**
 * Logit QRE at precision λ on the principal branch (McKelvey & Palfrey, GEB 10 (1995) 6–38), by path following.
 *
 * @param lambda >= 0, in 1 / payoff unit
 * @throws RangeError if the branch cannot be followed so far
 */
export function solveQre(game: NormalForm, lambda: number): Qre {
  const system = new LogitSystem(game);
  const follower = new PathFollower(system.size);
  const x = uniformProfile(game).map(log);
  if (lambda > 0 && !follower.follow(system, x, 0, lambda, PATH_OPTIONS))
    throw new RangeError(`the principal branch was lost at λ = ${follower.t} on the way to ${lambda}`);
  const { turningPoints, steps } = follower;
  const profile = x.map(exp);
  return {
    profile,
    lambda,
    residual: residualOf(game, profile, lambda),
    branch: 'principal',
    turningPoints,
    steps,
    crossings: lambda > 0 ? countCrossings(system, follower, x, lambda) : 1,
  };
}

// Goes on along the branch, to four times λ, and counts how often it comes back.
function countCrossings(
  system: LogitSystem,
  follower: PathFollower,
  x: Float64Array,
  lambda: number,
): number {
  let crossings = 1;
  let above = true;
  const limit = { ...PATH_OPTIONS, maxSteps: 400 };
  follower.follow(system, Float64Array.from(x), lambda, 4 * lambda + 4, limit, (_, t) => {
    if (t > lambda !== above) crossings++;
    above = t > lambda;
    return true;
  });
  return crossings;
}

/** Points of the principal branch in order, up to the first with λ = `maxLambda`, which is the last. */
export function tracePrincipal(game: NormalForm, maxLambda: number): Pick<Qre, 'profile' | 'lambda'>[] {
  const system = new LogitSystem(game);
  const x = uniformProfile(game).map(log);
  const points = [{ profile: uniformProfile(game), lambda: 0 }];
  new PathFollower(system.size).follow(system, x, 0, maxLambda, PATH_OPTIONS, (at, lambda) => {
    points.push({ profile: at.map(exp), lambda });
    return true;
  });
  return points;
}

/**
 * Further fixed points at λ, by Newton's method from replies to every pure profile and to halfway points. Those within
 * 1e-6 of the principal one are left out. The list need not be complete.
 */
export function otherBranches(game: NormalForm, lambda: number): Qre[] {
  const known = [solveQre(game, lambda)];
  const system = new LogitSystem(game);
  for (const start of startProfiles(game)) {
    const profile = newton(system, logitReply(game, start, lambda), lambda);
    if (profile === undefined || known.some((other) => near(other.profile, profile))) continue;
    const residual = residualOf(game, profile, lambda);
    known.push({ profile, lambda, residual, branch: 'other', turningPoints: 0, steps: 0, crossings: 0 });
  }
  return known.slice(1);
}

function near(a: Float64Array, b: Float64Array): boolean {
  return a.every((p, j) => Math.abs(p - b[j]) < 1e-6);
}

// Every pure profile, and blends of it with even shares.
function startProfiles(game: NormalForm): Float64Array[] {
  const starts = offsets(game);
  const even = uniformProfile(game);
  const pure = game.strategies.map(() => 0);
  const total = game.strategies.reduce((product, count) => product * count, 1);
  const list: Float64Array[] = [];
  for (let index = 0; index < total; index++) {
    for (const share of [1, 0.75, 0.5, 0.25]) {
      const profile = even.map((p) => (1 - share) * p);
      pure.forEach((j, i) => {
        profile[starts[i] + j] += share;
      });
      list.push(profile);
    }
    advance(pure, game.strategies);
  }
  return list;
}

function newton(system: LogitSystem, start: Float64Array, lambda: number): Float64Array | undefined {
  const n = system.size;
  const x = start.map((p) => log(Math.max(p, 1e-300)));
  const f = new Float64Array(n);
  const matrix = new Float64Array(n * (n + 1));
  const pivots = new Int32Array(n);
  for (let iteration = 0; iteration < 80; iteration++) {
    system.evaluate(x, lambda, f);
    const residual = maxNorm(f, n);
    if (residual <= 1e-11 * (1 + lambda)) return x.map(exp);
    if (!(residual < 1e8)) return undefined;
    system.jacobian(x, lambda, matrix, n + 1);
    if (luFactor(matrix, n, n + 1, pivots) === 0) return undefined;
    luSolve(matrix, n, n + 1, pivots, f);
    const scale = Math.min(1, 1 / maxNorm(f, n));
    for (let a = 0; a < n; a++) x[a] = Math.min(0, x[a] - scale * f[a]);
  }
  return undefined;
}

/** One round of noisy replies: π_ij ∝ exp(λ u_ij(profile)). */
export function logitReply(game: NormalForm, profile: Float64Array, lambda: number): Float64Array {
  const out = new Float64Array(profile.length);
  strategyPayoffs(game, profile, out);
  offsets(game).forEach((first, i) => {
    const row = out.subarray(first, first + game.strategies[i]);
    const top = row.reduce((a, b) => Math.max(a, b), -Infinity);
    let sum = 0;
    for (let j = 0; j < row.length; j++) {
      row[j] = exp(lambda * (row[j] - top));
      sum += row[j];
    }
    for (let j = 0; j < row.length; j++) row[j] /= sum;
  });
  return out;
}

/** Largest difference between a profile and the noisy reply to it. */
export function residualOf(game: NormalForm, profile: Float64Array, lambda: number): number {
  const reply = logitReply(game, profile, lambda);
  return reply.reduce((worst, p, j) => Math.max(worst, Math.abs(p - profile[j])), 0);
}

/** Simultaneous replacement π ← σ(π), which need not converge: kept to show that. Returns the last profile. */
export function iterate(game: NormalForm, lambda: number, start: Float64Array, rounds: number): Float64Array {
  let profile = start;
  for (let round = 0; round < rounds; round++) profile = logitReply(game, profile, lambda);
  return profile;
}
