import type { Electorate, VoteCount } from './count.ts';
import { Seating } from './seating.ts';

/**
 * The exact law of the count, by one pass from the first seat (`ahead`: distribution of the score so far) and one from
 * the last (`behind`: chance that yes wins from a score). Leaving a voter out is then a sum of products of both: only
 * additions of non-negative numbers, so nothing cancels, unlike dividing his factor out of the distribution
 * (Hong, Computational Statistics & Data Analysis 59 (2013) 41–51, reviews the recursions).
 * Cost: O(seats · score) for all pivots together; `slopes` O(seats² · score).
 */
export class ExactCount implements VoteCount {
  win = 0;
  readonly approximate = false;
  private n = 0;
  private emptyFails = false;
  private empty = 0;
  private readonly seating = new Seating();
  private width = 0;
  private laidOut = -1;
  private ahead: Float64Array = new Float64Array(0);
  private behind: Float64Array = new Float64Array(0);
  private decisive: Float64Array = new Float64Array(0);
  private moving: Float64Array = new Float64Array(0);
  private law: Float64Array = new Float64Array(0);
  private yes: Float64Array = new Float64Array(0);
  private no: Float64Array = new Float64Array(0);
  private abstain: Float64Array = new Float64Array(0);
  private pivots: Float64Array = new Float64Array(0);

  prepare(electorate: Electorate): void {
    this.n = electorate.n;
    this.seating.seat(electorate);
    this.emptyFails = electorate.rule.emptyFails && electorate.rule.need <= 0 && !this.seating.binary;
    if (!this.seating.settled) this.layOut();
  }

  run(yes: Float64Array, no: Float64Array, abstain: Float64Array, pivots: Float64Array): void {
    this.yes = yes;
    this.no = no;
    this.abstain = abstain;
    this.pivots = pivots;
    if (this.seating.settled) {
      this.win = this.seating.need <= 0 ? 1 : 0;
      pivots.fill(0, 0, this.n);
    } else {
      this.passForward();
      this.passBackward();
      this.win = this.behind[this.seating.step];
      this.sumPivots(pivots);
    }
    this.empty = this.emptyFails ? this.chanceOfNoVotes() : 0;
    this.win -= this.empty;
  }

  runFor(i: number, yes: Float64Array, no: Float64Array, abstain: Float64Array): number {
    const { seating } = this;
    this.yes = yes;
    this.no = no;
    this.abstain = abstain;
    if (seating.settled) {
      this.win = seating.need <= 0 ? 1 : 0;
      return 0;
    }
    this.lawWithout(i);
    // Scores of the others from which yes wins whatever voter i does, if he votes for, if he abstains.
    const { law } = this;
    const { need } = seating;
    const c1 = seating.abstainStep[i];
    const c2 = seating.yesStep[i];
    let lost = 0;
    let ifFor = 0;
    let ifAbstains = 0;
    for (let s = 0; s < need - c2; s++) lost += law[s];
    for (let s = Math.max(0, need - c2); s < need; s++) {
      ifFor += law[s];
      if (s >= need - c1) ifAbstains += law[s];
    }
    const sure = 1 - lost - ifFor;
    this.win = seating.binary ? sure + yes[i] * ifFor : sure + yes[i] * ifFor + abstain[i] * ifAbstains;
    if (this.emptyFails) this.win -= this.chanceOfNoVotes();
    return ifFor;
  }

  // Law of the score below `need` of all seats but the first of entry i.
  private lawWithout(i: number): void {
    const { seating, law } = this;
    const { need, owner, first } = seating;
    law.fill(0, 0, need);
    law[0] = 1;
    let top = 0;
    for (let k = 0; k < seating.count; k++) {
      const j = owner[k];
      if (j === i && first[k] !== 0) continue;
      const c1 = seating.abstainStep[j];
      const c2 = seating.yesStep[j];
      const yes = this.yes[j];
      const no = seating.binary ? 1 - yes : this.no[j];
      const abstain = seating.binary ? 0 : this.abstain[j];
      top = Math.min(need - 1, top + c2);
      if (c1 === 1 && c2 === 2) {
        for (let s = top; s > 1; s--) law[s] = no * law[s] + abstain * law[s - 1] + yes * law[s - 2];
        if (top > 0) law[1] = no * law[1] + abstain * law[0];
        law[0] *= no;
        continue;
      }
      for (let s = top; s >= 0; s--) {
        let p = no * law[s];
        if (c1 > 0 && s >= c1) p += abstain * law[s - c1];
        if (s >= c2) p += yes * law[s - c2];
        law[s] = p;
      }
    }
  }

