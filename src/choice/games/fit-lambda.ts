import { exp, log } from '../../chance/exact.ts';
import { luFactor, luSolve } from './linear.ts';
import { LogitSystem } from './logit-system.ts';
import { type NormalForm, strategyPayoffs, uniformProfile } from './normal-form.ts';
import { PATH_OPTIONS, PathFollower } from './path.ts';
import { logitReply } from './qre.ts';

export interface LambdaFit {
  readonly lambda: number;
  readonly profile: Float64Array;
  /** Σ counts · log probability. */
  readonly logLikelihood: number;
  /** The likelihood still grows at `maxLambda`. */
  readonly atLimit: boolean;
}

interface Point {
  readonly lambda: number;
  readonly x: Float64Array;
}

/**
 * Maximum likelihood precision for observed choices, along the principal branch up to `maxLambda`
 * (McKelvey & Palfrey 1995, §5).
 *
 * @param counts how often each strategy was chosen, flat as a mixed profile
 */
export function fitLambda(game: NormalForm, counts: Float64Array, maxLambda = 1e6): LambdaFit {
  const system = new LogitSystem(game);
  const points = trace(game, system, maxLambda);
  const values = points.map(({ x }) => likelihood(x, counts));
  const best = values.reduce((top, value, i) => (value > values[top] ? i : top), 0);
  const last = points.length - 1;
  if (best === last) return report(points[last], counts, true);
  const low = points[Math.max(0, best - 1)];
  return report(climb(system, low, points[best + 1], counts), counts, false);
}

function trace(game: NormalForm, system: LogitSystem, maxLambda: number): Point[] {
  const x = uniformProfile(game).map(log);
  const points: Point[] = [{ lambda: 0, x: Float64Array.from(x) }];
  new PathFollower(system.size).follow(system, x, 0, maxLambda, PATH_OPTIONS, (at, lambda) => {
    points.push({ lambda, x: Float64Array.from(at) });
    return true;
  });
  return points;
}

// Bisection on the slope of the likelihood, always starting from the lower end of the bracket.
function climb(system: LogitSystem, low: Point, high: Point, counts: Float64Array): Point {
  let from = low;
  let top = high.lambda;
  for (let round = 0; round < 60 && top - from.lambda > 1e-12 * top; round++) {
    const middle = 0.5 * (from.lambda + top);
    const x = Float64Array.from(from.x);
    if (!new PathFollower(system.size).follow(system, x, from.lambda, middle, PATH_OPTIONS)) break;
    if (slope(system, x, middle, counts) > 0) from = { lambda: middle, x };
    else top = middle;
  }
  return from;
}

// d log-likelihood / dλ = Σ counts · dx/dλ, with dx/dλ from the implicit function theorem.
function slope(system: LogitSystem, x: Float64Array, lambda: number, counts: Float64Array): number {
  const n = system.size;
  const matrix = new Float64Array(n * (n + 1));
  const pivots = new Int32Array(n);
  system.evaluate(x, lambda, new Float64Array(n));
  system.jacobian(x, lambda, matrix, n + 1);
  const rate = Float64Array.from({ length: n }, (_, a) => -matrix[a * (n + 1) + n]);
  luFactor(matrix, n, n + 1, pivots);
  luSolve(matrix, n, n + 1, pivots, rate);
  return rate.reduce((sum, r, a) => sum + counts[a] * r, 0);
}

function likelihood(x: Float64Array, counts: Float64Array): number {
  return counts.reduce((sum, count, a) => (count > 0 ? sum + count * x[a] : sum), 0);
}

function report(point: Point, counts: Float64Array, atLimit: boolean): LambdaFit {
  const { lambda, x } = point;
  return { lambda, profile: x.map(exp), logLikelihood: likelihood(x, counts), atLimit };
}

/**
 * Precision estimated from payoffs against the observed shares, without solving the game: maximises
 * Σ counts · log logit(λ u(shares)), which is concave (Bajari & Hortaçsu, J. Polit. Econ. 113 (2005) 703–741).
 *
 * @param shares observed mixed profile
 * @param counts observed choices, flat likewise
 * @returns λ between 0 and `maxLambda`
 */
export function fitLambdaToPayoffs(
  game: NormalForm,
  shares: Float64Array,
  counts: Float64Array,
  maxLambda = 1e6,
): number {
  const values = new Float64Array(shares.length);
  strategyPayoffs(game, shares, values);
  const perPlayer = playerCounts(game, counts);
  const rising = (lambda: number): boolean => {
    const reply = logitReply(game, shares, lambda);
    return reply.reduce((sum, p, a) => sum + (counts[a] - perPlayer[a] * p) * values[a], 0) > 0;
  };
  let low = 0;
  let high = maxLambda;
  for (let round = 0; round < 200 && high - low > 1e-12 * high; round++) {
    const middle = 0.5 * (low + high);
    if (rising(middle)) low = middle;
    else high = middle;
  }
  return low;
}

// For every strategy, how often its player chose at all.
function playerCounts(game: NormalForm, counts: Float64Array): number[] {
  let at = 0;
  return game.strategies.flatMap((count) => {
    const total = counts.subarray(at, at + count).reduce((a, b) => a + b, 0);
    at += count;
    return new Array<number>(count).fill(total);
  });
}
