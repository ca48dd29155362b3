import { assemblyOf } from '../acts/assemblies.ts';
import { MotionOption } from '../acts/kinds/motion.ts';
import { Mean, meanWidth } from '../acts/meaning.ts';
import { ruleOf } from '../acts/procedures/motion.ts';
import { votesOf } from '../world/assembly.ts';
import { Counter } from '../world/state.ts';
import type { Ballot } from './ballot/ballot.ts';
import { BallotSolver } from './ballot/equilibrium.ts';
import { PrivateReckoning } from './ballot/private.ts';
import type { VoteRule } from './ballot/rule.ts';
import { Company, half, influences } from './company.ts';
import { conviction } from './considerations/conviction.ts';
import { considerationCount, K } from './considerations/index.ts';
import { policy } from './considerations/policy.ts';
import { Electorate } from './electorate.ts';
import { F } from './forecasts/constants.ts';
import { bodyMedian } from './forecasts/median.ts';
import { forgetPanels } from './forecasts/panel.ts';
import type { Mind } from './mind.ts';
import { VoteMenus } from './vote-menus.ts';
import { voteRule } from './vote-rule.ts';

const first = 48;

/** The tie to the person voted on and the company of voters together stay on the scale of the consideration. */
const within = (v: number): number => Math.max(-1, Math.min(1, v));

/**
 * One simultaneous ballot: the electorate, the public game, its equilibrium, and each voter's private reckoning (MODEL §3).
 * The public game uses the positions publicly believed; each voter then takes his own position and what he believes differently.
 * Created once per worker; a ballot allocates nothing unless it is larger than any before.
 */
export class BallotBox {
  readonly solver = new BallotSolver(first);
  private readonly reckoning = new PrivateReckoning(first);
  private readonly voters: Electorate;
  private readonly menus: VoteMenus;
  private readonly company = new Company();
  /** Lines if it is rejected and if it is adopted, as publicly expected. */
  rejected = Number.NaN;
  adopted = Number.NaN;
  private yes = new Float64Array(first);
  private no = new Float64Array(first);
  private stake = new Float64Array(first);
  private prospect = new Float64Array(first);
  private influence = new Float64Array(first * first);
  private mayAbstain = new Uint8Array(first).fill(1);
  private fixedYes = new Float64Array(first);
  private fixedNo = new Float64Array(first);
  /** Salience of the issue to each voter. */
  private salience = new Float64Array(first);
  private saidYes = Number.NaN;
  private saidNo = Number.NaN;
  private publicity = 0;
  private readonly mind: Mind;
  private slot = -1;
  private issue = -1;
  private line = false;

  constructor(mind: Mind) {
    this.mind = mind;
    this.voters = new Electorate(mind.scene.world.people, first);
    this.menus = new VoteMenus(mind, first);
  }

  /** How many vote. */
  get n(): number {
    return this.voters.n;
  }
  /** Voters by seat. */
  get voter(): Int32Array {
    return this.voters.voter;
  }
  /** Seats, and votes per seat, of each voter: 1 and 1 for a person. */
  get seats(): Uint16Array {
    return this.voters.seats;
  }
  get weight(): Uint16Array {
    return this.voters.weight;
  }

  /** Assembles the electorate of a motion and solves the public game. */
  open(slot: number): void {
    const { scene: s } = this.mind;
    const x = s.state;
    this.slot = slot;
    this.issue = x.procIssue[slot];
    this.line = x.procOption[slot] <= MotionOption.line && this.issue >= 0;
    this.voters.assemble(s, slot);
    const { n } = this.voters;
    if (n > this.yes.length) this.grow();
    this.forecastLines(x.procBody[slot]);
    this.menus.open(slot, n);
    for (let j = 0; j < n; j++) this.publicReasons(j);
    const secret = s.world.secret[x.procBody[slot]] !== 0;
    for (let j = 0; j < n; j++)
      influences(s, this.voters, j, secret, this.mind.parameters.weights, this.influence);
    this.solver.solve(this.ballot());
    x.counters[Counter.solves]++;
  }

  /** The ballot as the solver sees it. */
  private ballot(): Ballot {
    return {
      n: this.n,
      rule: this.voteRule(),
      mayAbstain: this.mayAbstain,
      seats: this.seats,
      weight: this.weight,
      yes: this.yes,
      no: this.no,
      stake: this.stake,
      influence: this.influence,
      prospect: this.prospect,
    };
  }

  private voteRule(): VoteRule {
    return voteRule(ruleOf(this.mind.scene, this.slot), this.voters.votes(), this.memberVotes());
  }

  private memberVotes(): number {
    const s = this.mind.scene;
    return votesOf(s, assemblyOf(s, this.slot), false);
  }

  private forecastLines(body: number): void {
    const { scene: s, forecasts } = this.mind;
    if (!this.line) {
      this.rejected = this.adopted = Number.NaN;
      return;
    }
    const current = s.state.line[body * s.world.issues + this.issue];
    forgetPanels();
    const m = bodyMedian(s, -1, body, this.issue);
    const h = forecasts.constants[F.again];
    const value = s.state.procValue[this.slot];
    this.rejected = current === current ? (1 - h) * current + h * m : m;
    this.adopted = (1 - h) * value + h * m;
  }

