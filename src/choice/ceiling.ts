import { allActs } from '../acts/define.ts';
import { type Sort, sortOf } from '../acts/reach.ts';
import { Bearing, Mean, meanWidth } from '../acts/meaning.ts';
import {
  companyOn,
  most,
  moveAtMost,
  moveOfRow,
  moveOn,
  own,
  pointsOf,
  speakingAtMost,
  speakingOn,
} from './bounds.ts';
import { considerationCount, K } from './considerations/index.ts';
import { edgeOfOption } from './evaluate.ts';
import type { Mind } from './mind.ts';

/*
 * How attractive a kind of act could be at best for somebody now: an upper bound of the utility of every move of that kind, from what the act
 * declares of its meaning (`reach`) and what bounds the person's reasons (`bounds.ts`, gathered before). No utility exceeds it (a test
 * looks at every moment of many runs), so that passing over a kind whose bound plus noise is beaten already changes nothing.
 */

/** Added against rounding; utilities are sums of thirteen products of order one. */
const rounding = 1e-9;

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

/** A rough bound for a kind of act, cheap; infinite if the act declares no reach. */
export function roughCeiling(mind: Mind, kind: number): number {
  const sorts = reaches()[kind];
  if (sorts.length === 0) return Number.POSITIVE_INFINITY;
  const f = mind.parameters.forecasts;
  let best = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < sorts.length; k++) {
    const sort = sorts[k];
    let bound = moveAtMost(sort, pointsOf(sort, f)) + besides(mind, sort);
    if (sort.publicity > 0) bound += sort.publicity * speakingAtMost(sort);
    if (sort.company) bound += most.company;
    if (bound > best) best = bound;
  }
  return mind.parameters.bases[kind] + best;
}

/** The bound issue by issue: what moves the line on one issue does not speak on another. */
export function ceiling(mind: Mind, kind: number): number {
  const sorts = reaches()[kind];
  if (sorts.length === 0) return Number.POSITIVE_INFINITY;
  let best = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < sorts.length; k++) {
    const bound = onIssues(mind, sorts[k]) + besides(mind, sorts[k]);
    if (bound > best) best = bound;
  }
  return mind.parameters.bases[kind] + best;
}

/** The issue on which acts of one sort are worth most; 0 if they are about none. */
function onIssues(mind: Mind, sort: Sort): number {
  const { issues } = mind.scene.world;
  const everywhere = pointsOf(sort, mind.parameters.forecasts);
  let best = 0;
  for (let issue = 0; issue < issues; issue++) {
    let worth = moveOn(issue, sort, everywhere);
    if (sort.publicity > 0) worth += sort.publicity * speakingOn(issue, sort);
    if (sort.company) worth += companyOn(issue);
    if (worth > best) best = worth;
  }
  return best;
}

/** What does not hang on the issue: posts, unity, sanctions, blame, rivals, debts, and how warmly the other is treated. */
function besides(mind: Mind, reach: Sort): number {
  const { weights: w } = mind.parameters;
  let sum = rounding;
  if (reach.wins) sum += w[K.prospect];
  sum +=
    own.office * reach.posts +
    own.sanction * reach.averts +
    own.discipline * reach.mends -
    own.unity * reach.split;
  sum -= w[K.blame] * reach.blame * (reach.blame < 0 ? 1 : reach.seen);
  sum += w[K.solidarity] * own.trust * reach.warm;
  sum += w[K.rivalry] * Math.min(1, (reach.company ? own.rivalry : 0) + own.fight * reach.cold);
  const returned = Math.max(own.owes * reach.warm, own.owed * reach.cold);
  return sum + w[K.reciprocity] * Math.min(1, reach.owed + returned);
}

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
  if (issue >= 0) sum += moveOfRow(issue, row, m, forecasts);
  if (row[m + Mean.bearing] === Bearing.motion) sum += w[K.prospect];
  let trusted = 0;
  let fought = 0;
  if (row[m + Mean.joins] >= 0) {
    trusted = 1;
    sum += w[K.deference];
    fought = own.rivalry;
  } else if (issue >= 0 && value === value) {
    sum += companyOn(issue);
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

const known: Sort[][] = [];

/** What every kind of act declares, by its number. */
function reaches(): readonly (readonly Sort[])[] {
  const acts = allActs();
  for (let k = known.length; k < acts.length; k++) known.push((acts[k].reach ?? []).map(sortOf));
  return known;
}
