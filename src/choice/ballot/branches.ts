import { luFactor, luSolve, maxNorm } from '../games/linear.ts';
import type { Ballot } from './ballot.ts';
import { BallotGame } from './game.ts';

/** One fixed point of a ballot. */
export interface BallotBranch {
  readonly gains: Float64Array;
  readonly yes: Float64Array;
  readonly no: Float64Array;
  readonly win: number;
  /** Largest |G_j − g_j|. */
  readonly residual: number;
  /** Sign of det(I − dG/dg). Over all fixed points these add up to 1; −1 marks one that best replies run away from. */
  readonly index: -1 | 0 | 1;
}

const SAME = 1e-6;

/**
 * Looks for all fixed points of a ballot by Newton's method from fixed starts: nobody, everybody for, everybody against,
 * private leanings, their reverse, and every voter turned alone. More than one result proves that several equilibria
 * exist; one result proves nothing (the indices of a complete list add up to 1).
 */
export function findBranches(ballot: Ballot): BallotBranch[] {
  const game = new BallotGame(ballot.n);
  game.load(ballot, 'interaction');
  const found: BallotBranch[] = [];
  for (const start of starts(ballot)) {
    const branch = polish(game, start);
    if (branch !== undefined && !found.some((other) => isSame(other.gains, branch.gains))) found.push(branch);
  }
  return found;
}

function starts(ballot: Ballot): Float64Array[] {
  const { n } = ballot;
  const reach = Float64Array.from({ length: n }, (_, j) => gainReach(ballot, j));
  const leaning = reach.map((r, j) => (ballot.yes[j] >= ballot.no[j] ? r : -r));
  const corners = [new Float64Array(n), reach, reach.map((r) => -r), leaning, leaning.map((r) => -r)];
  const turned = Array.from({ length: n }, (_, j) => leaning.map((r, k) => (k === j ? -r : r)));
  return [...corners, ...turned].flatMap((start) => [start, start.map((x) => x / 3)]);
}

function gainReach(ballot: Ballot, j: number): number {
  const { n, influence } = ballot;
  let reach = Math.abs(ballot.stake[j]) + Math.abs(ballot.prospect[j]);
  for (let k = 0; k < n; k++) reach += influence === null ? 0 : Math.abs(influence[j * n + k]);
  return reach;
}

// Newton with halved steps until the residual falls.
function polish(game: BallotGame, start: Float64Array): BallotBranch | undefined {
  const n = game.size;
  const g = Float64Array.from(start);
  const f = new Float64Array(n + 1);
  const trial = new Float64Array(n);
  const matrix = new Float64Array(n * (n + 1));
  const pivots = new Int32Array(n);
  let residual = evaluate(game, g, f);
  for (let iteration = 0; iteration < 60 && residual > 1e-12; iteration++) {
    game.jacobian(g, 1, matrix, n + 1);
    if (luFactor(matrix, n, n + 1, pivots) === 0) return undefined;
    luSolve(matrix, n, n + 1, pivots, f);
    const next = search(game, g, f, trial, residual);
    if (next >= residual) break;
    residual = evaluate(game, g, f);
  }
  return residual <= 1e-10 ? describe(game, g, residual, matrix, pivots) : undefined;
}

function search(
  game: BallotGame,
  g: Float64Array,
  step: Float64Array,
  trial: Float64Array,
  residual: number,
): number {
  const out = new Float64Array(game.size);
  for (let scale = 1; scale > 1e-3; scale /= 2) {
    for (let j = 0; j < game.size; j++) trial[j] = g[j] - scale * step[j];
    const next = evaluate(game, trial, out);
    if (next >= residual) continue;
    g.set(trial);
    return next;
  }
  return Infinity;
}

function evaluate(game: BallotGame, g: Float64Array, out: Float64Array): number {
  game.evaluate(g, 1, out);
  return maxNorm(out, game.size);
}

function describe(
  game: BallotGame,
  g: Float64Array,
  residual: number,
  matrix: Float64Array,
  pivots: Int32Array,
): BallotBranch {
  const n = game.size;
  evaluate(game, g, new Float64Array(n));
  game.jacobian(g, 1, matrix, n + 1);
  const index = luFactor(matrix, n, n + 1, pivots) as -1 | 0 | 1;
  return { gains: g, yes: game.yes.slice(0, n), no: game.no.slice(0, n), win: game.win, residual, index };
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.every((x, j) => Math.abs(x - b[j]) < SAME);
}