  /** Reasons of a voter that do not depend on the others, with the position publicly ascribed to him. */
  private publicReasons(j: number): void {
    const { mind } = this;
    const { scene: s, menu } = mind;
    const person = this.voters.voter[j];
    const offered = this.menus.offer(j, person);
    this.salience[j] = this.issue >= 0 ? s.state.workSalience[person * s.world.issues + this.issue] : 0;
    if (offered === 2) {
      this.fixedYes[j] = this.menus.fixedPart(person, 0);
      this.fixedNo[j] = this.menus.fixedPart(person, 1);
      this.menus.keep(j);
      this.saidYes = menu.meaning[Mean.said];
      const defended = menu.meaning[meanWidth + Mean.said];
      this.saidNo = defended === defended ? defended : this.rejected;
      this.publicity = menu.meaning[Mean.publicity];
    } else {
      this.fixedYes[j] = this.fixedNo[j] = 0;
    }
    const believedAt = this.issue >= 0 ? s.state.publicMean[person * s.world.issues + this.issue] : 50;
    const strain = this.convictionOf(j, believedAt);
    this.yes[j] = this.fixedYes[j] + strain;
    this.no[j] = this.fixedNo[j] - strain;
    this.stake[j] = this.stakeOf(j, believedAt);
    this.prospect[j] = half * mind.parameters.weights[K.prospect];
  }

  private convictionOf(j: number, ideal: number): number {
    return this.mind.parameters.weights[K.conviction] * this.strain(j, ideal);
  }

  /** Voting yes: the strain of the text against that of the line defended; who abstains stands half-way between the two. Voting no: the opposite. */
  private strain(j: number, ideal: number): number {
    if (!this.line || this.saidYes !== this.saidYes) return 0;
    const yes = Math.abs(this.saidYes - ideal);
    const no = Math.abs(this.saidNo - ideal);
    return conviction(this.salience[j], this.publicity, half * (yes + no), yes);
  }

  /** Half of what adoption rather than rejection is worth: the solver's convention. */
  private stakeOf(j: number, ideal: number): number {
    return 0.5 * this.mind.parameters.weights[K.policy] * this.policyStake(j, ideal);
  }

  private policyStake(j: number, ideal: number): number {
    if (!this.line) return 0;
    return policy(this.salience[j], Math.abs(ideal - this.rejected), Math.abs(ideal - this.adopted));
  }

  /**
   * The choice of voter j: his true position, his own beliefs about the others. Leaves yes and no on the menu with their
   * full rows of considerations and utilities.
   */
  reckon(j: number): void {
    const { mind } = this;
    const { scene: s } = mind;
    const person = this.voters.voter[j];
    this.menus.restore(j, person);
    if (mind.menu.size < 2) return;
    const ideal = this.issue >= 0 ? s.state.work[person * s.world.issues + this.issue] : 50;
    const game = this.solver.game;
    let pivot = game.pivot[j];
    let win = game.win;
    let yes: Float64Array = game.yes;
    let no: Float64Array = game.no;
    if (this.thinksOtherwise(j)) {
      pivot = game.count.runFor(j, this.reckoning.yes, this.reckoning.no, this.reckoning.abstain);
      win = game.count.win;
      yes = this.reckoning.yes;
      no = this.reckoning.no;
    }
    const secret = s.world.secret[s.state.procBody[this.slot]] !== 0;
    this.company.gather(s, this.voters.seatOf, person, secret, yes, no);
    this.complete(j, 0, half, ideal, pivot, win);
    this.complete(j, 1, -half, ideal, pivot, win);
  }

  /** Replaces what he believes differently of his colleagues; false if there is nothing. */
  private thinksOtherwise(j: number): boolean {
    const { world: w, state: x } = this.mind.scene;
    const person = this.voters.voter[j];
    if (this.issue < 0) return false;
    const { reckoning, solver } = this;
    const { seatOf } = this.voters;
    let any = false;
    for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
      const k = seatOf[w.edgeTo[e]];
      if (k < 0) continue;
      const mean = x.beliefMean[e * w.issues + this.issue];
      // Also false where he has no belief of his own.
      if (!(Math.abs(mean - x.publicMean[w.edgeTo[e] * w.issues + this.issue]) >= 1)) continue;
      if (!any) reckoning.open(solver);
      any = true;
      const strain = this.convictionOf(k, mean);
      reckoning.believeReasons(
        solver,
        k,
        this.fixedYes[k] + strain,
        this.fixedNo[k] - strain,
        this.stakeOf(k, mean),
      );
    }
    return any;
  }

  /** Fills in the considerations that depend on position and on the others, and sums. */
  private complete(j: number, row: number, side: number, ideal: number, pivot: number, win: number): void {
    const { mind } = this;
    const c = mind.matrix;
    const at = row * considerationCount;
    const { weights } = mind.parameters;
    const { trusted, fought, urging } = this.company;
    c[at + K.policy] = side * this.policyStake(j, ideal) * pivot;
    c[at + K.conviction] = 2 * side * this.strain(j, ideal);
    c[at + K.prospect] = side * (2 * win - 1);
    c[at + K.solidarity] = within(c[at + K.solidarity] + side * trusted);
    c[at + K.rivalry] = within(c[at + K.rivalry] - side * fought);
    c[at + K.deference] += side * urging;
    let sum = 0;
    for (let k = 0; k < considerationCount; k++) sum += weights[k] * c[at + k];
    mind.utility[row] = sum;
    mind.lineWaiting[row] = this.rejected;
    mind.lineAfter[row] = this.adopted;
    mind.adoption[row] = win;
  }

  private grow(): void {
    const size = 2 * this.n;
    this.mayAbstain = new Uint8Array(size).fill(1);
    this.yes = new Float64Array(size);
    this.no = new Float64Array(size);
    this.stake = new Float64Array(size);
    this.prospect = new Float64Array(size);
    this.fixedYes = new Float64Array(size);
    this.fixedNo = new Float64Array(size);
    this.salience = new Float64Array(size);
    this.influence = new Float64Array(size * size);
  }
}
