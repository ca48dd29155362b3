import { attends, jointMeeting } from './assembly.ts';
import { edgeOf } from './world.ts';
import type { Scene } from './scene.ts';

/** What i believes j's position on an issue to be (mean, 0–100): private where he has a view of his own, else public. His own position is known. */
export function believed(s: Scene, i: number, j: number, issue: number): number {
  const { world: w, state: x } = s;
  if (i === j) return x.work[i * w.issues + issue];
  const e = edgeOf(w, i, j);
  if (e >= 0) {
    const mean = x.beliefMean[e * w.issues + issue];
    if (mean === mean) return mean;
  }
  return x.publicMean[j * w.issues + issue];
}

/** Normal learning: gain v/(v+σ²) on mean and variance of one belief. */
function learn(mean: Float64Array, spread: Float64Array, at: number, seen: number, noise: number): void {
  const v = spread[at] * spread[at];
  const gain = v / (v + noise * noise);
  mean[at] += gain * (seen - mean[at]);
  spread[at] = Math.sqrt(v * (1 - gain));
}

/** Everybody hears person j stand at `seen` (public act): the public belief and all private ones about him learn. */
export function learnPublicly(s: Scene, j: number, issue: number, seen: number, noise: number): void {
  const { world: w, state: x } = s;
  learn(x.publicMean, x.publicSpread, j * w.issues + issue, seen, noise);
  for (let k = w.inStart[j]; k < w.inStart[j + 1]; k++) learnOnEdge(s, w.inEdge[k], issue, seen, noise);
}

/** One person hears it. Without an edge he has no view of his own and nothing changes. */
export function learnPrivately(
  s: Scene,
  i: number,
  j: number,
  issue: number,
  seen: number,
  noise: number,
): void {
  const e = edgeOf(s.world, i, j);
  if (e >= 0) learnAlong(s, e, j, issue, seen, noise);
}

/** The source of an edge hears its target j. */
function learnAlong(s: Scene, e: number, j: number, issue: number, seen: number, noise: number): void {
  const { world: w, state: x } = s;
  const at = e * w.issues + issue;
  if (x.beliefMean[at] !== x.beliefMean[at]) {
    x.beliefMean[at] = x.publicMean[j * w.issues + issue];
    x.beliefSpread[at] = x.publicSpread[j * w.issues + issue];
  }
  learn(x.beliefMean, x.beliefSpread, at, seen, noise);
}

/**
 * Those in the room hear it, members, candidates and guests; in a joint meeting those of all its bodies. With most people's ties
 * inside one body this is the private case many times.
 */
export function learnInBody(
  s: Scene,
  body: number,
  j: number,
  issue: number,
  seen: number,
  noise: number,
): void {
  const { world: w, state: x } = s;
  for (let k = w.inStart[j]; k < w.inStart[j + 1]; k++) {
    const e = w.inEdge[k];
    if (isThere(s, body, w.edgeFrom[e])) learnAlong(s, e, j, issue, seen, noise);
  }
  // What a leading body hears does not stay in it: the public belief learns too, three times as vaguely.
  learn(x.publicMean, x.publicSpread, j * w.issues + issue, seen, 3 * noise);
}

/** Is he in the room when the body meets, alone or with others? */
function isThere(s: Scene, body: number, person: number): boolean {
  const meeting = jointMeeting(s, body);
  if (meeting < 0) return attends(s, body, person);
  const { bodies } = s.world.calendar[meeting].assembly;
  for (let i = 0; i < bodies.length; i++) if (attends(s, bodies[i], person)) return true;
  return false;
}

function learnOnEdge(s: Scene, e: number, issue: number, seen: number, noise: number): void {
  const { world: w, state: x } = s;
  const at = e * w.issues + issue;
  if (x.beliefMean[at] === x.beliefMean[at]) learn(x.beliefMean, x.beliefSpread, at, seen, noise);
}

/** Changes how far i trusts j, kept within −1..1. Without an edge nothing happens: ties are between people who deal with each other. */
export function shiftTie(s: Scene, i: number, j: number, by: number): void {
  const e = edgeOf(s.world, i, j);
  if (e < 0) return;
  s.state.tie[e] = Math.max(-1, Math.min(1, s.state.tie[e] + by));
}

/** Changes what i owes j, kept within −1..1. */
export function shiftOwed(s: Scene, i: number, j: number, by: number): void {
  const e = edgeOf(s.world, i, j);
  if (e < 0) return;
  s.state.owed[e] = Math.max(-1, Math.min(1, s.state.owed[e] + by));
}

export function tieOf(s: Scene, i: number, j: number): number {
  const e = edgeOf(s.world, i, j);
  return e < 0 ? 0 : s.state.tie[e];
}
