import { exp } from '../../chance/exact.ts';

const NODES = 32;
const COSINE = cosines();

/**
 * Upper bounds, over all choice probabilities allowed, on chances in a sum S of independent steps (`up` for a vote for,
 * `−down` against, 0 for abstaining). By Fourier inversion |Σ_s c_s P(S = s)| ≤ (1/2π) ∫ |Σ_s c_s e^{iθs}| |φ(θ)| dθ,
 * and |φ(θ)| ≤ exp(−Σ_k Σ_{a<b} p_ka p_kb (1 − cos(step difference · θ))). The integral is a midpoint sum with 32
 * nodes, within a few per cent of the truth (test); users keep a margin.
 */
export class SumBounds {
  /** max P(S in the pivotal set), the up + down adjacent scores where one vote decides. */
  pivot = 1;
  /** Factor of |d yes_k| and |d no_k| in the change of any pivot probability. */
  pivotPerYes = 1;
  pivotPerNo = 1;
  /** Factor of |d yes_k| and |d no_k| in the change of the probability that yes wins. */
  winPerYes = 1;
  winPerNo = 1;

  /**
   * @param yesAbstain lower bound on Σ_k yes_k · abstain_k over the voters left in; likewise the others
   */
  compute(up: number, down: number, yesAbstain: number, noAbstain: number, yesNo: number): void {
    this.pivot = this.pivotPerYes = this.pivotPerNo = this.winPerYes = this.winPerNo = 0;
    for (let l = 0; l < NODES; l++) {
      const angle = 2 * l + 1;
      const decay =
        yesAbstain * (1 - cosine(angle * up)) +
        noAbstain * (1 - cosine(angle * down)) +
        yesNo * (1 - cosine(angle * (up + down)));
      if (decay > 40) continue;
      const size = exp(-decay) / NODES;
      const unit = halfSine(angle);
      const upSine = halfSine(angle * up);
      const downSine = halfSine(angle * down);
      const both = halfSine(angle * (up + down)) / unit;
      this.pivot += size * both;
      this.pivotPerYes += size * both * 2 * upSine;
      this.pivotPerNo += size * both * 2 * downSine;
      this.winPerYes += (size * upSine) / unit;
      this.winPerNo += (size * downSine) / unit;
    }
    this.pivot = Math.min(1, this.pivot);
    this.winPerYes = Math.min(1, this.winPerYes);
    this.winPerNo = Math.min(1, this.winPerNo);
  }

  /** The bounds that hold for every sum. */
  giveUp(): void {
    this.pivot = this.pivotPerYes = this.pivotPerNo = this.winPerYes = this.winPerNo = 1;
  }
}

// cos of `index` half-steps; one step is π / NODES.
function cosine(index: number): number {
  return COSINE[index % (4 * NODES)];
}

// |sin(θ/2)| of the same angle: sin² = (1 − cos)/2.
function halfSine(index: number): number {
  return Math.sqrt(Math.max(0, 0.5 * (1 - cosine(index))));
}

// cos(π m / (2 NODES)) for a full turn, by half-angle formulas and then the Chebyshev recursion.
function cosines(): Float64Array {
  const table = new Float64Array(4 * NODES);
  let first = -1;
  for (let halvings = 2 * NODES; halvings > 1; halvings /= 2)
    first = Math.sqrt(Math.max(0, 0.5 * (1 + first)));
  table[0] = 1;
  table[1] = first;
  for (let m = 2; m < table.length; m++) table[m] = 2 * first * table[m - 1] - table[m - 2];
  return table;
}
