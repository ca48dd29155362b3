import type { Ballot } from './ballot.ts';
import type { BallotSolver } from './equilibrium.ts';
import { respond } from './response.ts';

/** One voter's own view: his true reasons, in the units of {@link Ballot}. */
export interface Voter {
  readonly yes: number;
  readonly no: number;
  readonly stake: number;
  readonly prospect: number;
  /** Length >= n: what each other's voting for is worth to him; null if nothing. */
  readonly influence: Float64Array | null;
}

/** What a voter privately reckons with, filled by {@link PrivateReckoning}. */
export interface Reckoning {
  /** Utilities of voting for and against; abstaining has 0. */
  yes: number;
  no: number;
  /** P(yes wins | he votes for) − P(yes wins | he votes against), as he sees it. */
  pivot: number;
  /** P(yes wins), as he sees it. */
  win: number;
}

/**
 * How a voter chooses who thinks otherwise of some colleagues than the public does: he keeps the public equilibrium π,
 * replaces the choices of those colleagues by his own forecasts q, and counts again. No reckoning refers to another's
 * (MODEL.md §3). With the public's beliefs and traits it reproduces the equilibrium.
 */
export class PrivateReckoning {
  /** Forecast choices q; `open` fills them from the public equilibrium. */
  yes: Float64Array;
  no: Float64Array;
  abstain: Float64Array;

  constructor(capacity: number) {
    this.yes = new Float64Array(capacity);
    this.no = new Float64Array(capacity);
    this.abstain = new Float64Array(capacity);
  }

  /** Copies the solver's public choice probabilities into q. Call it before {@link believe} for each voter. */
  open(solver: BallotSolver): void {
    const { game } = solver;
    if (game.size > this.yes.length) this.grow(game.size);
    for (let j = 0; j < game.size; j++) {
      this.yes[j] = game.yes[j];
      this.no[j] = game.no[j];
      this.abstain[j] = game.abstain[j];
    }
  }

  /** Sets q_j to what a colleague j with these traits would choose given the public equilibrium. */
  believe(solver: BallotSolver, j: number, traits: Voter): void {
    const { game } = solver;
    const ballot = game.ballot!;
    let gain = traits.stake * game.pivot[j] + traits.prospect * (2 * game.win - 1);
    if (traits.influence !== null)
      for (let k = 0; k < game.size; k++) gain += traits.influence[k] * (game.yes[k] - game.no[k]);
    const free = ballot.mayAbstain !== null && ballot.mayAbstain[j] !== 0;
    respond(traits.yes + gain, traits.no - gain, free, j, this.yes, this.no, this.abstain);
  }

  /** As {@link believe}, where only a colleague's own reasons and stake differ from what the public ascribes to him. */
  believeReasons(solver: BallotSolver, j: number, yes: number, no: number, stake: number): void {
    const { game } = solver;
    const ballot = game.ballot!;
    const gain = game.gain[j] + (stake - ballot.stake[j]) * game.pivot[j];
    const free = ballot.mayAbstain !== null && ballot.mayAbstain[j] !== 0;
    respond(yes + gain, no - gain, free, j, this.yes, this.no, this.abstain);
  }

  /** Writes the utilities of voter i, with true traits `voter`, given q. */
  reckon(solver: BallotSolver, i: number, voter: Voter, out: Reckoning): void {
    const { game } = solver;
    out.pivot = game.count.runFor(i, this.yes, this.no, this.abstain);
    out.win = game.count.win;
    let gain = voter.stake * out.pivot + voter.prospect * (2 * out.win - 1);
    if (voter.influence !== null)
      for (let k = 0; k < game.size; k++) gain += voter.influence[k] * (this.yes[k] - this.no[k]);
    out.yes = voter.yes + gain;
    out.no = voter.no - gain;
  }

  private grow(n: number): void {
    this.yes = new Float64Array(n);
    this.no = new Float64Array(n);
    this.abstain = new Float64Array(n);
  }
}

/** The traits that the public ascribes to voter j of a ballot. Allocates a view of his row of `influence`. */
export function publicTraits(ballot: Ballot, j: number): Voter {
  const { n, influence } = ballot;
  return {
    yes: ballot.yes[j],
    no: ballot.no[j],
    stake: ballot.stake[j],
    prospect: ballot.prospect[j],
    influence: influence === null ? null : influence.subarray(j * n, (j + 1) * n),
  };
}
