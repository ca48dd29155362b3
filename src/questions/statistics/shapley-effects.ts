/**
 * Shapley effects (Owen, SIAM/ASA J. Uncertain. Quantif. 2 (2014) 245-251): the variance of an outcome shared out
 * among inputs that may depend on each other, where Sobol indices no longer add up. The worth of a set S of
 * inputs is what knowing it explains, c(S) = Var(E[Y | X_S]); an input gets its average contribution over all
 * orders of learning the inputs. Effects are 0 or more and sum to 1.
 */
import { insist } from './errors.ts';
import { type Matrix, sweep } from './gaussian.ts';

const mostPlayers = 20;

/**
 * The Shapley value of each of n players (Shapley 1953), by all 2^n sets: `worth` of the set whose members are
 * the bits of the mask; the empty set counts too, should it be worth something. At most 20 players.
 *
 *     phi_i = sum over S without i of |S|! (n - 1 - |S|)! / n! (c(S and i) - c(S))
 */
export function shapleyValues(players: number, worth: (mask: number) => number): readonly number[] {
  insistPlayers(players);
  const values = new Float64Array(players);
  for (let mask = 0; mask < 1 << players; mask++) {
    const c = worth(mask);
    for (let i = 0; i < players; i++) values[i]! += shapleyCoefficient(players, mask, i) * c;
  }
  return [...values];
}

/** What c(S) counts for player i: 1 / (n C(n-1, |S|-1)) if i is in S, else -1 / (n C(n-1, |S|)). Over all S, sums to 0. */
export function shapleyCoefficient(players: number, mask: number, player: number): number {
  let size = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) size++;
  return mask & (1 << player)
    ? 1 / (players * choose(players - 1, size - 1))
    : -1 / (players * choose(players - 1, size));
}

/**
 * Exact effects for Y = sum of coefficient x input with jointly normal inputs: shares of Var Y. Inputs that
 * determine each other are allowed. (Iooss & Prieur, Int. J. Uncertain. Quantif. 9 (2019) 493-514; Owen & Prieur 2017.)
 * NaN if Y does not vary. Throws `length-mismatch`, `too-large` above 20 inputs.
 */
export function gaussianShapleyEffects(
  coefficients: readonly number[],
  covariance: Matrix,
): readonly number[] {
  const n = coefficients.length;
  insist(
    covariance.length === n * n,
    'length-mismatch',
    `${n} coefficients but ${covariance.length} covariances`,
  );
  insistPlayers(n);
  const joint = withSum(coefficients, covariance);
  const variance = joint[joint.length - 1]!;
  const explained = (mask: number): number => {
    const matrix = joint.slice();
    sweep(matrix, n + 1, mask);
    return variance - matrix[matrix.length - 1]!;
  };
  return shapleyValues(n, explained).map((v) => v / variance);
}

/** Covariances of the inputs and, last, their weighted sum. */
function withSum(coefficients: readonly number[], covariance: Matrix): Matrix {
  const n = coefficients.length;
  const joint = new Float64Array((n + 1) * (n + 1));
  for (let i = 0; i < n; i++) {
    let withY = 0;
    for (let j = 0; j < n; j++) {
      joint[i * (n + 1) + j] = covariance[i * n + j]!;
      withY += covariance[i * n + j]! * coefficients[j]!;
    }
    joint[i * (n + 1) + n] = withY;
    joint[n * (n + 1) + i] = withY;
    joint[joint.length - 1]! += coefficients[i]! * withY;
  }
  return joint;
}

function choose(n: number, k: number): number {
  let c = 1;
  for (let j = 1; j <= k; j++) c = (c * (n - k + j)) / j;
  return c;
}

function insistPlayers(players: number): void {
  insist(
    Number.isInteger(players) && players >= 1,
    'bad-argument',
    `${players} inputs; there must be 1 or more`,
  );
  insist(
    players <= mostPlayers,
    'too-large',
    `${players} inputs make 2^${players} sets; at most ${mostPlayers}, so group them`,
  );
}
