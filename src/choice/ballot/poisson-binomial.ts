/**
 * Law of the number of yes votes among n independent voters with different probabilities (Poisson binomial).
 *
 * @param p probabilities 0 to 1, length >= n
 * @param out length >= n + 1; receives P(exactly k yes) for k = 0 … n
 */
export function poissonBinomial(p: Float64Array, n: number, out: Float64Array): void {
  out[0] = 1;
  for (let i = 0; i < n; i++) {
    const yes = p[i];
    const no = 1 - yes;
    out[i + 1] = out[i] * yes;
    for (let k = i; k > 0; k--) out[k] = out[k] * no + out[k - 1] * yes;
    out[0] *= no;
  }
}

/**
 * Takes one voter out of a Poisson binomial law by dividing his factor out, from the side where errors shrink (from 0
 * upwards if he rather votes no, from n downwards otherwise). Error grows at most linearly in n.
 *
 * @param pmf law of n voters, length >= n + 1
 * @param yes the voter's probability
 * @param out length >= n; receives the law of the other n − 1; must not be `pmf`
 */
export function withoutVoter(pmf: Float64Array, n: number, yes: number, out: Float64Array): void {
  const no = 1 - yes;
  if (yes <= 0.5) {
    let last = 0;
    for (let k = 0; k < n; k++) {
      last = (pmf[k] - yes * last) / no;
      out[k] = last;
    }
  } else {
    let last = 0;
    for (let k = n; k > 0; k--) {
      last = (pmf[k] - no * last) / yes;
      out[k - 1] = last;
    }
  }
}

/**
 * Law of a weighted yes count.
 *
 * @param weights whole numbers >= 0
 * @param out length >= 1 + sum of weights
 */
export function weightedSum(p: Float64Array, weights: Uint16Array, n: number, out: Float64Array): void {
  out[0] = 1;
  let top = 0;
  for (let i = 0; i < n; i++) {
    const step = weights[i];
    if (step === 0) continue;
    out.fill(0, top + 1, top + step + 1);
    top += step;
    const yes = p[i];
    for (let k = top; k >= step; k--) out[k] = out[k] * (1 - yes) + out[k - step] * yes;
    for (let k = Math.min(step, top + 1) - 1; k >= 0; k--) out[k] *= 1 - yes;
  }
}

/**
 * Law of the margin Y − N when voters may abstain.
 *
 * @param out length >= 2n + 1; receives P(Y − N = k − n) at k
 */
export function marginLaw(yes: Float64Array, no: Float64Array, n: number, out: Float64Array): void {
  out[0] = 1;
  for (let i = 0; i < n; i++) {
    const a = yes[i];
    const c = no[i];
    const b = 1 - a - c;
    const top = 2 * i;
    out[top + 1] = 0;
    out[top + 2] = 0;
    // Scores are shifted by one for every voter, so that a vote against adds 0.
    for (let k = top + 2; k >= 2; k--) out[k] = out[k] * c + out[k - 1] * b + out[k - 2] * a;
    out[1] = out[1] * c + out[0] * b;
    out[0] *= c;
  }
}
