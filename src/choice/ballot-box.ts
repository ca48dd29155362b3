import { actNumber } from '../acts/define.ts';
import { VoteOption } from '../acts/kinds/vote.ts';
import { MotionOption } from '../acts/kinds/motion.ts';
import { assemblyOf, isRecused } from '../acts/assemblies.ts';
import { ruleOf } from '../acts/procedures/motion.ts';
import { absentVote, countsAt, votesOf } from '../world/assembly.ts';
import { Bearing, Mean, meanWidth } from '../acts/meaning.ts';
import { Counter } from '../world/state.ts';
import type { Assembly, CompiledRule } from '../world/world.ts';
import type { Ballot } from './ballot/ballot.ts';
import { BallotSolver } from './ballot/equilibrium.ts';
import { PrivateReckoning } from './ballot/private.ts';
import {
  majorityOfMembers,
  majorityOfVotesCast,
  quota,
  shareOfVotesCast,
  type VoteRule,
} from './ballot/rule.ts';
import { conviction } from './considerations/conviction.ts';
import { considerationCount, K } from './considerations/index.ts';
import { policy } from './considerations/policy.ts';
import { beginOccasion, evaluateOption } from './evaluate.ts';
import { bodyMedian } from './forecasts/median.ts';
import { forgetPanels } from './forecasts/panel.ts';
import { F } from './forecasts/constants.ts';
import type { Mind } from './mind.ts';

const first = 48;

