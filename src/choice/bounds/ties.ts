import { Aim, type Sort } from '../../acts/reach.ts';
import type { State } from '../../world/state.ts';
import { K } from '../considerations/index.ts';
import type { Mind } from '../mind.ts';
import { own } from './own.ts';
import { point, stand } from './stand.ts';

/** A quarter of a tie stands on neither side, as in `forecasts/sides.ts`. */
const neither = 0.25;

/** By issue: the most that company can be worth to who stands above the line and below it, and the largest over issues. */
let above = new Float64Array(16);
let below = new Float64Array(16);
const most = { any: 0, own: 0 };
/** Scratch by issue: the line, and those trusted and deferred to above it less those below. */
let reference = new Float64Array(16);
let trusted = new Float64Array(16);
let urged = new Float64Array(16);

/** The most that company on an issue can be worth. */
export function companyOn(issue: number, sort: Sort): number {
  if (sort.aim === Aim.own || sort.aim === Aim.way) return companyOfRow(issue, point[issue]);
  if (sort.aim === Aim.self) return companyOfRow(issue, stand[issue]);
  return Math.max(above[issue], below[issue]);
}

/** The same on any issue, at most. */
export const companyAtMost = (sort: Sort): number =>
  sort.aim === Aim.own || sort.aim === Aim.way ? most.own : most.any;

/** The same to who stands for a point. */
export function companyOfRow(issue: number, value: number): number {
  if (value > reference[issue]) return above[issue];
  return value < reference[issue] ? below[issue] : 0;
}

/** The person's ties: whom he trusts, fights and defers to, and on which side of the lines they are believed to stand. */
export function measureTies(mind: Mind, person: number): void {
  const { world: w, state: x } = mind.scene;
  const { weights } = mind.parameters;
  const { issues } = w;
  if (issues > above.length) grow(issues);
  for (let issue = own.from; issue < own.to; issue++) {
    const line = x.line[w.issueBody[issue] * issues + issue];
    reference[issue] = line === line ? line : 50;
    trusted[issue] = urged[issue] = 0;
  }
  let trust = neither;
  let fight = 0;
  let urge = neither;
  own.trust = own.fight = own.owes = own.owed = 0;
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    const tie = x.tie[e];
    const to = w.edgeTo[e];
    const defer = x.defer[e] * x.authority[to];
    if (tie > own.trust) own.trust = tie;
    else if (-tie > own.fight) own.fight = -tie;
    if (x.owed[e] > own.owes) own.owes = x.owed[e];
    else if (-x.owed[e] > own.owed) own.owed = -x.owed[e];
    if (tie > 0) trust += tie;
    else fight -= tie;
    urge += defer;
    if (tie > 0 || defer > 0) weighSides(x, e * issues, to * issues, Math.max(0, tie), defer);
  }
  own.rivalry = fight / (fight + neither);
  const trusting = weights[K.solidarity] / trust;
  const urging = weights[K.deference] / urge;
  most.any = most.own = 0;
  for (let issue = own.from; issue < own.to; issue++) {
    const up = trusting * trusted[issue] + urging * Math.max(0, urged[issue]);
    const down = -trusting * trusted[issue] + urging * Math.max(0, -urged[issue]);
    above[issue] = Math.max(0, up);
    below[issue] = Math.max(0, down);
    most.any = Math.max(most.any, up, down);
    most.own = Math.max(most.own, companyOfRow(issue, point[issue]));
  }
}

/** Adds one colleague to the side, above the line or below it, on which he is believed to stand. */
function weighSides(x: State, edge: number, colleague: number, tie: number, defer: number): void {
  for (let issue = own.from; issue < own.to; issue++) {
    const believed = x.beliefMean[edge + issue];
    const stands = believed === believed ? believed : x.publicMean[colleague + issue];
    if (stands > reference[issue]) {
      trusted[issue] += tie;
      urged[issue] += defer;
    } else if (stands < reference[issue]) {
      trusted[issue] -= tie;
      urged[issue] -= defer;
    }
  }
}

function grow(issues: number): void {
  above = new Float64Array(issues);
  below = new Float64Array(issues);
  reference = new Float64Array(issues);
  trusted = new Float64Array(issues);
  urged = new Float64Array(issues);
}
