import { shown } from './demands.ts';
import { isBodyCode } from '../world/record.ts';
import type { Scene } from '../world/scene.ts';

/** Branch of a code (people + bodies + branch), or −1. */
export function branchOf(s: Scene, code: number): number {
  const branch = code - s.world.people - s.world.bodies;
  return code >= 0 && branch >= 0 && branch < s.world.branches && !isBodyCode(s, code) ? branch : -1;
}

/** Delegates of all branches together. */
export function allDelegates(s: Scene): number {
  let sum = 0;
  for (let h = 0; h < s.world.branches; h++) sum += s.state.branchShare[h];
  return sum;
}

/** Share (0–1) of the delegates whose branches lean nearer to `value` than to `other`; a half where there are no branches. */
export function shareFor(s: Scene, issue: number, value: number, other: number): number {
  const all = allDelegates(s);
  if (all <= 0 || issue < 0 || Number.isNaN(value) || Number.isNaN(other)) return 0.5;
  const { world: w, state: x } = s;
  let sum = 0;
  for (let h = 0; h < w.branches; h++) {
    const lean = x.branchLean[h * w.issues + issue];
    const near = Math.abs(lean - value) - Math.abs(lean - other);
    sum += x.branchShare[h] * (near < 0 ? 1 : near > 0 ? 0 : 0.5);
  }
  return sum / all;
}

/** Who acts for a branch: its secretary; where it has none, anybody who sits in its body; else one who shows its lean and has some tie to it by office is not known, so nobody. */
export function actsFor(s: Scene, person: number, branch: number): boolean {
  const { world: w, state: x } = s;
  const head = x.branchHead[branch];
  if (head >= 0) return head === person;
  const body = w.branchBody[branch];
  return body >= 0 && x.seat[body * w.people + person] !== 0;
}

/** Gap between a branch's lean and where a person shows himself. */
export const leanGap = (s: Scene, branch: number, person: number, issue: number): number =>
  Math.abs(s.state.branchLean[branch * s.world.issues + issue] - shown(s, person, issue));
