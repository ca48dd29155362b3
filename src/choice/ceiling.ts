import { allActs } from '../acts/define.ts';
import { Aim, type Sort, sortOf } from '../acts/reach.ts';
import { openBreachAtMost } from './bounds/breaches.ts';
import { lookAt, moveAtMost, moveOn, pointsOf } from './bounds/moves.ts';
import { own, rounding } from './bounds/own.ts';
import { speakingAtMost, speakingOn } from './bounds/speaking.ts';
import { companyAtMost, companyOn } from './bounds/ties.ts';
import { K } from './considerations/index.ts';
import type { Mind } from './mind.ts';
import { probe, probed } from './probe.ts';

/*
 * How attractive a kind of act could be at best for somebody now: an upper bound of the utility of every move of that kind, from what the act
 * declares of its meaning (`reach`) and what bounds the person's reasons (`bounds/`, gathered before). No utility exceeds it (a test
 * looks at every moment of many runs), so that passing over a kind whose bound plus noise is beaten already changes nothing.
 */

/** What a rough bound found of each sort of act, by its number: points by which it moves any line; all that does not hang on the issue; the bound. */
let everywhere = new Float64Array(64);
let aside = new Float64Array(64);
let rough = new Float64Array(64);
/** By sort and issue: the moment at which it was asked whether the sort can be about the issue; negative: it cannot. */
let verdicts = new Float64Array(0);

/** The sort and the issue on which the last bound found the most; −1: on none. */
const chief: { sort: Sort | undefined; issue: number } = { sort: undefined, issue: -1 };

/** A rough bound for a kind of act, cheap; infinite if the act declares no reach. To be asked before the finer one. */
export function roughCeiling(mind: Mind, kind: number, sorts: readonly Sort[] = sortsOf(kind)): number {
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
    rough[sort.number] = bound;
    if (bound > best) best = bound;
  }
  return mind.parameters.bases[kind] + best;
}

/**
 * The bound issue by issue: what moves the line on one issue does not speak on another. Where it is not above `least`, `least` itself: sorts
 * that cannot reach it are not looked at.
 */
export function ceiling(
  mind: Mind,
  kind: number,
  sorts: readonly Sort[] = sortsOf(kind),
  least = Number.NEGATIVE_INFINITY,
): number {
  chief.sort = undefined;
  chief.issue = -1;
  if (sorts.length === 0) return Number.POSITIVE_INFINITY;
  const base = mind.parameters.bases[kind];
  let best = least - base;
  for (let k = 0; k < sorts.length; k++) {
    const sort = sorts[k];
    if (rough[sort.number] <= best) continue;
    const issue = bestIssue(mind, sort);
    let bound = worthThere[0] + aside[sort.number];
    if (sort.mends > 0 && bound > best)
      bound -= own.discipline * sort.mends * (1 - openBreachAtMost(mind.scene));
    if (sort.offer) bound = Math.min(bound, probed(sort) - base + rounding);
    if (bound <= best) continue;
    best = bound;
    chief.sort = sort;
    chief.issue = issue;
  }
  return chief.sort ? base + best : least;
}

/**
 * Looks closer at what made the last bound of a kind so high: can it be about that issue, what line does he expect there, which moves of
 * that sort are there? Says whether the bound is to be worked out again.
 */
export function lookCloser(mind: Mind, person: number): boolean {
  const { sort, issue } = chief;
  if (!sort || issue < 0) return false;
  const { moment } = own;
  if (sort.about) {
    const cell = sort.number * mind.scene.world.issues + issue;
    if (cell >= verdicts.length) verdicts = wider(verdicts, 2 * cell + 64);
    if (verdicts[cell] !== moment) {
      const can = sort.about(mind.scene, person, issue);
      verdicts[cell] = can ? moment : -moment;
      if (!can) return true;
    }
  }
  return lookAt(mind, person, issue) || probe(mind, person, sort);
}

/** What acts of the sort asked of last are worth on the issue on which they are worth most; 0 if they are about none. A cell: a variable would be boxed. */
const worthThere = new Float64Array(1);

function bestIssue(mind: Mind, sort: Sort): number {
  const { issues } = mind.scene.world;
  const { about, company, publicity, number } = sort;
  const points = everywhere[number];
  const first = number * issues;
  const never = -own.moment;
  let chosen = -1;
  let most = about || sort.aim === Aim.own ? Number.NEGATIVE_INFINITY : 0;
  for (let issue = own.from; issue < own.to; issue++) {
    if (about && verdicts[first + issue] === never) continue;
    let worth = moveOn(issue, sort, points);
    if (publicity > 0) worth += publicity * speakingOn(issue, sort);
    if (company) worth += companyOn(issue, sort);
    if (worth > most) {
      most = worth;
      chosen = issue;
    }
  }
  worthThere[0] = most;
  return chosen;
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
const tabled: Sort[][] = [];
let sortsKnown = 0;

/** What a kind of act declares of its moves. */
export function sortsOf(kind: number): readonly Sort[] {
  if (kind >= known.length) list();
  return known[kind];
}

/** What it declares of its moves on the agenda of a meeting; of all its moves if it makes no difference. */
export function tabledSortsOf(kind: number): readonly Sort[] {
  if (kind >= known.length) list();
  return tabled[kind];
}

function list(): void {
  const acts = allActs();
  for (let k = known.length; k < acts.length; k++) {
    const { reach = [], tabled: onAgenda } = acts[k];
    known.push(reach.map((r) => sortOf(r, sortsKnown++)));
    tabled.push(onAgenda ? onAgenda.map((r) => sortOf(r, sortsKnown++)) : known[k]);
  }
  if (sortsKnown > aside.length) {
    everywhere = wider(everywhere, 2 * sortsKnown);
    aside = wider(aside, 2 * sortsKnown);
    rough = wider(rough, 2 * sortsKnown);
  }
}

function wider(from: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const to = new Float64Array(length);
  to.set(from);
  return to;
}
