/**
 * Luck and assumptions: the law of total variance from replicated rows.
 *
 *     Var Y = E[Var(Y | assumptions)] + Var(E[Y | assumptions]),   luck = E[Var(Y | assumptions)] / Var Y
 *
 * A row is one draw of all assumptions (claims, weights), run with at least two independent noises. This is
 * the one-way random-effects analysis of variance; 1 - luck is its intraclass correlation, ICC(1) of Shrout &
 * Fleiss (Psychol. Bull. 86 (1979) 420-428). Neither depends on how noise is coupled between rows or twins.
 */
import type { Estimate } from '../statistics.ts';
import { bootstrap, percentileInterval, type Resampling } from './bootstrap.ts';
import { insist, insistFinite } from './errors.ts';

export interface LuckShares {
  /** Share of the variance that is contingency. Above 1 when rows differ less than chance makes them: not clipped. */
  readonly luck: Estimate;
  /** Share that our assumptions decide: 1 - luck. */
  readonly assumptions: Estimate;
  /** Unbiased estimates, in squared units of the outcome. */
  readonly withinVariance: number;
  readonly betweenVariance: number;
  readonly rows: number;
  readonly replicates: number;
}

/**
 * Shares from outputs row by row: replicate r of row k is at k * replicates + r. At least 2 rows and 2
 * replicates. Both variances are unbiased, their ratio is consistent; the interval is a bootstrap over rows. If
 * nothing varies at all the shares are NaN.
 *
 * Throws `bad-argument`, `length-mismatch`, `not-finite`.
 */
export function luckShares(outputs: Float64Array, replicates: number, how: Resampling): LuckShares {
  insist(
    Number.isInteger(replicates) && replicates >= 2,
    'bad-argument',
    `${replicates} replicates; luck needs at least 2 runs of each row`,
  );
  const rows = outputs.length / replicates;
  insist(
    Number.isInteger(rows) && rows >= 2,
    'length-mismatch',
    `${outputs.length} outputs are not 2 or more rows of ${replicates}`,
  );
  insistFinite(outputs, 'outputs');
  const terms = rowTerms(outputs, replicates);
  const parts = new Float64Array(2);
  components(terms, replicates, undefined, parts);
  const [within = 0, between = 0] = parts;
  const [shares = new Float64Array(0)] = bootstrap(rows, 1, how, (counts, out) => {
    components(terms, replicates, counts, parts);
    out[0] = parts[0]! / (parts[0]! + parts[1]!);
  });
  const luck = percentileInterval(within / (within + between), shares, outputs.length, how.level);
  const assumptions = { value: 1 - luck.value, low: 1 - luck.high, high: 1 - luck.low, runs: luck.runs };
  return { luck, assumptions, withinVariance: within, betweenVariance: between, rows, replicates };
}

interface RowTerms {
  /** Mean of each row, centred on the mean of all. */
  readonly means: Float64Array;
  /** Unbiased variance within each row. */
  readonly variances: Float64Array;
}

function rowTerms(outputs: Float64Array, replicates: number): RowTerms {
  const rows = outputs.length / replicates;
  const means = new Float64Array(rows);
  const variances = new Float64Array(rows);
  for (let k = 0; k < rows; k++) {
    const row = outputs.subarray(k * replicates, (k + 1) * replicates);
    const mean = row.reduce((sum, y) => sum + y, 0) / replicates;
    means[k] = mean;
    variances[k] = row.reduce((sum, y) => sum + (y - mean) * (y - mean), 0) / (replicates - 1);
  }
  const centre = means.reduce((sum, m) => sum + m, 0) / rows;
  return { means: means.map((m) => m - centre), variances };
}

/** Within variance, and between variance = variance of row means less within / replicates; to out[0], out[1]. */
function components(
  terms: RowTerms,
  replicates: number,
  counts: Uint32Array | undefined,
  out: Float64Array,
): void {
  const rows = terms.means.length;
  let within = 0;
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < rows; k++) {
    const weight = counts === undefined ? 1 : counts[k]!;
    const m = terms.means[k]!;
    within += weight * terms.variances[k]!;
    sum += weight * m;
    squares += weight * m * m;
  }
  out[0] = within / rows;
  out[1] = (squares - (sum * sum) / rows) / (rows - 1) - out[0]! / replicates;
}
