import { Mean, meanWidth } from '../../acts/meaning.ts';
import type { Scene } from '../../world/scene.ts';
import { Mark } from '../../world/state.ts';
import type { Mind } from '../mind.ts';

/** Where those he trusts, fights and defers to stand on an option: weighted means of sides, −1–1. Reused. */
export interface Sides {
  trusted: number;
  fought: number;
  urging: number;
}

export const newSides = (): Sides => ({ trusted: 0, fought: 0, urging: 0 });

/*
 * The circle of the person who chooses: those he has a tie to or defers to, gathered once an occasion; and what options asked
 * before, since those that say the same have the same company. One set of scratch arrays serves a worker.
 */
let circle = {
  edge: new Int32Array(64),
  to: new Int32Array(64),
  tie: new Float64Array(64),
  defer: new Float64Array(64),
};
let size = -1;
let trust = 0;
let fight = 0;
let urge = 0;

const remembered = 8;
const joinsOf = new Float64Array(remembered);
const sideOf = new Float64Array(remembered);
const issueOf = new Float64Array(remembered);
const valuesOf = new Float64Array(remembered);
const trustedOf = new Float64Array(remembered);
const foughtOf = new Float64Array(remembered);
const urgingOf = new Float64Array(remembered);
let known = 0;

/** Another occasion begins. */
export function forgetCircle(): void {
  size = -1;
  known = 0;
}

/**
 * One pass over the person's ties. In a procedure with signatories the sides are what people have done (watched choices);
 * otherwise what they are believed to think: +1 if nearer to what the option stands for than to the line, −1 if further.
 */
export function sides(mind: Mind, person: number, k: number, out: Sides): void {
  const { scene: s, menu } = mind;
  const { world: w, state: x } = s;
  const m = k * meanWidth;
  const row = menu.meaning;
  const joins = row[m + Mean.joins];
  const issue = row[m + Mean.issue];
  const value = row[m + Mean.value];
  if (joins < 0 && (issue < 0 || value !== value)) {
    out.trusted = out.fought = out.urging = 0;
    return;
  }
  const side = joins >= 0 ? row[m + Mean.side] : 1;
  for (let r = Math.min(known, remembered) - 1; r >= 0; r--) {
    if (
      joinsOf[r] !== joins ||
      sideOf[r] !== side ||
      issueOf[r] !== issue ||
      (joins < 0 && valuesOf[r] !== value)
    )
      continue;
    out.trusted = trustedOf[r];
    out.fought = foughtOf[r];
    out.urging = urgingOf[r];
    return;
  }
  if (size < 0) gather(s, person);
  if (joins >= 0) done(s, joins, side, out);
  else {
    const line = x.line[w.issueBody[issue] * w.issues + issue];
    thought(s, issue, line === line ? line : 50, value, out);
  }
  out.trusted /= trust;
  out.fought /= fight;
  out.urging /= urge;
  const r = known++ % remembered;
  joinsOf[r] = joins;
  sideOf[r] = side;
  issueOf[r] = issue;
  valuesOf[r] = value;
  trustedOf[r] = out.trusted;
  foughtOf[r] = out.fought;
  urgingOf[r] = out.urging;
}

/** What those around him have done in a procedure. */
function done(s: Scene, slot: number, side: number, out: Sides): void {
  const { mark } = s.state;
  const first = slot * s.world.people;
  let trusted = 0;
  let fought = 0;
  let urging = 0;
  for (let c = 0; c < size; c++) {
    const sign = signOf(mark[first + circle.to[c]]);
    if (sign === 0) continue;
    const stands = side * sign;
    const tie = circle.tie[c];
    if (tie > 0) trusted += tie * stands;
    else fought -= tie * stands;
    urging += circle.defer[c] * stands;
  }
  out.trusted = trusted;
  out.fought = fought;
  out.urging = urging;
}

/** What those around him are believed to think: +1 wholly on the side of `value`, −1 wholly on that of `reference`; linear between. */
function thought(s: Scene, issue: number, reference: number, value: number, out: Sides): void {
  const { issues } = s.world;
  const { beliefMean, publicMean } = s.state;
  const gap = Math.abs(value - reference);
  out.trusted = out.fought = out.urging = 0;
  if (gap < 1) return;
  const scale = 1 / gap;
  let trusted = 0;
  let fought = 0;
  let urging = 0;
  for (let c = 0; c < size; c++) {
    const own = beliefMean[circle.edge[c] * issues + issue];
    const position = own === own ? own : publicMean[circle.to[c] * issues + issue];
    const stands = (Math.abs(position - reference) - Math.abs(position - value)) * scale;
    const tie = circle.tie[c];
    if (tie > 0) trusted += tie * stands;
    else fought -= tie * stands;
    urging += circle.defer[c] * stands;
  }
  out.trusted = trusted;
  out.fought = fought;
  out.urging = urging;
}

function gather(s: Scene, person: number): void {
  const { world: w, state: x } = s;
  const last = w.edgeStart[person + 1];
  if (last - w.edgeStart[person] > circle.to.length) grow(2 * (last - w.edgeStart[person]));
  trust = fight = urge = 0.25;
  size = 0;
  for (let e = w.edgeStart[person]; e < last; e++) {
    const j = w.edgeTo[e];
    const tie = x.tie[e];
    const defer = x.defer[e] * x.authority[j];
    if (tie === 0 && defer === 0) continue;
    circle.edge[size] = e;
    circle.to[size] = j;
    circle.tie[size] = tie;
    circle.defer[size] = defer;
    size++;
    if (tie > 0) trust += tie;
    else fight -= tie;
    urge += defer;
  }
}

function grow(n: number): void {
  circle = {
    edge: new Int32Array(n),
    to: new Int32Array(n),
    tie: new Float64Array(n),
    defer: new Float64Array(n),
  };
}

function signOf(mark: number): number {
  if (mark === Mark.yes || mark === Mark.reserved) return 1;
  return mark === Mark.no ? -1 : 0;
}