/** What speaks for one side speaks against the other: yes has +½ of it and no −½, so that yes against no is the whole. */
const half = 0.5;

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
  /** Voters by seat in this ballot. */
  voter = new Int32Array(first);
  n = 0;
  /** Seats and votes per seat of each voter: 1 and 1 for a person. */
  seats = new Uint16Array(first);
  weight = new Uint16Array(first);
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
  /** What open() found of each voter and reckon() takes up again: how many options, their meaning and their fixed considerations, the key. */
  private offered = new Uint8Array(first);
  private meanings = new Float64Array(first * 2 * meanWidth);
  private rows = new Float64Array(first * 2 * considerationCount);
  private readonly optionKeys = new Uint32Array(2);
  /** Salience of the issue to each voter. */
  private salience = new Float64Array(first);
  /** Has anybody a mark in the procedure (from an earlier attempt)? */
  private marked = false;
  private saidYes = Number.NaN;
  private saidNo = Number.NaN;
  private publicity = 0;
  private readonly seatOf: Int32Array;
  private trusted = 0;
  private fought = 0;
  private urging = 0;
  private readonly mind: Mind;
  private slot = -1;
  private issue = -1;
  private line = false;

  constructor(mind: Mind) {
    this.mind = mind;
    this.seatOf = new Int32Array(mind.scene.world.people).fill(-1);
  }

  /** Assembles the electorate of a motion and solves the public game. */
  open(slot: number): void {
    const { scene: s } = this.mind;
    const x = s.state;
    this.slot = slot;
    this.issue = x.procIssue[slot];
    this.line = x.procOption[slot] <= MotionOption.line && this.issue >= 0;
    this.assemble(assemblyOf(s, slot));
    this.forecastLines(x.procBody[slot]);
    this.marked = this.anyMark(slot);
    for (let j = 0; j < this.n; j++) this.publicReasons(j);
    for (let j = 0; j < this.n; j++) this.company(j);
    this.solver.solve(this.ballot());
    x.counters[Counter.solves]++;
  }

  private anyMark(slot: number): boolean {
    const { world: w, state: x } = this.mind.scene;
    for (let k = slot * w.people; k < (slot + 1) * w.people; k++) if (x.mark[k] !== 0) return true;
    return false;
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
    return voteRule(ruleOf(this.mind.scene, this.slot), this.votes(), this.memberVotes());
  }

  private votes(): number {
    let votes = 0;
    for (let j = 0; j < this.n; j++) votes += this.seats[j] * this.weight[j];
    return votes;
  }

  private memberVotes(): number {
    const s = this.mind.scene;
    return votesOf(s, assemblyOf(s, this.slot), false);
  }

  /** Everybody who votes, once: the host's members, then those of the bodies that sit with it who have not been seated yet. */
  private assemble(a: Assembly): void {
    const { scene: s } = this.mind;
    const { world: w, state: x } = s;
    for (let j = 0; j < this.n; j++) this.seatOf[this.voter[j]] = -1;
    this.n = 0;
    const all = absentVote(s, a);
    for (let i = 0; i < a.bodies.length; i++) {
      const first = a.bodies[i] * w.bodyCapacity;
      for (let k = first; k < first + x.memberCount[a.bodies[i]]; k++) {
        const p = x.memberList[k];
        if ((all || !x.away[p]) && countsAt(s, a, i, p) && !isRecused(s, this.slot, p)) this.giveVote(p);
      }
    }
  }

  private giveVote(p: number): void {
    const { world: w, state: x } = this.mind.scene;
    if (this.n >= this.voter.length) this.grow();
    const j = this.n++;
    this.voter[j] = p;
    this.seatOf[p] = j;
    const size = w.size[p];
    // A bloc of cohesion c votes in about size^(1−c) groups.
    const groups = size <= 1 ? 1 : Math.max(1, Math.min(size, Math.round(size * (1 - x.cohesion[p]) + 1)));
    this.seats[j] = groups;
    this.weight[j] = Math.max(1, Math.round(size / groups));
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
    const person = this.voter[j];
    this.offer(person);
    this.offered[j] = menu.size;
    this.salience[j] = this.issue >= 0 ? s.state.workSalience[person * s.world.issues + this.issue] : 0;
    if (menu.size === 2) {
      this.fixedYes[j] = this.fixedPart(person, 0);
      this.fixedNo[j] = this.fixedPart(person, 1);
      this.keep(j);
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

  private keep(j: number): void {
    const { menu, matrix } = this.mind;
    for (let k = 0; k < 2 * meanWidth; k++) this.meanings[j * 2 * meanWidth + k] = menu.meaning[k];
    for (let k = 0; k < 2 * considerationCount; k++) this.rows[j * 2 * considerationCount + k] = matrix[k];
    this.optionKeys[0] = menu.key[0];
    this.optionKeys[1] = menu.key[1];
  }

  /** Puts yes and no back on the menu as `open` found them. Only who votes differs from voter to voter. */
  private restore(j: number): void {
    const { scene: s, menu, matrix } = this.mind;
    menu.clear();
    const person = this.voter[j];
    if (this.offered[j] !== 2) {
      this.offer(person);
      return;
    }
    for (let row = 0; row < 2; row++) {
      menu.kind[row] = actNumber('vote');
      menu.by[row] = person;
      menu.to[row] = menu.office[row] = menu.thing[row] = -1;
      menu.body[row] = s.state.procBody[this.slot];
      menu.issue[row] = this.issue;
      menu.option[row] = row === 0 ? VoteOption.yes : VoteOption.no;
      menu.proc[row] = this.slot;
      menu.flags[row] = 0;
      menu.key[row] = this.optionKeys[row];
      menu.value[row] = s.state.procValue[this.slot];
    }
    menu.size = 2;
    for (let k = 0; k < 2 * meanWidth; k++) menu.meaning[k] = this.meanings[j * 2 * meanWidth + k];
    for (let k = 0; k < 2 * considerationCount; k++) matrix[k] = this.rows[j * 2 * considerationCount + k];
  }

  /** Puts yes and no on the menu. */
  private offer(person: number): void {
    const { scene: s, menu } = this.mind;
    menu.clear();
    for (const option of [VoteOption.yes, VoteOption.no] as const) {
      const m = menu.start(actNumber('vote'), person);
      m.body = s.state.procBody[this.slot];
      m.issue = this.issue;
      m.value = s.state.procValue[this.slot];
      m.proc = this.slot;
      m.option = option;
      menu.offer(s);
    }
  }

  /** Everything but policy, conviction, company and prospect: what neither his position nor the others' votes change. */
  private fixedPart(person: number, row: number): number {
    const { mind } = this;
    const at = row * meanWidth;
    mind.menu.meaning[at + Mean.bearing] = Bearing.none;
    const said = mind.menu.meaning[at + Mean.said];
    const value = mind.menu.meaning[at + Mean.value];
    mind.menu.meaning[at + Mean.said] = mind.menu.meaning[at + Mean.value] = Number.NaN;
    // While nobody has voted there is no company to look for.
    mind.menu.meaning[at + Mean.joins] = this.marked ? this.slot : -1;
    if (row === 0) beginOccasion(mind, person);
    evaluateOption(mind, person, row);
    mind.menu.meaning[at + Mean.joins] = this.slot;
    mind.menu.meaning[at + Mean.said] = said;
    mind.menu.meaning[at + Mean.value] = value;
    return mind.utility[row];
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

  /** What each colleague's vote is worth to voter j who votes alike: friends attract, foes repel, authorities draw (if they can see). */
  private company(j: number): void {
    const { scene: s, parameters } = this.mind;
    const { world: w, state: x } = s;
    const n = this.n;
    const person = this.voter[j];
    const weights = parameters.weights;
    this.influence.fill(0, j * n, j * n + n);
    const open = w.secret[x.procBody[this.slot]] ? 0 : 1;
    let trust = 0.25;
    let fight = 0.25;
    let urge = 0.25;
    for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
      if (this.seatOf[w.edgeTo[e]] < 0) continue;
      if (x.tie[e] > 0) trust += x.tie[e];
      else fight -= x.tie[e];
      urge += x.defer[e] * x.authority[w.edgeTo[e]];
    }
    for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
      const k = this.seatOf[w.edgeTo[e]];
      if (k < 0) continue;
      const tie = x.tie[e];
      const liking = tie > 0 ? (weights[K.solidarity] * tie) / trust : (weights[K.rivalry] * tie) / fight;
      this.influence[j * n + k] =
        half * (liking + (open * weights[K.deference] * x.defer[e] * x.authority[w.edgeTo[e]]) / urge);
    }
  }

  /**
   * The choice of voter j: his true position, his own beliefs about the others. Leaves yes and no on the menu with their
   * full rows of considerations and utilities.
   */
  reckon(j: number): void {
    const { mind } = this;
    const { scene: s } = mind;
    const person = this.voter[j];
    this.restore(j);
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
    this.addCompany(person, yes, no);
    this.complete(person, 0, half, ideal, pivot, win);
    this.complete(person, 1, -half, ideal, pivot, win);
  }

  /** Replaces what he believes differently of his colleagues; false if there is nothing. */
  private thinksOtherwise(j: number): boolean {
    const { world: w, state: x } = this.mind.scene;
    const person = this.voter[j];
    if (this.issue < 0) return false;
    const { reckoning, solver, seatOf } = this;
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
  private complete(
    person: number,
    row: number,
    side: number,
    ideal: number,
    pivot: number,
    win: number,
  ): void {
    const { mind } = this;
    const c = mind.matrix;
    const at = row * considerationCount;
    const { weights } = mind.parameters;
    const j = this.seatOf[person];
    c[at + K.policy] = side * this.policyStake(j, ideal) * pivot;
    c[at + K.conviction] = 2 * side * this.strain(j, ideal);
    c[at + K.prospect] = side * (2 * win - 1);
    c[at + K.solidarity] = within(c[at + K.solidarity] + side * this.trusted);
    c[at + K.rivalry] = within(c[at + K.rivalry] - side * this.fought);
    c[at + K.deference] += side * this.urging;
    let sum = 0;
    for (let k = 0; k < considerationCount; k++) sum += weights[k] * c[at + k];
    mind.utility[row] = sum;
    mind.lineWaiting[row] = this.rejected;
    mind.lineAfter[row] = this.adopted;
    mind.adoption[row] = win;
  }

  /** Where those he trusts, fights and defers to are expected to stand: means of their margins for the motion. */
  private addCompany(person: number, yes: Float64Array, no: Float64Array): void {
    const { world: w, state: x } = this.mind.scene;
    const { seatOf } = this;
    let trust = 0.25,
      fight = 0.25,
      urge = 0.25;
    let trusted = 0,
      fought = 0,
      urging = 0;
    for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
      const k = seatOf[w.edgeTo[e]];
      if (k < 0) continue;
      const m = yes[k] - no[k];
      const tie = x.tie[e];
      if (tie > 0) {
        trust += tie;
        trusted += tie * m;
      } else {
        fight -= tie;
        fought -= tie * m;
      }
      const defer = x.defer[e] * x.authority[w.edgeTo[e]];
      urge += defer;
      urging += defer * m;
    }
    this.trusted = trusted / trust;
    this.fought = fought / fight;
    this.urging = w.secret[x.procBody[this.slot]] ? 0 : urging / urge;
  }

  private grow(): void {
    const size = 2 * this.voter.length;
    const wider = <T extends Int32Array | Uint16Array | Uint8Array | Float64Array>(from: T, to: T): T => {
      to.set(from as never);
      return to;
    };
    this.voter = wider(this.voter, new Int32Array(size));
    this.seats = wider(this.seats, new Uint16Array(size));
    this.weight = wider(this.weight, new Uint16Array(size));
    this.mayAbstain = new Uint8Array(size).fill(1);
    this.yes = new Float64Array(size);
    this.no = new Float64Array(size);
    this.stake = new Float64Array(size);
    this.prospect = new Float64Array(size);
    this.fixedYes = new Float64Array(size);
    this.fixedNo = new Float64Array(size);
    this.offered = new Uint8Array(size);
    this.meanings = new Float64Array(size * 2 * meanWidth);
    this.rows = new Float64Array(size * 2 * considerationCount);
    this.salience = new Float64Array(size);
    this.influence = new Float64Array(size * size);
  }
}

/** The counting form of a rule, for so many votes present and so many members. */
export function voteRule(rule: CompiledRule, present: number, members: number): VoteRule {
  if (rule.count > 0) return quota(rule.count);
  if (rule.base === 0) {
    // Where a tie passes, no votes at all are still no majority, as in the count.
    if (rule.share === 0.5)
      return rule.strict ? majorityOfVotesCast() : { ...majorityOfVotesCast(true), emptyFails: true };
    const [top, bottom] = fraction(rule.share);
    return shareOfVotesCast(top, bottom, rule.strict);
  }
  const of = rule.base === 1 ? present : members;
  if (rule.share === 0.5 && rule.strict) return majorityOfMembers(of);
  return quota(rule.strict ? Math.floor(rule.share * of + 1e-9) + 1 : Math.ceil(rule.share * of - 1e-9));
}

/** A share as a fraction with the smallest denominator; to the nearest hundredth if it is written more finely. */
function fraction(share: number): readonly [number, number] {
  for (let d = 1; d <= 100; d++) {
    const top = Math.round(share * d);
    if (Math.abs(top / d - share) < 1e-9) return [top, d];
  }
  return [Math.round(share * 100), 100];
}
