import { Bearing, Mean, meanWidth } from '../acts/meaning.ts';
import { moveOfRow } from './bounds/moves.ts';
import { own, rounding } from './bounds/own.ts';
import { companyOfRow } from './bounds/ties.ts';
import { considerationCount, K } from './considerations/index.ts';
import { edgeOfOption } from './evaluate.ts';
import type { Mind } from './mind.ts';

/** The considerations that need no forecast. */
const plain = Int32Array.of(
  K.conviction,
  K.discipline,
  K.unity,
  K.office,
  K.sanction,
  K.blame,
  K.reciprocity,
  K.base,
);

/**
 * The bound of one option whose plain reasons are known: what rests on forecasts is taken at its best. To be written to
 * `mind.utility` in place of a utility.
 */
export function rowCeiling(mind: Mind, person: number, k: number): number {
  const { matrix: c, menu } = mind;
  const { weights: w, forecasts } = mind.parameters;
  const row = menu.meaning;
  const at = k * considerationCount;
  const m = k * meanWidth;
  let sum = rounding;
  for (let j = 0; j < plain.length; j++) sum += w[plain[j]] * c[at + plain[j]];
  const issue = row[m + Mean.issue];
  const value = row[m + Mean.value];
  if (issue >= 0) sum += moveOfRow(mind, person, issue, row, m, forecasts);
  if (issue >= 0 && row[m + Mean.bearing] === Bearing.motion) sum += w[K.prospect];
  let trusted = 0;
  let fought = 0;
  if (row[m + Mean.joins] >= 0) {
    trusted = 1;
    sum += w[K.deference];
    fought = own.rivalry;
  } else if (issue >= 0 && value === value) {
    sum += companyOfRow(issue, value);
    fought = own.rivalry;
  }
  const edge = edgeOfOption(mind, person, k);
  if (edge >= 0) {
    const near = mind.scene.state.tie[edge] * row[m + Mean.warmth];
    if (mind.scene.state.tie[edge] > 0) trusted += near;
    else fought += near;
  }
  return sum + w[K.solidarity] * Math.min(1, trusted) + w[K.rivalry] * Math.min(1, fought);
}