  slopes(
    rateYes: Float64Array,
    rateAbstain: Float64Array,
    pivotRates: Float64Array,
    stride: number,
    winRates: Float64Array,
  ): void {
    for (let j = 0; j < this.n; j++) pivotRates.fill(0, j * stride, j * stride + this.n);
    winRates.fill(0, 0, this.n);
    this.addEmptyRates(rateAbstain, winRates);
    if (this.seating.settled) return;
    for (let k = this.seating.count - 1; k >= 0; k--) {
      this.addWinRate(k, rateYes, rateAbstain, winRates);
      if (this.seating.binary) this.sweepBinary(k, rateYes, pivotRates, stride);
      else this.sweepTernary(k, rateYes, rateAbstain, pivotRates, stride);
    }
  }

  // Rows have `step` cells of zeros before score 0 and, behind, `step` cells of ones from the needed score on.
  private layOut(): void {
    const { count, need, step } = this.seating;
    const width = need + 2 * step;
    const key = (need * 4096 + step) * 65536 + count;
    if (key === this.laidOut) return;
    this.laidOut = key;
    this.width = width;
    const size = width * (count + 1);
    if (size > this.ahead.length) {
      this.ahead = new Float64Array(size);
      this.behind = new Float64Array(size);
    }
    if (width > this.moving.length) {
      this.moving = new Float64Array(width);
      this.law = new Float64Array(width);
      this.decisive = new Float64Array(width);
    }
    this.ahead.fill(0, 0, size);
    this.moving.fill(0);
    this.decisive.fill(0);
    for (let k = 0; k <= count; k++)
      this.behind.fill(1, k * width + step + need, k * width + 2 * step + need);
  }

  private passForward(): void {
    const { seating, ahead, width } = this;
    const { count, low, high, owner, step } = seating;
    ahead[step] = 1;
    ahead.fill(0, step + 1, step + 1 + Math.min(seating.need - 1, step));
    for (let k = 0; k < count; k++) {
      const j = owner[k];
      const yes = this.yes[j];
      const abstain = seating.binary ? 0 : this.abstain[j];
      const no = seating.binary ? 1 - yes : this.no[j];
      const c1 = seating.abstainStep[j];
      const c2 = seating.yesStep[j];
      const from = k * width + step;
      const to = from + width;
      const end = high[k + 1];
      if (seating.binary) {
        for (let s = low[k + 1]; s <= end; s++)
          ahead[to + s] = no * ahead[from + s] + yes * ahead[from + s - c2];
      } else {
        for (let s = low[k + 1]; s <= end; s++)
          ahead[to + s] = no * ahead[from + s] + abstain * ahead[from + s - c1] + yes * ahead[from + s - c2];
      }
      ahead.fill(0, to + end + 1, to + Math.min(seating.need, end + 1 + step));
    }
  }

  private passBackward(): void {
    const { seating, behind, width } = this;
    const { low, high, owner, step } = seating;
    for (let k = seating.count - 1; k >= 0; k--) {
      const j = owner[k];
      const yes = this.yes[j];
      const abstain = this.abstain[j];
      const no = seating.binary ? 1 - yes : this.no[j];
      const c1 = seating.abstainStep[j];
      const c2 = seating.yesStep[j];
      const to = k * width + step;
      const from = to + width;
      for (let s = low[k]; s < low[k + 1]; s++) behind[from + s] = 0;
      const end = high[k];
      if (seating.binary) {
        for (let s = low[k]; s <= end; s++)
          behind[to + s] = no * behind[from + s] + yes * behind[from + s + c2];
      } else {
        for (let s = low[k]; s <= end; s++)
          behind[to + s] =
            no * behind[from + s] + abstain * behind[from + s + c1] + yes * behind[from + s + c2];
      }
    }
  }

  private sumPivots(pivots: Float64Array): void {
    const { seating } = this;
    for (let k = 0; k < seating.count; k++) {
      if (seating.first[k] === 0) continue;
      const j = seating.owner[k];
      pivots[j] = this.gainAt(k, seating.yesStep[j]);
    }
  }

  // P(yes wins | seat k adds c) − P(yes wins | seat k adds 0)
  private gainAt(k: number, c: number): number {
    const { seating, ahead, behind, width } = this;
    const here = k * width + seating.step;
    const next = here + width;
    let sum = 0;
    for (let s = seating.low[k]; s <= seating.high[k]; s++)
      sum += ahead[here + s] * (behind[next + s + c] - behind[next + s]);
    return sum;
  }

  private addWinRate(
    k: number,
    rateYes: Float64Array,
    rateAbstain: Float64Array,
    winRates: Float64Array,
  ): void {
    const j = this.seating.owner[k];
    winRates[j] += rateYes[j] * this.pivots[j];
    if (!this.seating.binary) winRates[j] += rateAbstain[j] * this.gainAt(k, this.seating.abstainStep[j]);
  }

