import { Bearing, Mean } from '../../acts/meaning.ts';
import { Aim, type Sort } from '../../acts/reach.ts';
import { logistic } from '../../chance/exact.ts';
import { sitsIn } from '../../world/scene.ts';
import { K } from '../considerations/index.ts';
import { waitingLine } from '../evaluate.ts';
import { F } from '../forecasts/constants.ts';
import { holdings } from '../forecasts/dependence.ts';
import { afterLine } from '../forecasts/line.ts';
import type { Mind } from '../mind.ts';
import { own } from './own.ts';
import { off } from './stand.ts';

/** Utility below which a distance is not worth a forecast. */
const little = 0.5;
/** Points by which a median found by iteration may be off. */
const slack = 2;

/** By issue: distance from the line expected (points, at most), worth of a point, points by which seats or one member can move it. */
let gap = new Float64Array(16);
let worth = new Float64Array(16);
let seats = new Float64Array(16);
let persuade = new Float64Array(16);
/** By issue: distance of the line from the line expected, at most. */
let drift = new Float64Array(16);
/** Is the distance that from the line which he really expects, or too small to matter? */
let sure = new Uint8Array(16);
/** The largest over issues; `exclude`: of seats, whatever the distance; `own`, `line`: of the whole way to his own point, and to the line. */
const most = { move: 0, worth: 0, seats: 0, exclude: 0, persuade: 0, own: 0, line: 0 };

/** How far the lines can be from where he wants them, and by how much he could move them. No forecasts. */
export function measureMoves(mind: Mind, person: number): void {
  const { world: w, state: x } = mind.scene;
  const { weights, forecasts: f } = mind.parameters;
  if (w.issues > gap.length) grow(w.issues);
  const h = f[F.again];
  const won = 100 * f[F.persuasion] + slack;
  let share = 0;
  for (let issue = own.from; issue < own.to; issue++) {
    const cell = person * w.issues + issue;
    const body = w.issueBody[issue];
    const ideal = x.work[cell];
    const line = x.line[body * w.issues + issue];
    const known = line === line;
    const far = Math.max(ideal, 100 - ideal);
    worth[issue] = (weights[K.policy] * x.workSalience[cell]) / 100;
    gap[issue] = known ? (1 - h) * Math.abs(ideal - line) + h * far : far;
    sure[issue] = worth[issue] * gap[issue] < little ? 1 : 0;
    seats[issue] = known ? 100 * h : 100;
    persuade[issue] = known ? h * won : won;
    drift[issue] = seats[issue];
    if (sitsIn(mind.scene, body, person)) share = Math.max(share, 1 / x.memberCount[body]);
  }
  own.voice = 100 * f[F.voiceWeight] * x.authority[person];
  const need = Math.min(1, holdings(mind.scene, person) + share);
  own.press = 100 * logistic(f[F.yieldSlope] * need - f[F.yieldBar]);
  measureMost();
}

/**
 * Puts the distance from the line that he really expects on an issue instead of its bound, which asks a forecast; the options will ask it
 * again. Says whether that is news.
 */
export function lookAt(mind: Mind, person: number, issue: number): boolean {
  if (issue < 0 || sure[issue] === 1) return false;
  sure[issue] = 1;
  const { issues } = mind.scene.world;
  const ideal = mind.scene.state.work[person * issues + issue];
  const line = waitingLine(mind, person, issue);
  gap[issue] = line === line ? Math.abs(ideal - line) : 0;
  const present = mind.scene.state.line[mind.scene.world.issueBody[issue] * issues + issue];
  if (line === line && present === present) drift[issue] = Math.abs(line - present);
  measureMost();
  return true;
}

/** The most, in utility, that acts of one reach can bring the line on an issue nearer; `everywhere`: points by ways that do not hang on the issue. */
export function moveOn(issue: number, sort: Sort, everywhere: number): number {
  let points = everywhere;
  // What works for a point goes a share of the way to it, which is not far where that is one's own, or the line.
  if (sort.aim === Aim.line) points *= drift[issue] / 100;
  else if (sort.aim === Aim.own || sort.aim === Aim.self)
    points *= Math.min(1, (gap[issue] + off[issue]) / 100);
  if (sort.seats && seats[issue] > points) points = seats[issue];
  if (sort.exclude * seats[issue] > points) points = sort.exclude * seats[issue];
  if (sort.persuade && persuade[issue] > points) points = persuade[issue];
  return worth[issue] * Math.min(gap[issue], points);
}

/** The same on any issue, at most. */
export function moveAtMost(sort: Sort, everywhere: number): number {
  const own = sort.aim === Aim.own || sort.aim === Aim.self;
  const whole = sort.aim === Aim.line ? most.line : own ? most.own : 100 * most.worth;
  let move = Math.min(most.move, (whole * everywhere) / 100);
  if (sort.seats && most.seats > move) move = most.seats;
  if (sort.exclude * most.exclude > move) move = Math.min(most.move, sort.exclude * most.exclude);
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

/**
 * The same for an option whose meaning stands at `at`. Where the line expected has been asked already, what works for a point goes at most
 * the whole of the way to it, and nowhere if that is the wrong way.
 */
export function moveOfRow(
  mind: Mind,
  person: number,
  issue: number,
  row: Float64Array,
  at: number,
  f: Float64Array,
): number {
  const chance = row[at + Mean.chance];
  const bearing = row[at + Mean.bearing];
  let points = limitOfRow(bearing, chance, f, issue);
  const waiting = mind.expected[issue];
  if (waiting === waiting && bearing !== Bearing.none) {
    const { world: w, state: x } = mind.scene;
    let value = row[at + Mean.value];
    if (bearing === Bearing.set || bearing === Bearing.motion)
      value = afterLine(mind.forecasts, value, waiting, x.line[w.issueBody[issue] * w.issues + issue]);
    else if (!straight(bearing)) return worth[issue] * Math.min(gap[issue], points);
    const way = value - waiting;
    if (way * (x.work[person * w.issues + issue] - waiting) <= 0) return 0;
    points *= Math.abs(way) / 100;
  }
  return worth[issue] * Math.min(gap[issue], points);
}

/** Does it move the line a share of the way to its value? */
const straight = (bearing: number): boolean =>
  bearing === Bearing.voice ||
  bearing === Bearing.press ||
  bearing === Bearing.yield ||
  bearing === Bearing.practise;

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

function measureMost(): void {
  most.move = most.worth = most.seats = most.exclude = most.persuade = most.own = most.line = 0;
  for (let issue = own.from; issue < own.to; issue++) {
    const w = worth[issue];
    const move = w * gap[issue];
    if (move > most.move) most.move = move;
    if (w > most.worth) most.worth = w;
    if (w * seats[issue] > most.exclude) most.exclude = w * seats[issue];
    most.seats = Math.max(most.seats, Math.min(move, w * seats[issue]));
    most.persuade = Math.max(most.persuade, Math.min(move, w * persuade[issue]));
    most.own = Math.max(most.own, move + w * off[issue]);
    most.line = Math.max(most.line, w * drift[issue]);
  }
}

function grow(issues: number): void {
  gap = new Float64Array(issues);
  worth = new Float64Array(issues);
  seats = new Float64Array(issues);
  persuade = new Float64Array(issues);
  drift = new Float64Array(issues);
  sure = new Uint8Array(issues);
}
