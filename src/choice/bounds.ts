import { concernedBy } from '../acts/common.ts';
import { Bearing, Mean } from '../acts/meaning.ts';
import type { Sort } from '../acts/reach.ts';
import { logistic } from '../chance/exact.ts';
import { sitsIn } from '../world/scene.ts';
import type { State } from '../world/state.ts';
import { K } from './considerations/index.ts';
import { splitCost, waitingLine } from './evaluate.ts';
import { F } from './forecasts/constants.ts';
import { holdings } from './forecasts/dependence.ts';
import type { Mind } from './mind.ts';

/*
 * What bounds the reasons of the person who chooses, whatever he may do: gathered once a moment, in the units of utility. Per issue where
 * an issue matters. `ceiling.ts` puts them together for a kind of act. One set of scratch cells serves a worker.
 */

/** Utility below which a distance is not worth a forecast. */
const little = 0.5;
/** Points by which a median found by iteration may be off. */
const slack = 2;

/** What does not depend on the issue. */
export const own = {
  /** The strongest trust and hostility, the largest debt of his and to him. */
  trust: 0,
  fight: 0,
  owes: 0,
  owed: 0,
  /** All his enemies on the other side. */
  rivalry: 0,
  unity: 0,
  office: 0,
  sanction: 0,
  /** A whole breach ended, where the body has full authority. */
  discipline: 0,
  /** Points by which his voice, or a demand of his, could move the line. */
  voice: 0,
  press: 0,
};

/** By issue: distance from the line expected (points, at most), worth of a point, points by which seats or one member can move it. */
let gap = new Float64Array(16);
let worth = new Float64Array(16);
let seats = new Float64Array(16);
let persuade = new Float64Array(16);
/** By issue: most that company can be worth; that it is worth to say what he thinks, or the line; what discipline takes from the former. */
let company = new Float64Array(16);
let frank = new Float64Array(16);
let loyal = new Float64Array(16);
let breach = new Float64Array(16);
/** Scratch by issue: the line, and those trusted and deferred to above it less those below. */
let reference = new Float64Array(16);
let trusted = new Float64Array(16);
let urged = new Float64Array(16);
/** The largest over issues of what these and the ways of moving the line are worth. */
export const most = {
  company: 0,
  frank: 0,
  dissent: 0,
  loyal: 0,
  move: 0,
  worth: 0,
  seats: 0,
  persuade: 0,
};

/** What is known of the least breach by an act that breaks the line at all. */
const halfBreach = 0.5;

/** Gathers them. O(ties × issues), no forecasts. */
export function measure(mind: Mind, person: number): void {
  const { scene: s } = mind;
  const x = s.state;
  const w = mind.parameters.weights;
  if (s.world.issues > gap.length) grow(s.world.issues);
  own.unity = w[K.unity] * x.attachment[person] * splitCost(mind, person);
  own.office = w[K.office] * x.ambition[person];
  own.discipline = w[K.discipline] * x.attachment[person];
  own.sanction = w[K.sanction] * x.caution[person];
  measureTies(mind, person);
  measureIssues(mind, person);
  measureMost(s.world.issues);
}

/** Distances from the lines that he really expects, instead of their bounds. Asks forecasts, which the options will ask again. */
export function refine(mind: Mind, person: number): void {
  const { issues } = mind.scene.world;
  for (let issue = 0; issue < issues; issue++) {
    if (worth[issue] * gap[issue] < little) continue;
    const ideal = mind.scene.state.work[person * issues + issue];
    const line = waitingLine(mind, person, issue);
    gap[issue] = line === line ? Math.abs(ideal - line) : 0;
  }
  measureMost(issues);
}

/** The most that company on an issue can be worth. */
export const companyOn = (issue: number): number => company[issue];

/** The most that it can be worth to speak before everybody: the line, or anything, breaking discipline as the sort of act does. */
export function speakingOn(issue: number, sort: Sort): number {
  return sort.line ? loyal[issue] : Math.max(loyal[issue], frank[issue] - sort.breaks * breach[issue]);
}

/** The same on any issue, at most. */
export function speakingAtMost(sort: Sort): number {
  if (sort.line) return most.loyal;
  return sort.breaks < halfBreach ? most.frank : most.dissent;
}

/** The most, in utility, that acts of one reach can bring the line on an issue nearer; `everywhere`: points by ways that do not hang on the issue. */
export function moveOn(issue: number, sort: Sort, everywhere: number): number {
  let points = everywhere;
  if (sort.seats && seats[issue] > points) points = seats[issue];
  if (sort.persuade && persuade[issue] > points) points = persuade[issue];
  return worth[issue] * Math.min(gap[issue], points);
}

/** The same on any issue, at most. */
export function moveAtMost(sort: Sort, everywhere: number): number {
  let move = Math.min(most.move, most.worth * everywhere);
  if (sort.seats && most.seats > move) move = most.seats;
  if (sort.persuade && most.persuade > move) move = most.persuade;
  return move;
}

/** Points by which acts of one reach can move any line, seats and single members apart. */
export function pointsOf(sort: Sort, f: Float64Array): number {
  return Math.max(
    sort.voice * own.voice,
    sort.press * own.press,
    100 * Math.max(sort.yield * f[F.yieldWeight], sort.practise * f[F.practiceWeight], sort.set),
  );
}

/** The same for an option whose meaning stands at `at`. */
export function moveOfRow(issue: number, row: Float64Array, at: number, f: Float64Array): number {
  const chance = row[at + Mean.chance];
  return worth[issue] * Math.min(gap[issue], limitOfRow(row[at + Mean.bearing], chance, f, issue));
}

