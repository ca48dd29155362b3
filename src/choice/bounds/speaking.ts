import { concernedBy } from '../../acts/common.ts';
import { Aim, type Sort } from '../../acts/reach.ts';
import { K } from '../considerations/index.ts';
import type { Mind } from '../mind.ts';
import { own } from './own.ts';
import { off as offPoint, point } from './stand.ts';

/** What is known of the least breach by an act that breaks the line at all. */
const halfBreach = 0.5;

/** Points within which a stance is the same as before, and what is left of speaking then. */
const same = 5;
/** By issue: that it is worth to say what he thinks, or the line; what discipline takes from the former. */
let frank = new Float64Array(16);
let loyal = new Float64Array(16);
let breach = new Float64Array(16);
/** By issue: that it is worth to say the point of the scale nearest to what he thinks; what discipline takes from it; has he said so? */
let pointed = new Float64Array(16);
let pointBreach = new Float64Array(16);
let stale = new Uint8Array(16);
/** The largest over issues. */
const most = { frank: 0, dissent: 0, loyal: 0, pointed: 0, pointDissent: 0 };

/** The most that it can be worth to speak before everybody: the line, or anything, breaking discipline as the sort of act does. */
export function speakingOn(issue: number, sort: Sort): number {
  if (sort.aim === Aim.own) {
    const relief = sort.stale && stale[issue] ? 0 : pointed[issue];
    return relief - sort.breaks * pointBreach[issue];
  }
  if (sort.aim === Aim.self) return Math.max(0, frank[issue] - sort.breaks * breach[issue]);
  return sort.aim === Aim.line
    ? loyal[issue]
    : Math.max(loyal[issue], frank[issue] - sort.breaks * breach[issue]);
}

/** The same on any issue, at most. */
export function speakingAtMost(sort: Sort): number {
  if (sort.aim === Aim.line) return most.loyal;
  if (sort.aim === Aim.own) return sort.breaks < halfBreach ? most.pointed : most.pointDissent;
  return sort.breaks < halfBreach ? most.frank : most.dissent;
}

/**
 * Speaking out before everybody relieves conviction and breaks discipline. Worst case over all that can be said: he says what he thinks,
 * or, where discipline weighs more, the line.
 */
export function measureSpeaking(mind: Mind, person: number): void {
  const { issues } = mind.scene.world;
  if (issues > frank.length) grow(issues);
  most.frank = most.dissent = most.loyal = 0;
  most.pointed = most.pointDissent = Number.NEGATIVE_INFINITY;
  for (let issue = own.from; issue < own.to; issue++) {
    measureIssue(mind, person, issue);
    most.frank = Math.max(most.frank, frank[issue]);
    most.loyal = Math.max(most.loyal, loyal[issue]);
    most.dissent = Math.max(most.dissent, loyal[issue], frank[issue] - halfBreach * breach[issue]);
    const told = stale[issue] ? Math.max(0, pointed[issue]) : pointed[issue];
    most.pointed = Math.max(most.pointed, told);
    most.pointDissent = Math.max(most.pointDissent, told - halfBreach * pointBreach[issue]);
  }
}

function measureIssue(mind: Mind, person: number, issue: number): void {
  const { scene: s } = mind;
  const { weights } = mind.parameters;
  const { world: w, state: x } = s;
  const cell = person * w.issues + issue;
  const ideal = x.work[cell];
  const line = x.line[w.issueBody[issue] * w.issues + issue];
  const stance = x.stance[cell];
  const bound = line === line && concernedBy(s, person, issue);
  const stands = stance === stance ? stance : bound ? line : ideal;
  const relief = (weights[K.conviction] * x.workSalience[cell]) / 100;
  const silent = stands === stands ? Math.abs(stands - ideal) : 0;
  const off = Math.abs(ideal - line);
  frank[issue] = relief * silent;
  loyal[issue] = off === off ? relief * Math.max(0, silent - off) : frank[issue];
  const authority = x.bodyAuthority[w.issueBody[issue]];
  const unit = bound ? (weights[K.discipline] * x.attachment[person] * authority) / 100 : 0;
  breach[issue] = bound ? unit * off : 0;
  pointed[issue] = relief * (silent - offPoint[issue]);
  pointBreach[issue] = bound ? unit * Math.abs(point[issue] - line) : 0;
  stale[issue] = Math.abs(stance - point[issue]) < same ? 1 : 0;
}

function grow(issues: number): void {
  frank = new Float64Array(issues);
  loyal = new Float64Array(issues);
  breach = new Float64Array(issues);
  pointed = new Float64Array(issues);
  pointBreach = new Float64Array(issues);
  stale = new Uint8Array(issues);
}
