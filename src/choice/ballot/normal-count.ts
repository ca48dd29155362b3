import { exp, normalCdf } from '../../chance/exact.ts';
import { type Electorate, isBinary, seatsOf, shiftedNeed, type VoteCount, weightOf } from './count.ts';

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
    this.win = 1 - normalCdf(this.standard(this.need, this.totalMean, this.totalVariance));
    for (let j = 0; j < this.n; j++) {
      const mean = this.totalMean - this.mean[j];
      const variance = this.totalVariance - this.variance[j];
      const top = normalCdf(this.standard(this.need, mean, variance));
      pivots[j] = top - normalCdf(this.standard(this.need - this.yesStep[j], mean, variance));
    }
  }

  slopes(
    rateYes: Float64Array,
    rateAbstain: Float64Array,
    pivotRates: Float64Array,
    stride: number,
    winRates: Float64Array,
  ): void {
    for (let k = 0; k < this.n; k++) {
      const c = this.yesStep[k];
      const a = this.abstainStep[k];
      const dMean = rateYes[k] * c + rateAbstain[k] * a;
      const dSquare = rateYes[k] * c * c + rateAbstain[k] * a * a;
      const dVariance = dSquare - 2 * this.mean[k] * dMean;
      const seats = this.seats[k];
      winRates[k] = -seats * this.slope(this.need, this.totalMean, this.totalVariance, dMean, dVariance);
      for (let j = 0; j < this.n; j++) {
        const others = j === k ? seats - 1 : seats;
        const mean = this.totalMean - this.mean[j];
        const variance = this.totalVariance - this.variance[j];
        const top = this.slope(this.need, mean, variance, dMean, dVariance);
        const low = this.slope(this.need - this.yesStep[j], mean, variance, dMean, dVariance);
        pivotRates[j * stride + k] = others * (top - low);
      }
    }
  }

  private grow(n: number): void {
    this.seats = new Float64Array(n);
    this.abstainStep = new Float64Array(n);
    this.yesStep = new Float64Array(n);
    this.mean = new Float64Array(n);
    this.variance = new Float64Array(n);
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

  private standard(score: number, mean: number, variance: number): number {
    return (score - mean) / Math.sqrt(variance + 1e-12);
  }

  // Derivative of Φ((score − mean) / √variance) when the moments move at the given rates.
  private slope(score: number, mean: number, variance: number, dMean: number, dVariance: number): number {
    const spread = Math.sqrt(variance + 1e-12);
    const z = (score - mean) / spread;
    const density = exp(-0.5 * z * z) / ROOT_TWO_PI;
    return density * (-dMean / spread - (z * dVariance) / (2 * spread * spread));
  }
}
