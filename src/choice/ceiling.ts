import { allActs } from '../acts/define.ts';
import { Aim, type Sort, sortOf } from '../acts/reach.ts';
import { openBreachAtMost } from './bounds/breaches.ts';
import { moveAtMost, moveOn, pointsOf } from './bounds/moves.ts';
import { own } from './bounds/own.ts';
import { speakingAtMost, speakingOn } from './bounds/speaking.ts';
import { companyAtMost, companyOn } from './bounds/ties.ts';
import { K } from './considerations/index.ts';
import type { Mind } from './mind.ts';

/*
 * How attractive a kind of act could be at best for somebody now: an upper bound of the utility of every move of that kind, from what the act
 * declares of its meaning (`reach`) and what bounds the person's reasons (`bounds/`, gathered before). No utility exceeds it (a test
 * looks at every moment of many runs), so that passing over a kind whose bound plus noise is beaten already changes nothing.
 */

/** Added against rounding; utilities are sums of thirteen products of order one. */
export const rounding = 1e-9;

/** What a rough bound found of each sort of act, by its number: points by which it moves any line; all that does not hang on the issue. */
let everywhere = new Float64Array(64);
let aside = new Float64Array(64);

/** On which issue the last bound found the most; −1 if on none. */
let chief = -1;
export const chiefOfCeiling = (): number => chief;

/** A rough bound for a kind of act, cheap; infinite if the act declares no reach. To be asked before the finer one. */
export function roughCeiling(mind: Mind, kind: number): number {
  const sorts = reaches()[kind];
  if (sorts.length === 0) return Number.POSITIVE_INFINITY;
  const f = mind.parameters.forecasts;
  let best = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < sorts.length; k++) {
    const sort = sorts[k];
    everywhere[sort.number] = pointsOf(sort, f);
    aside[sort.number] = besides(mind, sort);
    let bound = moveAtMost(sort, everywhere[sort.number]) + aside[sort.number];
    if (sort.publicity > 0) bound += sort.publicity * speakingAtMost(sort);
    if (sort.company) bound += companyAtMost(sort);
    if (bound > best) best = bound;
  }
  return mind.parameters.bases[kind] + best;
}

/** The bound issue by issue: what moves the line on one issue does not speak on another. */
export function ceiling(mind: Mind, kind: number): number {
  const sorts = reaches()[kind];
  if (sorts.length === 0) return Number.POSITIVE_INFINITY;
  let best = Number.NEGATIVE_INFINITY;
  let where = -1;
  for (let k = 0; k < sorts.length; k++) {
    const sort = sorts[k];
    let bound = onIssues(mind, sort) + aside[sort.number];
    if (sort.mends > 0 && bound > best)
      bound -= own.discipline * sort.mends * (1 - openBreachAtMost(mind.scene));
    if (bound > best) {
      best = bound;
      where = chief;
    }
  }
  chief = where;
  return mind.parameters.bases[kind] + best;
}

/** The issue on which acts of one sort are worth most; 0 if they are about none. */
function onIssues(mind: Mind, sort: Sort): number {
  const { issues } = mind.scene.world;
  const points = everywhere[sort.number];
  let best = sort.aim === Aim.own ? Number.NEGATIVE_INFINITY : 0;
  chief = -1;
  for (let issue = 0; issue < issues; issue++) {
    let worth = moveOn(issue, sort, points);
    if (sort.publicity > 0) worth += sort.publicity * speakingOn(issue, sort);
    if (sort.company) worth += companyOn(issue, sort);
    if (worth > best) {
      best = worth;
      chief = issue;
    }
  }
  return best;
}

/** What does not hang on the issue: posts, unity, sanctions, blame, rivals, debts, and how warmly the other is treated. */
function besides(mind: Mind, sort: Sort): number {
  const { weights: w } = mind.parameters;
  let sum = rounding;
  if (sort.wins) sum += w[K.prospect];
  sum += own.office * sort.posts + own.sanction * sort.averts + own.discipline * sort.mends;
  sum -= own.unity * (sort.split + own.heat * sort.hotSplit);
  const blame = sort.blame + own.heat * sort.hotBlame;
  sum -= w[K.blame] * blame * (blame < 0 ? 1 : sort.seen);
  sum += w[K.solidarity] * own.trust * sort.warm;
  sum += w[K.rivalry] * Math.min(1, (sort.company ? own.rivalry : 0) + own.fight * sort.cold);
  const returned = Math.max(own.owes * sort.warm, own.owed * sort.cold);
  return sum + w[K.reciprocity] * Math.min(1, sort.owed + returned);
}

const known: Sort[][] = [];
let sortsKnown = 0;

/** What every kind of act declares, by its number. */
function reaches(): readonly (readonly Sort[])[] {
  const acts = allActs();
  for (let k = known.length; k < acts.length; k++) {
    known.push((acts[k].reach ?? []).map((reach) => sortOf(reach, sortsKnown++)));
    if (sortsKnown > aside.length) {
      everywhere = new Float64Array(2 * sortsKnown);
      aside = new Float64Array(2 * sortsKnown);
    }
  }
  return known;
}
