/** What each base point adds to the sums of the Sobol estimators; resampling only re-weights these. */
export interface IndexTerms {
  readonly basePoints: number;
  readonly mean: number;
  /** Over A and B together, divided by 2N. */
  readonly variance: number;
  /** a + b and a^2 + b^2 of the centred outputs. */
  readonly sum: Float64Array;
  readonly squares: Float64Array;
  /** Per factor: b (ab - a), (b - ab)^2, (a - ab)^2. */
  readonly products: readonly Float64Array[];
}

/** Terms from outputs in the order of a Saltelli design, centred on the mean of all of them. */
export function indexTerms(outputs: Float64Array, factors: number): IndexTerms {
  const perBase = factors + 2;
  const basePoints = outputs.length / perBase;
  const centre = outputs.reduce((total, y) => total + y, 0) / outputs.length;
  const sum = new Float64Array(basePoints);
  const squares = new Float64Array(basePoints);
  const products = Array.from({ length: 3 * factors }, () => new Float64Array(basePoints));
  for (let n = 0; n < basePoints; n++) {
    const a = outputs[n * perBase]! - centre;
    const b = outputs[n * perBase + factors + 1]! - centre;
    sum[n] = a + b;
    squares[n] = a * a + b * b;
    for (let i = 0; i < factors; i++) {
      const ab = outputs[n * perBase + 1 + i]! - centre;
      products[3 * i]![n] = b * (ab - a);
      products[3 * i + 1]![n] = (b - ab) * (b - ab);
      products[3 * i + 2]![n] = (a - ab) * (a - ab);
    }
  }
  const mean = total(sum, undefined) / (2 * basePoints);
  const variance = constantBase(outputs, perBase)
    ? 0
    : total(squares, undefined) / (2 * basePoints) - mean * mean;
  return { basePoints, mean: mean + centre, variance, sum, squares, products };
}

/** First order (Saltelli), first order (Jansen), total (Jansen) of each factor in turn; NaN if nothing varies. */
export function writeIndices(terms: IndexTerms, counts: Uint32Array | undefined, out: Float64Array): void {
  const n = terms.basePoints;
  const mean = total(terms.sum, counts) / (2 * n);
  const variance = total(terms.squares, counts) / (2 * n) - mean * mean;
  const usable = variance > 0 ? variance : Number.NaN;
  for (let k = 0; k < out.length; k += 3) {
    out[k] = total(terms.products[k]!, counts) / n / usable;
    out[k + 1] = 1 - total(terms.products[k + 1]!, counts) / (2 * n) / usable;
    out[k + 2] = total(terms.products[k + 2]!, counts) / (2 * n) / usable;
  }
}

function total(values: Float64Array, counts: Uint32Array | undefined): number {
  let sum = 0;
  if (counts === undefined) for (let n = 0; n < values.length; n++) sum += values[n]!;
  else for (let n = 0; n < values.length; n++) sum += counts[n]! * values[n]!;
  return sum;
}

/** All of A and B exactly equal, so that rounding in the centring cannot pass for variance. */
function constantBase(outputs: Float64Array, perBase: number): boolean {
  return outputs.every(
    (y, row) => y === outputs[0] || (row % perBase !== 0 && row % perBase !== perBase - 1),
  );
}
