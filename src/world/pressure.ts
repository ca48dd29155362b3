import type { Scene } from './scene.ts';

/** Recomputes what the pressures do: working positions and salience, the believed cost of a split, outsiders' credibility. */
export function applyPressures(s: Scene): void {
  const { world: w, state: x } = s;
  x.work.set(x.position);
  x.workSalience.set(x.salience);
  x.splitCost.fill(0);
  x.threat[0] = 0;
  for (let m = 0; m < w.pressureMoves.length; m++) applyMove(s, m);
  for (let k = 0; k < x.work.length; k++) {
    x.work[k] = Math.max(0, Math.min(100, x.work[k]));
    x.workSalience[k] = Math.max(0, Math.min(1, x.workSalience[k]));
  }
}

function applyMove(s: Scene, m: number): void {
  const { world: w, state: x } = s;
  const move = w.pressureMoves[m];
  const change = x.gamma[m] * x.pressure[move.pressure];
  if (change === 0) return;
  if (move.what === 2) {
    for (let g = 0; g < w.organisations; g++) x.splitCost[g] += change;
  } else if (move.what === 3) {
    x.threat[0] += change;
  } else {
    const into = move.what === 0 ? x.work : x.workSalience;
    const firstPerson = move.person < 0 ? 0 : move.person;
    const lastPerson = move.person < 0 ? w.people - 1 : move.person;
    const firstIssue = move.issue < 0 ? 0 : move.issue;
    const lastIssue = move.issue < 0 ? w.issues - 1 : move.issue;
    for (let p = firstPerson; p <= lastPerson; p++)
      for (let q = firstIssue; q <= lastIssue; q++) into[p * w.issues + q] += change;
  }
}

/**
 * Lets pressures and strain fade, by one step for every midnight that has passed: what they are on a day does not depend on who
 * looked at them in between. `halve(t)` is 2^(-t).
 */
export function fade(s: Scene, today: number, strainFade: number, halve: (t: number) => number): void {
  const { world: w, state: x } = s;
  const midnight = Math.floor(today);
  const days = midnight - x.clock[1];
  if (days < 1) return;
  x.clock[1] = midnight;
  let moved = false;
  for (let k = 0; k < w.pressures; k++) {
    const half = w.pressureHalfLife[k];
    if (half > 0 && x.pressure[k] !== 0) {
      x.pressure[k] = repeated(x.pressure[k], halve(1 / half), days);
      moved = true;
    }
  }
  const keep = halve(strainFade);
  for (let g = 0; g < w.organisations; g++)
    if (x.strain[g] !== 0) x.strain[g] = repeated(x.strain[g], keep, days);
  if (moved) applyPressures(s);
}

/** The same steps in the same order, however many are taken at once: a power would round otherwise. */
function repeated(value: number, factor: number, times: number): number {
  for (let n = 0; n < times; n++) value *= factor;
  return value;
}