  // Second differences of `win` in the votes of seat k and of every seat before it.
  private sweepBinary(k: number, rateYes: Float64Array, pivotRates: Float64Array, stride: number): void {
    const { seating, behind, width, decisive } = this;
    const { low, high, owner, step, yesStep, first } = seating;
    const next = (k + 1) * width + step;
    const later = owner[k];
    const c = yesStep[later];
    decisive.fill(0, 0, low[k]);
    for (let s = low[k]; s <= high[k]; s++) decisive[s] = behind[next + s + c] - behind[next + s];
    for (let s = high[k] + 1; s < seating.need; s++) decisive[s] = 0;
    for (let i = k - 1; i >= 0; i--) {
      const j = owner[i];
      const yes = this.yes[j];
      const second = this.crossBinary(i, yes, yesStep[j]);
      if (first[i] !== 0) pivotRates[j * stride + later] += second * rateYes[later];
      if (first[k] !== 0) pivotRates[later * stride + j] += second * rateYes[j];
    }
  }

  // Reads the second difference at seat i from `decisive`, then carries `decisive` back over that seat.
  private crossBinary(i: number, yes: number, c: number): number {
    const { seating, ahead, decisive } = this;
    const here = i * this.width + seating.step;
    const no = 1 - yes;
    let sum = 0;
    for (let s = seating.low[i]; s <= seating.high[i]; s++) {
      const stay = decisive[s];
      const move = decisive[s + c];
      sum += ahead[here + s] * (move - stay);
      decisive[s] = no * stay + yes * move;
    }
    return sum;
  }

  private sweepTernary(
    k: number,
    rateYes: Float64Array,
    rateAbstain: Float64Array,
    pivotRates: Float64Array,
    stride: number,
  ): void {
    const { seating, behind, width, decisive, moving } = this;
    const { low, high, owner, step, yesStep, abstainStep } = seating;
    const next = (k + 1) * width + step;
    const later = owner[k];
    decisive.fill(0, 0, seating.need);
    moving.fill(0, 0, seating.need);
    for (let s = low[k]; s <= high[k]; s++) {
      const stay = behind[next + s];
      decisive[s] = behind[next + s + yesStep[later]] - stay;
      moving[s] =
        rateYes[later] * decisive[s] + rateAbstain[later] * (behind[next + s + abstainStep[later]] - stay);
    }
    for (let i = k - 1; i >= 0; i--) this.crossTernary(i, k, rateYes, rateAbstain, pivotRates, stride);
  }

  private crossTernary(
    i: number,
    k: number,
    rateYes: Float64Array,
    rateAbstain: Float64Array,
    pivotRates: Float64Array,
    stride: number,
  ): void {
    const { seating, ahead, decisive, moving } = this;
    const j = seating.owner[i];
    const later = seating.owner[k];
    const c1 = seating.abstainStep[j];
    const c2 = seating.yesStep[j];
    const yes = this.yes[j];
    const abstain = this.abstain[j];
    const no = this.no[j];
    const here = i * this.width + seating.step;
    let pivotOfEarlier = 0;
    let yesGain = 0;
    let abstainGain = 0;
    for (let s = seating.low[i]; s <= seating.high[i]; s++) {
      const weight = ahead[here + s];
      const m0 = moving[s];
      const m2 = moving[s + c2];
      const d0 = decisive[s];
      const d1 = decisive[s + c1];
      const d2 = decisive[s + c2];
      pivotOfEarlier += weight * (m2 - m0);
      yesGain += weight * (d2 - d0);
      abstainGain += weight * (d1 - d0);
      moving[s] = no * m0 + abstain * moving[s + c1] + yes * m2;
      decisive[s] = no * d0 + abstain * d1 + yes * d2;
    }
    if (seating.first[i] !== 0) pivotRates[j * stride + later] += pivotOfEarlier;
    if (seating.first[k] !== 0)
      pivotRates[later * stride + j] += rateYes[j] * yesGain + rateAbstain[j] * abstainGain;
  }

  private chanceOfNoVotes(): number {
    const { count, owner } = this.seating;
    let product = 1;
    for (let k = 0; k < count; k++) product *= this.abstain[owner[k]];
    return product;
  }

  private addEmptyRates(rateAbstain: Float64Array, winRates: Float64Array): void {
    if (this.empty === 0) return;
    const { count, owner } = this.seating;
    for (let k = 0; k < count; k++) {
      const j = owner[k];
      winRates[j] -= (this.empty / this.abstain[j]) * rateAbstain[j];
    }
  }
}
