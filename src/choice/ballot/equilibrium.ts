import { type PathOptions, PathFollower } from '../games/path.ts';
import { Anderson } from './anderson.ts';
import {
  type Ballot,
  type BallotPath,
  type BranchCode,
  FOLLOWED,
  NOT_CONVERGED,
  TURNED,
  UNIQUE,
} from './ballot.ts';
import { ContractionBound } from './contraction.ts';
import { BallotGame } from './game.ts';
import { NaturalFollower } from './natural.ts';

const TOLERANCE = 1e-10;
const SAFE_SHARE = 0.95;

const PATH: PathOptions = {
  firstStep: 0.5,
  maxStep: 4,
  pathTolerance: 1e-4,
  tolerance: 0.5 * TOLERANCE,
  maxSteps: 200,
};

/**
 * Finds the logit equilibrium of a ballot as publicly seen (quantal response equilibrium, McKelvey & Palfrey, GEB 10
 * (1995) 6–38). Create one per worker; a call allocates nothing unless the ballot has more voters than any before.
 * Results stay valid until the next call.
 */
export class BallotSolver {
  /** The equations at the solution: `game.yes`, `no`, `abstain`, `pivot`, `gain`, `win`. */
  readonly game: BallotGame;
  /** How the fixed point was found. */
  branch: BranchCode = NOT_CONVERGED;
  /** Largest |G_j(p(g)) − g_j|, in utility units. */
  residual = Infinity;
  /** Evaluations of the map. */
  iterations = 0;
  turningPoints = 0;
  /** Upper bound on the map's Lipschitz constant. */
  lipschitz = Infinity;
  /** The fixed point, length >= n. */
  gains: Float64Array;
  private scratch: Float64Array;
  private anderson: Anderson;
  private follower: PathFollower;
  private natural: NaturalFollower;
  private readonly contraction = new ContractionBound();
  private capacity: number;

  /** @param capacity voters (or blocs) to reserve space for */
  constructor(capacity: number) {
    this.capacity = capacity;
    this.game = new BallotGame(capacity);
    this.gains = new Float64Array(capacity);
    this.scratch = new Float64Array(capacity);
    this.anderson = new Anderson(capacity);
    this.follower = new PathFollower(capacity);
    this.natural = new NaturalFollower(capacity);
  }

  /**
   * Solves a ballot. Where several equilibria may exist the one at the end of `path` is taken, never the nearest to
   * the start.
   *
   * @param warm start from `gains` as they are; changes the effort, and the answer only within the tolerance
   * @returns the branch code; `residual` is at most 1e-10 unless it is NOT_CONVERGED
   */
  solve(ballot: Ballot, path: BallotPath = 'interaction', warm = false): BranchCode {
    if (ballot.n > this.capacity) this.grow(ballot.n);
    this.game.load(ballot, path);
    this.iterations = 0;
    this.turningPoints = 0;
    this.lipschitz = this.contraction.compute(ballot);
    if (this.lipschitz < 1) this.solveUnique(warm);
    else this.followPath(path);
    return this.branch;
  }

  private solveUnique(warm: boolean): void {
    const { game, gains } = this;
    if (!warm) gains.fill(0, 0, game.size);
    const done = this.anderson.solve(game, gains, 1, TOLERANCE, 60) || this.iterate();
    this.iterations += this.anderson.iterations;
    this.residual = this.anderson.residual;
    this.branch = done ? UNIQUE : NOT_CONVERGED;
  }

  // The plain iteration, which converges for sure where the map contracts.
  private iterate(): boolean {
    const { game, gains } = this;
    gains.fill(0, 0, game.size);
    for (let round = 0; round < 2000; round++) {
      game.evaluate(gains, 1, this.scratch);
      for (let j = 0; j < game.size; j++) gains[j] -= this.scratch[j];
    }
    return this.anderson.solve(game, gains, 1, TOLERANCE, 60);
  }

  private followPath(path: BallotPath): void {
    const { game, gains, follower, natural } = this;
    if (path === 'interaction') {
      const done = natural.follow(game, gains, 0.5 * TOLERANCE);
      this.iterations += natural.evaluations;
      this.residual = natural.residual;
      this.branch = FOLLOWED;
      if (done) return;
    }
    const from = this.startOfPath(path);
    const arrived = follower.follow(game, gains, from, 1, PATH);
    this.iterations += follower.evaluations;
    this.residual = follower.residual;
    this.turningPoints = follower.turningPoints;
    if (arrived) this.branch = follower.turningPoints === 0 ? FOLLOWED : TURNED;
    else this.settle();
  }

  // Up to t = 0.95 / Lipschitz bound the fixed point of t·G is unique, so the path can start there.
  private startOfPath(path: BallotPath): number {
    const { game, gains } = this;
    gains.fill(0, 0, game.size);
    if (path !== 'interaction' || this.lipschitz >= 20) return 0;
    const from = SAFE_SHARE / this.lipschitz;
    const done = this.anderson.solve(game, gains, from, 1e-5, 60);
    this.iterations += this.anderson.iterations;
    if (done) return from;
    gains.fill(0, 0, game.size);
    return 0;
  }

  // The path was lost: report the point nearest by, with its residual at t = 1.
  private settle(): void {
    this.anderson.solve(this.game, this.gains, 1, TOLERANCE, 200);
    this.iterations += this.anderson.iterations;
    this.residual = this.anderson.residual;
    this.branch = NOT_CONVERGED;
  }

  private grow(n: number): void {
    this.capacity = n;
    this.gains = new Float64Array(n);
    this.scratch = new Float64Array(n);
    this.anderson = new Anderson(n);
    this.follower = new PathFollower(n);
    this.natural = new NaturalFollower(n);
  }
}
