import { exp } from '../../chance/exact.ts';
import { type Electorate, isBinary, seatsOf, shiftedNeed, type VoteCount, weightOf } from './count.ts';
import { tabledCdf } from './normal-table.ts';

const ROOT_TWO_PI = 2.5066282746310002;

/**
 * The law of the count in a large electorate by the normal approximation with continuity correction. For 100 or more
 * seats of equal weight, none of them nearly certain, probabilities are good to about 0.002.
 */
export class NormalCount implements VoteCount {
  win = 0;
  readonly approximate = true;
  private n = 0;
  private need = 0;
  private seats: Float64Array = new Float64Array(0);
  private abstainStep: Float64Array = new Float64Array(0);
  private yesStep: Float64Array = new Float64Array(0);
  private mean: Float64Array = new Float64Array(0);
  private variance: Float64Array = new Float64Array(0);
  private meanRate: Float64Array = new Float64Array(0);
  private varianceRate: Float64Array = new Float64Array(0);
  private readonly perMean = new Float64Array(2);
  private readonly perVariance = new Float64Array(2);
  private totalMean = 0;
  private totalVariance = 0;

  prepare(electorate: Electorate): void {
    const { n } = electorate;
    if (n > this.mean.length) this.grow(n);
    const binary = isBinary(electorate);
    const { up, down } = electorate.rule;
    this.n = n;
    this.need = shiftedNeed(electorate, binary) - 0.5;
    for (let j = 0; j < n; j++) {
      const weight = weightOf(electorate, j);
      this.seats[j] = seatsOf(electorate, j);
      this.abstainStep[j] = binary ? 0 : down * weight;
      this.yesStep[j] = binary ? weight : (up + down) * weight;
    }
  }

  run(yes: Float64Array, _no: Float64Array, abstain: Float64Array, pivots: Float64Array): void {
    this.sumMoments(yes, abstain);
    const { n, need, totalMean, totalVariance } = this;
    this.win = 1 - tabledCdf((need - totalMean) / Math.sqrt(totalVariance + 1e-12));
    for (let j = 0; j < n; j++) {
      const high = need - (totalMean - this.mean[j]);
      const spread = Math.sqrt(totalVariance - this.variance[j] + 1e-12);
      pivots[j] = tabledCdf(high / spread) - tabledCdf((high - this.yesStep[j]) / spread);
    }
  }

  runFor(i: number, yes: Float64Array, _no: Float64Array, abstain: Float64Array): number {
    this.sumMoments(yes, abstain);
    this.win = 1 - tabledCdf((this.need - this.totalMean) / Math.sqrt(this.totalVariance + 1e-12));
    const high = this.need - (this.totalMean - this.mean[i]);
    const spread = Math.sqrt(this.totalVariance - this.variance[i] + 1e-12);
    return tabledCdf(high / spread) - tabledCdf((high - this.yesStep[i]) / spread);
  }

  slopes(
    rateYes: Float64Array,
    rateAbstain: Float64Array,
    pivotRates: Float64Array,
    stride: number,
    winRates: Float64Array,
  ): void {
    const { n } = this;
    this.slope(this.need, this.totalMean, this.totalVariance, 0);
    const winPerMean = this.perMean[0];
    const winPerVariance = this.perVariance[0];
    for (let k = 0; k < n; k++) {
      const c = this.yesStep[k];
      const a = this.abstainStep[k];
      const mean = rateYes[k] * c + rateAbstain[k] * a;
      this.meanRate[k] = mean;
      this.varianceRate[k] = rateYes[k] * c * c + rateAbstain[k] * a * a - 2 * this.mean[k] * mean;
      winRates[k] = -this.seats[k] * (winPerMean * mean + winPerVariance * this.varianceRate[k]);
    }
    for (let j = 0; j < n; j++) {
      const mean = this.totalMean - this.mean[j];
      const variance = this.totalVariance - this.variance[j];
      this.slope(this.need, mean, variance, 0);
      this.slope(this.need - this.yesStep[j], mean, variance, 1);
      const perMean = this.perMean[0] - this.perMean[1];
      const perVariance = this.perVariance[0] - this.perVariance[1];
      const row = j * stride;
      for (let k = 0; k < n; k++)
        pivotRates[row + k] =
          this.seats[k] * (perMean * this.meanRate[k] + perVariance * this.varianceRate[k]);
      // His own seat is not among the others.
      pivotRates[row + j] -= perMean * this.meanRate[j] + perVariance * this.varianceRate[j];
    }
  }

  private grow(n: number): void {
    this.seats = new Float64Array(n);
    this.abstainStep = new Float64Array(n);
    this.yesStep = new Float64Array(n);
    this.mean = new Float64Array(n);
    this.variance = new Float64Array(n);
    this.meanRate = new Float64Array(n);
    this.varianceRate = new Float64Array(n);
  }

  private sumMoments(yes: Float64Array, abstain: Float64Array): void {
    this.totalMean = 0;
    this.totalVariance = 0;
    for (let j = 0; j < this.n; j++) {
      const a = this.abstainStep[j];
      const c = this.yesStep[j];
      const mean = yes[j] * c + abstain[j] * a;
      this.mean[j] = mean;
      this.variance[j] = Math.max(0, yes[j] * c * c + abstain[j] * a * a - mean * mean);
      this.totalMean += this.seats[j] * mean;
      this.totalVariance += this.seats[j] * this.variance[j];
    }
  }

  // Derivatives of Φ((score − mean) / √variance) by mean and by variance, to cell `at`.
  private slope(score: number, mean: number, variance: number, at: number): void {
    const spread = Math.sqrt(variance + 1e-12);
    const z = (score - mean) / spread;
    const density = exp(-0.5 * z * z) / ROOT_TWO_PI;
    this.perMean[at] = -density / spread;
    this.perVariance[at] = (-density * z) / (2 * spread * spread);
  }
}
