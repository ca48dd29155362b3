import { luFactor, luSolve } from '../games/linear.ts';
import type { Ballot } from './ballot.ts';
import type { BallotSolver } from './equilibrium.ts';

/** How a ballot's inputs move together, e.g. with one weight of the model; each array has length n, `influence` n × n. */
export interface BallotDirection {
  readonly yes?: Float64Array;
  readonly no?: Float64Array;
  readonly stake?: Float64Array;
  readonly prospect?: Float64Array;
  readonly influence?: Float64Array;
}

/** Rates of change of the equilibrium along a direction. */
export interface BallotRates {
  readonly gains: Float64Array;
  readonly yes: Float64Array;
  readonly no: Float64Array;
  readonly abstain: Float64Array;
  readonly win: number;
}

/**
 * Derivatives of the ballot last solved with respect to its inputs, by the implicit function theorem: with g = G(g, θ),
 * (I − ∂G/∂g) dg = ∂G/∂θ dθ. Factors the matrix once for any number of directions. Allocates.
 *
 * @throws RangeError at a turning point, where the equilibrium does not move smoothly
 */
export class BallotSensitivity {
  private readonly n: number;
  private readonly ballot: Ballot;
  private readonly solver: BallotSolver;
  private readonly matrix: Float64Array;
  private readonly pivots: Int32Array;

  constructor(solver: BallotSolver) {
    const { game } = solver;
    this.solver = solver;
    this.ballot = game.ballot!;
    this.n = game.size;
    this.matrix = new Float64Array(this.n * (this.n + 1));
    this.pivots = new Int32Array(this.n);
    game.evaluate(solver.gains, 1, new Float64Array(this.n));
    game.jacobian(solver.gains, 1, this.matrix, this.n + 1);
    if (luFactor(this.matrix, this.n, this.n + 1, this.pivots) === 0)
      throw new RangeError('the ballot stands at a turning point: its equilibrium has no derivative');
  }

  along(direction: BallotDirection): BallotRates {
    const { n, solver } = this;
    const { game } = solver;
    const moved = this.direct(direction);
    const pivotRates = new Float64Array(n * n);
    const winRates = new Float64Array(n);
    game.count.slopes(moved.yes, moved.abstain, pivotRates, n, winRates);
    const win = winRates.reduce((sum, rate) => sum + rate, 0);
    const gains = Float64Array.from({ length: n }, (_, j) =>
      this.gainRate(j, direction, moved, pivotRates, win),
    );
    luSolve(this.matrix, n, n + 1, this.pivots, gains);
    const total = this.direct(direction, gains);
    game.count.slopes(total.yes, total.abstain, pivotRates, n, winRates);
    return { gains, ...total, win: winRates.reduce((sum, rate) => sum + rate, 0) };
  }

  // Rates of the choice probabilities when utilities move by the direction, plus or minus `gains`.
  private direct(direction: BallotDirection, gains?: Float64Array): Omit<BallotRates, 'gains' | 'win'> {
    const { n } = this;
    const { yes, no, abstain } = this.solver.game;
    const out = { yes: new Float64Array(n), no: new Float64Array(n), abstain: new Float64Array(n) };
    for (let j = 0; j < n; j++) {
      const up = (direction.yes?.[j] ?? 0) + (gains?.[j] ?? 0);
      const down = (direction.no?.[j] ?? 0) - (gains?.[j] ?? 0);
      const mean = yes[j] * up + no[j] * down;
      out.yes[j] = yes[j] * (up - mean);
      out.no[j] = no[j] * (down - mean);
      out.abstain[j] = -abstain[j] * mean;
    }
    return out;
  }

  private gainRate(
    j: number,
    direction: BallotDirection,
    moved: Omit<BallotRates, 'gains' | 'win'>,
    pivotRates: Float64Array,
    winRate: number,
  ): number {
    const { n, ballot } = this;
    const { game } = this.solver;
    let rate = 2 * ballot.prospect[j] * winRate;
    rate += (direction.stake?.[j] ?? 0) * game.pivot[j];
    rate += (direction.prospect?.[j] ?? 0) * (2 * game.win - 1);
    for (let k = 0; k < n; k++) {
      rate += ballot.stake[j] * pivotRates[j * n + k];
      rate += (direction.influence?.[j * n + k] ?? 0) * (game.yes[k] - game.no[k]);
      rate += (ballot.influence?.[j * n + k] ?? 0) * (moved.yes[k] - moved.no[k]);
    }
    return rate;
  }
}
