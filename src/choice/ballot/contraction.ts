import { exp } from '../../chance/exact.ts';
import type { Ballot } from './ballot.ts';
import { isBinary, seatsOf } from './count.ts';
import { SumBounds } from './fourier.ts';
import { respond } from './response.ts';

const ROUNDS = 3;
const MARGIN = 1.05;
/** A bound this high is not brought below 1 by narrowing intervals. */
const hopeless = 4;

/**
 * A cheap upper bound on the Lipschitz constant of a ballot's map g → G(p(g)), over all g that G can produce. Below 1 the
 * map contracts, so that exactly one fixed point exists (Banach). Intervals for g, choices and pivots are narrowed in
 * turn; the norm is a weighted maximum norm, whose weights come from a few power steps (Collatz–Wielandt).
 */
export class ContractionBound {
  private readonly bounds = new SumBounds();
  private capacity = 0;
  private low: Float64Array = new Float64Array(0);
  private high: Float64Array = new Float64Array(0);
  private marginLow: Float64Array = new Float64Array(0);
  private marginHigh: Float64Array = new Float64Array(0);
  private yesRate: Float64Array = new Float64Array(0);
  private noRate: Float64Array = new Float64Array(0);
  private marginRate: Float64Array = new Float64Array(0);
  private pivotRates: Float64Array = new Float64Array(0);
  private winRates: Float64Array = new Float64Array(0);
  private weights: Float64Array = new Float64Array(0);
  private image: Float64Array = new Float64Array(0);
  private readonly ends = new Float64Array(2);
  private readonly endsNo = new Float64Array(2);
  private readonly endsAbstain = new Float64Array(2);
  // Products p_a · p_b summed over seats, and their two largest terms, which are left out.
  private readonly sums = new Float64Array(3);
  private readonly largest = new Float64Array(3);
  private readonly second = new Float64Array(3);

  /** @returns the bound, >= 0; small allocations only for more voters than ever before */
  compute(ballot: Ballot): number {
    this.grow(ballot.n);
    const binary = isBinary(ballot);
    this.bounds.giveUp();
    this.marginLow.fill(-1);
    this.marginHigh.fill(1);
    let bound = Infinity;
    for (let round = 0; round < ROUNDS; round++) {
      this.boundGains(ballot);
      this.boundChoices(ballot, binary);
      this.boundSum(ballot, binary);
      const next = this.norm(ballot) * MARGIN;
      const stuck = next > 0.9 * bound || next > hopeless;
      if (next < bound) bound = next;
      if (bound < 1 || stuck) break;
    }
    return bound;
  }

  private boundGains(ballot: Ballot): void {
    const { n, stake, prospect, influence } = ballot;
    for (let j = 0; j < n; j++) {
      const decide = stake[j] * this.bounds.pivot;
      let low = Math.min(0, decide) - Math.abs(prospect[j]);
      let high = Math.max(0, decide) + Math.abs(prospect[j]);
      if (influence !== null) {
        for (let k = 0; k < n; k++) {
          const weight = influence[j * n + k];
          low += weight * (weight > 0 ? this.marginLow[k] : this.marginHigh[k]);
          high += weight * (weight > 0 ? this.marginHigh[k] : this.marginLow[k]);
        }
      }
      // 0 stays inside, so that the bound holds all along t · G, 0 <= t <= 1.
      this.low[j] = Math.min(0, low);
      this.high[j] = Math.max(0, high);
    }
  }

  private boundChoices(ballot: Ballot, binary: boolean): void {
    this.sums.fill(0);
    this.largest.fill(0);
    this.second.fill(0);
    for (let j = 0; j < ballot.n; j++) {
      const free = ballot.mayAbstain !== null && ballot.mayAbstain[j] !== 0;
      const a = ballot.yes[j];
      const b = ballot.no[j];
      respond(a + this.low[j], b - this.low[j], free, 0, this.ends, this.endsNo, this.endsAbstain);
      respond(a + this.high[j], b - this.high[j], free, 1, this.ends, this.endsNo, this.endsAbstain);
      this.marginLow[j] = this.ends[0] - this.endsNo[0];
      this.marginHigh[j] = this.ends[1] - this.endsNo[1];
      this.boundRates(j, a, b, free);
      this.addSpread(seatsOf(ballot, j), binary);
    }
  }

  // Largest d yes / dg = y a + 2 y n, |d no / dg| = n a + 2 y n and d m / dg = their sum, between the ends.
  private boundRates(j: number, a: number, b: number, free: boolean): void {
    const { ends, endsNo, endsAbstain } = this;
    const inside = this.marginLow[j] < 0 && this.marginHigh[j] > 0;
    let abstain = Math.max(endsAbstain[0], endsAbstain[1]);
    let yesNo = Math.max(ends[0] * endsNo[0], ends[1] * endsNo[1]);
    if (inside) {
      // Both are largest where yes = no.
      const peak = exp(0.5 * (a + b));
      abstain = free ? 1 / (1 + 2 * peak) : 0;
      const each = free ? 1 / (2 + 1 / peak) : 0.5;
      yesNo = each * each;
    }
    const yesAbstain = Math.min(0.25, ends[1] * abstain);
    const noAbstain = Math.min(0.25, endsNo[0] * abstain);
    this.yesRate[j] = yesAbstain + 2 * yesNo;
    this.noRate[j] = noAbstain + 2 * yesNo;
    this.marginRate[j] = Math.min(1, yesAbstain + noAbstain + 4 * yesNo);
  }

