import { exp } from '../../chance/exact.ts';

/**
 * How likely one voter is to vote for, to vote against and to abstain, when utilities have standard Gumbel noise
 * (multinomial logit, McFadden 1974): shares ∝ exp(forUtility), exp(againstUtility), 1. Writes entry j of the arrays.
 *
 * @param mayAbstain whether the third share exists at all
 */
export function respond(
  forUtility: number,
  againstUtility: number,
  mayAbstain: boolean,
  j: number,
  yes: Float64Array,
  no: Float64Array,
  abstain: Float64Array,
): void {
  if (!mayAbstain) {
    respondBinary(forUtility - againstUtility, j, yes, no);
    abstain[j] = 0;
    return;
  }
  respondFreely(forUtility, againstUtility, j, yes, no, abstain);
}

/** As `respond` for one who may abstain. The largest of the three shares needs no exponential. */
export function respondFreely(
  forUtility: number,
  againstUtility: number,
  j: number,
  yes: Float64Array,
  no: Float64Array,
  abstain: Float64Array,
): void {
  let a = 1;
  let b = 1;
  let c = 1;
  if (forUtility >= againstUtility && forUtility >= 0) {
    b = exp(againstUtility - forUtility);
    c = exp(-forUtility);
  } else if (againstUtility >= 0) {
    a = exp(forUtility - againstUtility);
    c = exp(-againstUtility);
  } else {
    a = exp(forUtility);
    b = exp(againstUtility);
  }
  const scale = 1 / (a + b + c);
  yes[j] = a * scale;
  no[j] = b * scale;
  abstain[j] = c * scale;
}

function respondBinary(difference: number, j: number, yes: Float64Array, no: Float64Array): void {
  const small = exp(-Math.abs(difference));
  const scale = 1 / (1 + small);
  yes[j] = difference >= 0 ? scale : small * scale;
  no[j] = difference >= 0 ? small * scale : scale;
}

/**
 * Rates of change of all shares when g_j is added to the utility of voting for and taken from that of voting against.
 *
 * @param rateYes receives d yes_j / d g_j = yes · (abstain + 2 no)
 * @param rateAbstain receives d abstain_j / d g_j = abstain · (no − yes)
 */
export function responseRates(
  n: number,
  yes: Float64Array,
  no: Float64Array,
  abstain: Float64Array,
  rateYes: Float64Array,
  rateAbstain: Float64Array,
): void {
  for (let j = 0; j < n; j++) {
    rateYes[j] = yes[j] * (abstain[j] + 2 * no[j]);
    rateAbstain[j] = abstain[j] * (no[j] - yes[j]);
  }
}