function limitOfRow(bearing: number, chance: number, f: Float64Array, issue: number): number {
  switch (bearing) {
    case Bearing.none:
      return 0;
    case Bearing.voice:
      return chance * own.voice;
    case Bearing.press:
      return chance * own.press;
    case Bearing.persuade:
      return persuade[issue];
    case Bearing.leave:
      return seats[issue];
    case Bearing.exclude:
      return chance * seats[issue];
    case Bearing.yield:
      return 100 * chance * f[F.yieldWeight];
    case Bearing.practise:
      return 100 * f[F.practiceWeight];
    default:
      return 100;
  }
}

/** A quarter of a tie stands on neither side, as in `forecasts/sides.ts`. */
const neither = 0.25;

function measureTies(mind: Mind, person: number): void {
  const { world: w, state: x } = mind.scene;
  const { weights } = mind.parameters;
  const { issues } = w;
  for (let issue = 0; issue < issues; issue++) {
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
    if (tie > 0 || defer > 0) weighSides(x, e * issues, to * issues, Math.max(0, tie), defer, issues);
  }
  own.rivalry = fight / (fight + neither);
  const trusting = weights[K.solidarity] / trust;
  const urging = weights[K.deference] / urge;
  for (let issue = 0; issue < issues; issue++) {
    const up = trusting * trusted[issue] + urging * Math.max(0, urged[issue]);
    const down = -trusting * trusted[issue] + urging * Math.max(0, -urged[issue]);
    company[issue] = Math.max(0, up, down);
  }
}

/** Adds one colleague to the side, above the line or below it, on which he is believed to stand. */
function weighSides(
  x: State,
  edge: number,
  colleague: number,
  tie: number,
  defer: number,
  issues: number,
): void {
  for (let issue = 0; issue < issues; issue++) {
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

function measureIssues(mind: Mind, person: number): void {
  const { world: w, state: x } = mind.scene;
  const { weights, forecasts: f } = mind.parameters;
  const h = f[F.again];
  const won = 100 * f[F.persuasion] + slack;
  let share = 0;
  for (let issue = 0; issue < w.issues; issue++) {
    const cell = person * w.issues + issue;
    const body = w.issueBody[issue];
    const ideal = x.work[cell];
    const line = x.line[body * w.issues + issue];
    const known = line === line;
    const far = Math.max(ideal, 100 - ideal);
    worth[issue] = (weights[K.policy] * x.workSalience[cell]) / 100;
    gap[issue] = known ? (1 - h) * Math.abs(ideal - line) + h * far : far;
    seats[issue] = known ? 100 * h : 100;
    persuade[issue] = known ? h * won : won;
    if (sitsIn(mind.scene, body, person)) share = Math.max(share, 1 / x.memberCount[body]);
    measureSpeaking(mind, person, issue, ideal, line);
  }
  own.voice = 100 * f[F.voiceWeight] * x.authority[person];
  const need = Math.min(1, holdings(mind.scene, person) + share);
  own.press = 100 * logistic(f[F.yieldSlope] * need - f[F.yieldBar]);
}

/**
 * Speaking out before everybody relieves conviction and breaks discipline. Worst case over all that can be said: he says what he thinks,
 * or, where discipline weighs more, the line.
 */
function measureSpeaking(mind: Mind, person: number, issue: number, ideal: number, line: number): void {
  const { scene: s } = mind;
  const { weights } = mind.parameters;
  const x = s.state;
  const cell = person * s.world.issues + issue;
  const stance = x.stance[cell];
  const bound = line === line && concernedBy(s, person, issue);
  const stands = stance === stance ? stance : bound ? line : ideal;
  const relief = (weights[K.conviction] * x.workSalience[cell]) / 100;
  const silent = stands === stands ? Math.abs(stands - ideal) : 0;
  const off = Math.abs(ideal - line);
  frank[issue] = relief * silent;
  loyal[issue] = off === off ? relief * Math.max(0, silent - off) : frank[issue];
  const authority = x.bodyAuthority[s.world.issueBody[issue]];
  breach[issue] = bound ? (weights[K.discipline] * x.attachment[person] * authority * off) / 100 : 0;
}

function measureMost(issues: number): void {
  most.company = most.frank = most.dissent = most.loyal = 0;
  most.move = most.worth = most.seats = most.persuade = 0;
  for (let issue = 0; issue < issues; issue++) {
    const move = worth[issue] * gap[issue];
    most.company = Math.max(most.company, company[issue]);
    most.frank = Math.max(most.frank, frank[issue]);
    most.loyal = Math.max(most.loyal, loyal[issue]);
    most.dissent = Math.max(most.dissent, loyal[issue], frank[issue] - halfBreach * breach[issue]);
    most.move = Math.max(most.move, move);
    most.worth = Math.max(most.worth, worth[issue]);
    most.seats = Math.max(most.seats, worth[issue] * Math.min(gap[issue], seats[issue]));
    most.persuade = Math.max(most.persuade, worth[issue] * Math.min(gap[issue], persuade[issue]));
  }
}

function grow(issues: number): void {
  gap = new Float64Array(issues);
  worth = new Float64Array(issues);
  seats = new Float64Array(issues);
  persuade = new Float64Array(issues);
  company = new Float64Array(issues);
  frank = new Float64Array(issues);
  loyal = new Float64Array(issues);
  breach = new Float64Array(issues);
  reference = new Float64Array(issues);
  trusted = new Float64Array(issues);
  urged = new Float64Array(issues);
}
