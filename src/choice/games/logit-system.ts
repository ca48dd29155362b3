import { exp } from '../../chance/exact.ts';
import {
  type NormalForm,
  offsets,
  profileLength,
  strategyPayoffs,
  strategyPayoffSlopes,
} from './normal-form.ts';
import type { PathProblem } from './path.ts';

/**
 * The logit equilibria of a game as curves in (x, λ), where x are log-probabilities, which stay accurate when
 * probabilities vanish (Turocy, GEB 51 (2005) 243–263). For each player: Σ_j exp x_ij = 1, and
 * x_ij − x_i0 = λ (u_ij − u_i0) for j >= 1.
 */
export class LogitSystem implements PathProblem {
  readonly size: number;
  readonly game: NormalForm;
  /** Probabilities at the point last evaluated. */
  readonly profile: Float64Array;
  private readonly starts: readonly number[];
  private readonly values: Float64Array;
  private readonly slopes: Float64Array;

  constructor(game: NormalForm) {
    this.game = game;
    this.size = profileLength(game);
    this.starts = offsets(game);
    this.profile = new Float64Array(this.size);
    this.values = new Float64Array(this.size);
    this.slopes = new Float64Array(this.size * this.size);
  }

  evaluate(x: Float64Array, lambda: number, out: Float64Array): void {
    for (let a = 0; a < this.size; a++) this.profile[a] = exp(x[a]);
    strategyPayoffs(this.game, this.profile, this.values);
    this.game.strategies.forEach((count, i) => {
      const first = this.starts[i];
      let sum = -1;
      for (let a = first; a < first + count; a++) {
        sum += this.profile[a];
        out[a] = x[a] - x[first] - lambda * (this.values[a] - this.values[first]);
      }
      out[first] = sum;
    });
  }

  jacobian(_x: Float64Array, lambda: number, matrix: Float64Array, stride: number): void {
    const { size, profile, values, slopes } = this;
    strategyPayoffSlopes(this.game, profile, slopes);
    this.game.strategies.forEach((count, i) => {
      const first = this.starts[i];
      for (let a = first; a < first + count; a++) {
        const row = a * stride;
        for (let b = 0; b < size; b++)
          matrix[row + b] = -lambda * (slopes[a * size + b] - slopes[first * size + b]) * profile[b];
        matrix[row + a] += 1;
        matrix[row + first] -= 1;
        matrix[row + size] = values[first] - values[a];
      }
      matrix.fill(0, first * stride, first * stride + size + 1);
      for (let a = first; a < first + count; a++) matrix[first * stride + a] = profile[a];
    });
  }
}
