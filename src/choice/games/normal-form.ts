/**
 * A finite game of n players. The payoff of player i in the pure profile s is at
 * `profileIndex(s) * n + i`, where the first player's strategy varies fastest (as in Gambit's .nfg).
 */
export interface NormalForm {
  /** Number of strategies of each player, all >= 1. */
  readonly strategies: readonly number[];
  readonly payoffs: Float64Array;
}

/** Mixed profiles are flat: player i's probabilities start at `offsets(game)[i]`. */
export function offsets(game: NormalForm): number[] {
  let next = 0;
  return game.strategies.map((count) => {
    const at = next;
    next += count;
    return at;
  });
}

/** Number of strategies of all players together: the length of a mixed profile. */
export function profileLength(game: NormalForm): number {
  return game.strategies.reduce((sum, count) => sum + count, 0);
}

/** Builds a game from a function that gives all players' payoffs in a pure profile. */
export function normalForm(
  strategies: readonly number[],
  payoff: (profile: readonly number[]) => readonly number[],
): NormalForm {
  const players = strategies.length;
  const total = strategies.reduce((product, count) => product * count, 1);
  const payoffs = new Float64Array(total * players);
  const profile = strategies.map(() => 0);
  for (let index = 0; index < total; index++) {
    payoffs.set(payoff(profile), index * players);
    advance(profile, strategies);
  }
  return { strategies, payoffs };
}

/** A two-player game from the matrices of the row and the column player. */
export function bimatrix(
  row: readonly (readonly number[])[],
  column: readonly (readonly number[])[],
): NormalForm {
  return normalForm([row.length, row[0].length], ([i, j]) => [row[i][j], column[i][j]]);
}

/** A two-player game in which both face the same matrix (own strategy by row). */
export function symmetric(matrix: readonly (readonly number[])[]): NormalForm {
  return normalForm([matrix.length, matrix.length], ([i, j]) => [matrix[i][j], matrix[j][i]]);
}

/** Steps to the next pure profile, first player fastest; returns to all zeros after the last. */
export function advance(profile: number[], strategies: readonly number[]): void {
  for (let i = 0; i < profile.length; i++) {
    profile[i]++;
    if (profile[i] < strategies[i]) return;
    profile[i] = 0;
  }
}

/** Even shares for everybody. */
export function uniformProfile(game: NormalForm): Float64Array {
  return Float64Array.from(game.strategies.flatMap((count) => new Array<number>(count).fill(1 / count)));
}

/**
 * Expected payoff of every pure strategy against the others' mixtures.
 *
 * @param profile flat mixed profile
 * @param out length profileLength; entry `offset_i + j` receives the payoff of player i's strategy j
 */
export function strategyPayoffs(game: NormalForm, profile: Float64Array, out: Float64Array): void {
  const players = game.strategies.length;
  const starts = offsets(game);
  const pure = game.strategies.map(() => 0);
  out.fill(0);
  for (let at = 0; at < game.payoffs.length; at += players) {
    for (let i = 0; i < players; i++) {
      let chance = 1;
      for (let k = 0; k < players; k++) if (k !== i) chance *= profile[starts[k] + pure[k]];
      out[starts[i] + pure[i]] += chance * game.payoffs[at + i];
    }
    advance(pure, game.strategies);
  }
}

/**
 * Derivatives of {@link strategyPayoffs}: entry (a, b), at `a * m + b` with m = profileLength, is how the payoff of
 * strategy a changes with the probability of the other player's strategy b.
 */
export function strategyPayoffSlopes(game: NormalForm, profile: Float64Array, out: Float64Array): void {
  const players = game.strategies.length;
  const starts = offsets(game);
  const size = profileLength(game);
  const pure = game.strategies.map(() => 0);
  out.fill(0);
  for (let at = 0; at < game.payoffs.length; at += players) {
    for (let i = 0; i < players; i++)
      for (let k = 0; k < players; k++) {
        if (k === i) continue;
        let chance = 1;
        for (let l = 0; l < players; l++) if (l !== i && l !== k) chance *= profile[starts[l] + pure[l]];
        out[(starts[i] + pure[i]) * size + starts[k] + pure[k]] += chance * game.payoffs[at + i];
      }
    advance(pure, game.strategies);
  }
}

/** Expected payoff of each player. */
export function expectedPayoffs(game: NormalForm, profile: Float64Array): Float64Array {
  const values = new Float64Array(profileLength(game));
  strategyPayoffs(game, profile, values);
  const starts = offsets(game);
  return Float64Array.from(game.strategies, (count, i) => {
    let sum = 0;
    for (let j = 0; j < count; j++) sum += profile[starts[i] + j] * values[starts[i] + j];
    return sum;
  });
}

/** What the player with most to gain would gain by his best reply; 0 exactly at a Nash equilibrium. */
export function regret(game: NormalForm, profile: Float64Array): number {
  const values = new Float64Array(profileLength(game));
  strategyPayoffs(game, profile, values);
  const mean = expectedPayoffs(game, profile);
  const starts = offsets(game);
  let worst = 0;
  game.strategies.forEach((count, i) => {
    for (let j = 0; j < count; j++) worst = Math.max(worst, values[starts[i] + j] - mean[i]);
  });
  return worst;
}
