import type { Scene } from '../../world/scene.ts';

/** How much a body depends on a person, 0–1: his authority, the resources and posts in his hands, his share of its seats. */
export function dependence(s: Scene, person: number, body: number): number {
  const { world: w, state: x } = s;
  let d = holdings(s, person);
  const n = x.memberCount[body];
  if (n > 0 && x.seat[body * w.people + person]) d += 1 / n;
  return Math.min(1, d);
}

/** How much is depended on a person anywhere, 0 or more: his authority, the resources and posts in his hands. */
export function holdings(s: Scene, person: number): number {
  const { world: w, state: x } = s;
  let d = 0.4 * x.authority[person];
  for (let r = 0; r < w.resources; r++) if (x.resourceHolder[r] === person) d += 0.5 * x.resourceWeight[r];
  for (let o = 0; o < w.offices; o++) if (x.holder[o] === person) d += 0.2 * x.officeWorth[o];
  return d;
}
