import type { PathProblem } from '../games/path.ts';
import type { Ballot, BallotPath } from './ballot.ts';
import { totalVotes, type VoteCount } from './count.ts';
import { ExactCount } from './exact-count.ts';
import { NormalCount } from './normal-count.ts';
import { respond, respondFreely, responseRates } from './response.ts';

/** Votes from which on the count is approximated by a normal law. */
export const EXACT_VOTES = 48;

const NUDGE = 1e-6;

/**
 * A ballot as a system of equations in h = t · g: evaluate writes `h − t · G(p(h))`, where p are the choice
 * probabilities and G the gains they imply. Holds all scratch arrays; `load` allocates only for more voters than ever.
 */
export class BallotGame implements PathProblem {
  size = 0;
  /** Choice probabilities, pivots and W at the point last evaluated. */
  yes: Float64Array = new Float64Array(0);
  no: Float64Array = new Float64Array(0);
  abstain: Float64Array = new Float64Array(0);
  pivot: Float64Array = new Float64Array(0);
  /** G(p), the gain of voting for, which one for against loses. */
  gain: Float64Array = new Float64Array(0);
  win = 0;
  ballot: Ballot | null = null;
  count: VoteCount;
  path: BallotPath = 'interaction';
  private readonly exact = new ExactCount();
  private readonly normal = new NormalCount();
  private rateYes: Float64Array = new Float64Array(0);
  private rateAbstain: Float64Array = new Float64Array(0);
  private winRates: Float64Array = new Float64Array(0);
  private pivotRates: Float64Array = new Float64Array(0);
  private margin: Float64Array = new Float64Array(0);
  private nudged: Float64Array = new Float64Array(0);

  constructor(capacity: number) {
    this.count = this.exact;
    this.grow(capacity);
  }

  load(ballot: Ballot, path: BallotPath): void {
    if (ballot.n > this.yes.length) this.grow(ballot.n);
    this.ballot = ballot;
    this.path = path;
    this.size = ballot.n;
    this.count = totalVotes(ballot) > EXACT_VOTES ? this.normal : this.exact;
    this.count.prepare(ballot);
  }

  evaluate(h: Float64Array, t: number, out: Float64Array): void {
    this.choose(h, this.path === 'precision' ? t : 1);
    this.count.run(this.yes, this.no, this.abstain, this.pivot);
    this.win = this.count.win;
    this.weigh();
    for (let j = 0; j < this.size; j++) out[j] = h[j] - t * this.gain[j];
  }

  jacobian(h: Float64Array, t: number, matrix: Float64Array, stride: number): void {
    const n = this.size;
    this.gainRates(matrix, stride);
    for (let j = 0; j < n; j++) {
      const row = j * stride;
      for (let k = 0; k < n; k++) matrix[row + k] *= -t;
      matrix[row + j] += 1;
      matrix[row + n] = -this.gain[j];
    }
    if (this.path === 'precision') this.addShift(h, t, matrix, stride);
  }

  /**
   * As `jacobian`, without the slopes of pivots and of the chance of winning: what colleagues mean to one another, which
   * dominates wherever several equilibria are possible. For chords; O(n²).
   */
  chord(t: number, matrix: Float64Array, stride: number): void {
    const { influence } = this.ballot!;
    const n = this.size;
    responseRates(n, this.yes, this.no, this.abstain, this.rateYes, this.rateAbstain);
    for (let k = 0; k < n; k++) this.margin[k] = t * (2 * this.rateYes[k] + this.rateAbstain[k]);
    for (let j = 0; j < n; j++) {
      const row = j * stride;
      if (influence === null) for (let k = 0; k < n; k++) matrix[row + k] = 0;
      else for (let k = 0; k < n; k++) matrix[row + k] = -influence[j * n + k] * this.margin[k];
      matrix[row + j] += 1;
      matrix[row + n] = -this.gain[j];
    }
  }

  /** Writes dG_j/dh_k at the point last evaluated to `j * stride + k`. */
  gainRates(matrix: Float64Array, stride: number): void {
    const ballot = this.ballot!;
    const n = this.size;
    responseRates(n, this.yes, this.no, this.abstain, this.rateYes, this.rateAbstain);
    this.count.slopes(this.rateYes, this.rateAbstain, this.pivotRates, n, this.winRates);
    for (let k = 0; k < n; k++) this.margin[k] = 2 * this.rateYes[k] + this.rateAbstain[k];
    for (let j = 0; j < n; j++) {
      const stake = ballot.stake[j];
      const prospect = 2 * ballot.prospect[j];
      const row = j * stride;
      for (let k = 0; k < n; k++)
        matrix[row + k] = stake * this.pivotRates[j * n + k] + prospect * this.winRates[k];
      if (ballot.influence === null) continue;
      for (let k = 0; k < n; k++) matrix[row + k] += ballot.influence[j * n + k] * this.margin[k];
    }
  }

  private choose(h: Float64Array, scale: number): void {
    const ballot = this.ballot!;
    const { mayAbstain } = ballot;
    const plusses = ballot.yes;
    const minuses = ballot.no;
    const { yes, no, abstain, size } = this;
    for (let j = 0; j < size; j++) {
      const gain = h[j];
      if (mayAbstain !== null && mayAbstain[j] !== 0)
        respondFreely(scale * plusses[j] + gain, scale * minuses[j] - gain, j, yes, no, abstain);
      else respond(scale * plusses[j] + gain, scale * minuses[j] - gain, false, j, yes, no, abstain);
    }
  }

  private weigh(): void {
    const { stake, prospect, influence } = this.ballot!;
    const { margin, yes, no, gain, pivot, size } = this;
    const outlook = 2 * this.win - 1;
    for (let k = 0; k < size; k++) margin[k] = yes[k] - no[k];
    for (let j = 0; j < size; j++) {
      let sum = stake[j] * pivot[j] + prospect[j] * outlook;
      if (influence !== null) {
        const row = j * size;
        for (let k = 0; k < size; k++) sum += influence[row + k] * margin[k];
      }
      gain[j] = sum;
    }
  }

  // On the precision path t also scales the private reasons; that part of dF/dt is a difference quotient.
  private addShift(h: Float64Array, t: number, matrix: Float64Array, stride: number): void {
    const n = this.size;
    this.evaluate(h, t + NUDGE, this.nudged);
    for (let j = 0; j < n; j++) matrix[j * stride + n] = this.nudged[j];
    this.evaluate(h, t, this.nudged);
    for (let j = 0; j < n; j++) matrix[j * stride + n] = (matrix[j * stride + n] - this.nudged[j]) / NUDGE;
  }

  private grow(n: number): void {
    const make = (): Float64Array => new Float64Array(n);
    this.yes = make();
    this.no = make();
    this.abstain = make();
    this.pivot = make();
    this.gain = make();
    this.rateYes = make();
    this.rateAbstain = make();
    this.winRates = make();
    this.margin = make();
    this.nudged = make();
    this.pivotRates = new Float64Array(n * n);
  }
}
