import { tieOf } from '../world/beliefs.ts';
import { isBodyCode } from '../world/record.ts';
import { type Scene, sitsIn } from '../world/scene.ts';
import { isPerson } from './actors.ts';

/** How somebody reaches a press organ. */
export const Access = { none: 0, foreign: 1, own: 2 } as const;

/** Points within which an editor takes an article for one of his side's, and the trust he must have in its author. */
const near = 30;
const trust = 0.3;
const hostile = -0.3;

/** Do two people belong to a common organisation? */
export function shareOrganisation(s: Scene, a: number, b: number): boolean {
  const { world: w, state: x } = s;
  for (let g = 0; g < w.organisations; g++)
    if (x.belongs[g * w.people + a] && x.belongs[g * w.people + b]) return true;
  return false;
}

/**
 * Can a person place an article for `value` in an organ? His own takes anything; a body's what is not far from its line, from those who
 * sit in it; a colleague's what is on the colleague's side, from those he trusts. Outsiders print what is nearer to them than the line is: `foreign`.
 */
export function organAccess(s: Scene, person: number, organ: number, issue: number, value: number): number {
  const { world: w, state: x } = s;
  if (organ < 0 || organ >= w.resources || w.resourceKind[organ] !== 'press') return Access.none;
  const holder = x.resourceHolder[organ];
  if (holder < 0) return Access.none;
  if (holder === person) return Access.own;
  if (isBodyCode(s, holder)) {
    const body = holder - w.people;
    if (!sitsIn(s, body, person)) return Access.none;
    const line = x.line[body * w.issues + issue];
    return Number.isNaN(line) || Math.abs(line - value) <= near ? Access.own : Access.none;
  }
  if (!isPerson(s, holder)) return Access.none;
  const stands = x.publicMean[holder * w.issues + issue];
  const gap = Math.abs(stands - value);
  const tie = tieOf(s, holder, person);
  if (w.outsider[holder] || !shareOrganisation(s, holder, person)) {
    const line = x.line[w.issueBody[issue] * w.issues + issue];
    return tie >= hostile && (gap <= near || gap < Math.abs(stands - line)) ? Access.foreign : Access.none;
  }
  return tie >= trust && gap <= near ? Access.own : Access.none;
}

/** The weightiest organ that a person reaches in this way for an article on an issue; -1. */
export function bestOrgan(s: Scene, person: number, issue: number, value: number, access: number): number {
  let best = -1;
  for (let r = 0; r < s.world.resources; r++) {
    if (s.world.resourceKind[r] !== 'press' || organAccess(s, person, r, issue, value) !== access) continue;
    if (best < 0 || s.state.resourceWeight[r] > s.state.resourceWeight[best]) best = r;
  }
  return best;
}

/** Weight of what a person holds of one kind of resource, 0–1; 0 if nothing. */
export function holdingOf(s: Scene, person: number, kind: string): number {
  let most = 0;
  for (let r = 0; r < s.world.resources; r++) {
    if (s.state.resourceHolder[r] === person && s.world.resourceKind[r] === kind)
      most = Math.max(most, s.state.resourceWeight[r]);
  }
  return most;
}