  // All three products are log-concave in g, so they are smallest at one of the ends.
  private addSpread(seats: number, binary: boolean): void {
    const { ends, endsNo, endsAbstain } = this;
    if (binary) {
      this.add(0, seats, Math.min(ends[0] * (1 - ends[0]), ends[1] * (1 - ends[1])));
      return;
    }
    this.add(0, seats, Math.min(ends[0] * endsAbstain[0], ends[1] * endsAbstain[1]));
    this.add(1, seats, Math.min(endsNo[0] * endsAbstain[0], endsNo[1] * endsAbstain[1]));
    this.add(2, seats, Math.min(ends[0] * endsNo[0], ends[1] * endsNo[1]));
  }

  private add(kind: number, seats: number, product: number): void {
    this.sums[kind] += seats * product;
    const top = this.largest[kind];
    if (product > top) {
      this.second[kind] = seats > 1 ? product : top;
      this.largest[kind] = product;
    } else if (product > this.second[kind]) this.second[kind] = product;
  }

  private boundSum(ballot: Ballot, binary: boolean): void {
    if (ballot.weight !== null) return;
    const { sums, largest, second } = this;
    for (let kind = 0; kind < 3; kind++) sums[kind] = Math.max(0, sums[kind] - largest[kind] - second[kind]);
    const { up, down } = ballot.rule;
    if (binary) this.bounds.compute(1, 0, sums[0], 0, 0);
    else this.bounds.compute(up, down, sums[0], sums[1], sums[2]);
    // The chance that nobody votes at all, which some rules take off W, counts only in small bodies.
    if (ballot.rule.emptyFails && ballot.n < 10) this.bounds.winPerYes = this.bounds.winPerNo = 1;
  }

  // Spectral radius, from above, of the non-negative matrix of bounds on |dG_j / dg_k|.
  private norm(ballot: Ballot): number {
    const { n } = ballot;
    this.weights.fill(1, 0, n);
    for (let k = 0; k < n; k++) {
      this.pivotRates[k] = this.pivotRate(k);
      this.winRates[k] = this.winRate(k);
    }
    let best = Infinity;
    for (let step = 0; step < 4; step++) {
      const ratio = this.apply(ballot);
      if (ratio < best) best = ratio;
      let top = 0;
      for (let j = 0; j < n; j++) top = Math.max(top, this.image[j]);
      if (top === 0) return 0;
      for (let j = 0; j < n; j++) this.weights[j] = this.image[j] / top + 0.01 * this.weights[j];
    }
    return best;
  }

  // image = M · weights; returns the largest ratio image / weights.
  private apply(ballot: Ballot): number {
    const { n, stake, prospect, influence } = ballot;
    const { weights, image, pivotRates, winRates, marginRate } = this;
    let pivots = 0;
    let wins = 0;
    for (let k = 0; k < n; k++) {
      pivots += seatsOf(ballot, k) * pivotRates[k] * weights[k];
      wins += seatsOf(ballot, k) * winRates[k] * weights[k];
    }
    let ratio = 0;
    for (let j = 0; j < n; j++) {
      let sum = Math.abs(stake[j]) * (pivots - pivotRates[j] * weights[j]) + 2 * Math.abs(prospect[j]) * wins;
      if (influence !== null) {
        const row = j * n;
        for (let k = 0; k < n; k++) sum += Math.abs(influence[row + k]) * marginRate[k] * weights[k];
      }
      image[j] = sum;
      if (sum > ratio * weights[j]) ratio = sum / weights[j];
    }
    return ratio;
  }

  private pivotRate(k: number): number {
    const { bounds } = this;
    const rough = Math.max(this.yesRate[k], this.noRate[k]);
    return Math.min(rough, bounds.pivotPerYes * this.yesRate[k] + bounds.pivotPerNo * this.noRate[k]);
  }

  private winRate(k: number): number {
    const { bounds } = this;
    const rough = Math.max(this.yesRate[k], this.noRate[k]);
    return Math.min(rough, bounds.winPerYes * this.yesRate[k] + bounds.winPerNo * this.noRate[k]);
  }

  private grow(n: number): void {
    if (n <= this.capacity) return;
    this.capacity = n;
    this.low = new Float64Array(n);
    this.high = new Float64Array(n);
    this.marginLow = new Float64Array(n);
    this.marginHigh = new Float64Array(n);
    this.yesRate = new Float64Array(n);
    this.noRate = new Float64Array(n);
    this.marginRate = new Float64Array(n);
    this.pivotRates = new Float64Array(n);
    this.winRates = new Float64Array(n);
    this.weights = new Float64Array(n);
    this.image = new Float64Array(n);
  }
}
