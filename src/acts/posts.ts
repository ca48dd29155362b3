import { isBodyCode } from '../world/record.ts';
import { fillOffice, seat, unseat } from '../world/seats.ts';
import { belongsTo, type Scene, sitsIn } from '../world/scene.ts';
import { holderIsBody } from '../world/world.ts';
import { seatWorth } from './common.ts';
import { graver } from './gravest.ts';
import { Rule } from './rules.ts';

/** Posts below this worth can be filled and emptied by the apparatus between votes. */
export const lowerPost = 0.5;

/** Does a person hold a resource of the kind "apparatus"? */
export function holdsApparatus(s: Scene, person: number): boolean {
  const { world: w, state: x } = s;
  for (let r = 0; r < w.resources; r++)
    if (
      x.resourceHolder[r] === person &&
      !holderIsBody(w, x.resourceHolder[r]) &&
      w.resourceKind[r] === 'apparatus'
    )
      return true;
  return false;
}

/** Is `upper` the body itself or above it? */
export function isAbove(s: Scene, upper: number, body: number): boolean {
  for (let b = body, n = 0; b >= 0 && n < s.world.bodies; b = s.world.superior[b], n++)
    if (b === upper) return true;
  return false;
}

/**
 * 0, or why `by` may not dispose of an office. A body may if it fills the office or stands above the body that does; one with the
 * named power over posts may too. A person may if the apparatus is his, the post is a lower one, and he sits in the body that fills it or in
 * one above it: the lists of posts that an apparatus fills reach down through the organisation (Gill 1990 on the nomenklatura).
 */
export function officeRule(s: Scene, by: number, office: number, power: string): number {
  const { world: w, state: x } = s;
  if (office < 0) return Rule.noOffice;
  const filler = w.officeFilledBy[office];
  if (isBodyCode(s, by)) {
    const body = by - w.people;
    return isAbove(s, body, filler) || w.powers[body].has(power) ? Rule.allowed : Rule.noPower;
  }
  if (by < 0 || by >= w.people) return Rule.noPower;
  return x.officeWorth[office] < lowerPost && commandsFrom(s, filler, by) && holdsApparatus(s, by)
    ? Rule.allowed
    : Rule.noPower;
}

/** Does he sit in the body, or in one above it? */
function commandsFrom(s: Scene, body: number, person: number): boolean {
  for (let b = body, n = 0; b >= 0 && n < s.world.bodies; b = s.world.superior[b], n++)
    if (sitsIn(s, b, person)) return true;
  return false;
}

/** 0, or why `by` may not dispose of seats in a body: only a body with that power can, in itself or below it. */
export function seatPowerRule(s: Scene, by: number, body: number, power: string): number {
  if (!isBodyCode(s, by)) return Rule.noPower;
  const upper = by - s.world.people;
  return isAbove(s, upper, body) && s.world.powers[upper].has(power) ? Rule.allowed : Rule.noPower;
}

/** Takes a seat and what goes with it: the offices of that body. */
export function leaveBody(s: Scene, body: number, person: number): void {
  unseat(s, body, person);
  for (let o = 0; o < s.world.offices; o++)
    if (s.state.holder[o] === person && s.world.officeBody[o] === body) fillOffice(s, o, -1);
}

/** Gives a seat (1 member, 2 candidate) if there is room for one in the lists; says whether there was. */
export function giveSeat(s: Scene, body: number, person: number, role: 1 | 2 = 1): boolean {
  if (!sitsIn(s, body, person) && s.state.memberCount[body] >= s.world.bodyCapacity) return false;
  seat(s, body, person, role);
  return true;
}

/** Worth of everything a person holds in an organisation: seats and offices, at most 1. */
export function worthInOrganisation(s: Scene, person: number, organisation: number): number {
  const { world: w, state: x } = s;
  let worth = 0;
  for (let b = 0; b < w.bodies; b++)
    if (w.bodyOrganisation[b] === organisation && sitsIn(s, b, person)) worth += seatWorth(s, b);
  for (let o = 0; o < w.offices; o++) {
    if (x.holder[o] === person && w.bodyOrganisation[w.officeFilledBy[o]] === organisation)
      worth += x.officeWorth[o];
  }
  return Math.min(1, worth);
}

export const holdsOffice = (s: Scene, person: number): boolean => {
  for (let o = 0; o < s.world.offices; o++) if (s.state.holder[o] === person) return true;
  return false;
};

/**
 * Whom a person would see in a vacant office: the colleague he trusts most among those without a post who belong to its organisation,
 * of several the one with the lowest key; -1 if he trusts none by more than 0.1. The same for motions and for the apparatus.
 */
export function candidateFor(s: Scene, person: number, office: number): number {
  const { world: w, state: x } = s;
  const organisation = w.bodyOrganisation[w.officeFilledBy[office]];
  let best = -1;
  let most = 0.1;
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    const j = w.edgeTo[e];
    if (best < 0 ? x.tie[e] <= most : !graver(x.tie[e], w.personKey[j], most, w.personKey[best])) continue;
    if (w.collective[j] || w.outsider[j] || holdsOffice(s, j)) continue;
    if (organisation >= 0 && !belongsTo(s, organisation, j)) continue;
    most = x.tie[e];
    best = j;
  }
  return best;
}

/** Who holds the most valuable office of a body, of several the one with the lowest key; -1 if it is vacant, or the body has none. */
export function chairOf(s: Scene, body: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  for (let o = 0; o < w.offices; o++) {
    if (w.officeBody[o] !== body) continue;
    if (best < 0 || graver(x.officeWorth[o], w.officeKey[o], x.officeWorth[best], w.officeKey[best]))
      best = o;
  }
  return best < 0 ? -1 : x.holder[best];
}

/** A body adopts a line; what a superior body decides holds below it, in the body that decides the issue. */
export function adoptLine(s: Scene, body: number, issue: number, value: number): void {
  const { world: w, state: x } = s;
  const decider = w.issueBody[issue];
  x.line[body * w.issues + issue] = value;
  if (decider !== body && decider >= 0 && isAbove(s, body, decider))
    x.line[decider * w.issues + issue] = value;
}
