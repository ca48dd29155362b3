import { isMember, type Scene, sitsIn } from '../world/scene.ts';
import { markOf } from '../world/procedures.ts';
import { memberVotes } from '../world/seats.ts';
import { Mark } from '../world/state.ts';

/** What an ultimatum threatens, by code. */
export const threats = ['expel', 'remove', 'congress', 'resign', 'force', 'strike'] as const;
export const Threat = { expel: 0, remove: 1, congress: 2, resign: 3, force: 4, strike: 5 } as const;

/** Points by which somebody's shown stance must differ from a demand for it to be meant for him. */
export const dissent = 20;

/** Where a person stands on an issue as he shows it: his stance, else what the public believes. */
export function shown(s: Scene, person: number, issue: number): number {
  const cell = person * s.world.issues + issue;
  const stance = s.state.stance[cell];
  return Number.isNaN(stance) ? s.state.publicMean[cell] : stance;
}

/** Does the demand defend the line (rather than ask the body to change it)? */
export function defendsLine(s: Scene, body: number, issue: number, value: number): boolean {
  const { world: w, state: x } = s;
  const own = x.line[body * w.issues + issue];
  const line = Number.isNaN(own) ? x.line[w.issueBody[issue] * w.issues + issue] : own;
  return Math.abs(line - value) < 12.5;
}

/** What issuers of a demand would threaten in a body: its gravest power if they defend the line, else their own resignation. */
export function threatOf(s: Scene, body: number, issue: number, value: number): number {
  if (!defendsLine(s, body, issue, value)) return Threat.resign;
  const powers = s.world.powers[body];
  if (powers.has('expel')) return Threat.expel;
  if (powers.has('remove')) return Threat.remove;
  return s.world.superior[body] >= 0 ? Threat.congress : Threat.resign;
}

/** Would a demand in this body be meant for this person: he sits there, is no outsider, and shows another stance? */
export function isDissenter(s: Scene, body: number, person: number, issue: number, value: number): boolean {
  return (
    sitsIn(s, body, person) &&
    !s.world.collective[person] &&
    Math.abs(shown(s, person, issue) - value) > dissent
  );
}

/**
 * How far the line that a demand defends is openly broken in a body, 0–1: the furthest stance of a dissenter. To end it is what those who
 * hold the line gain (Axelrod 1986, on those who punish breaches for the norm's sake).
 */
export function openBreach(s: Scene, body: number, issue: number, value: number): number {
  const { world: w, state: x } = s;
  let furthest = 0;
  for (let k = 0; k < x.memberCount[body]; k++) {
    const p = x.memberList[body * w.bodyCapacity + k];
    const gap = Math.abs(shown(s, p, issue) - value);
    if (gap > furthest && isDissenter(s, body, p, issue, value)) furthest = gap;
  }
  return furthest / 100;
}

/**
 * How far somebody openly defies a body in the eyes of one who upholds its lines, 0–1: the widest gap, on an issue that the body decides, between
 * the line and what he is heard to stand for, where the judge is himself nearer to the line. To answer it is to uphold the norm.
 */
export function defiance(s: Scene, judge: number, person: number, body: number): number {
  const { world: w, state: x } = s;
  let most = 0;
  for (let issue = 0; issue < w.issues; issue++) {
    if (w.issueBody[issue] !== body) continue;
    const line = x.line[body * w.issues + issue];
    const heard = x.stance[person * w.issues + issue];
    const gap = Math.abs(heard - line);
    const own = x.work[judge * w.issues + issue];
    if (gap > Math.max(most, dissent) && Math.abs(own - line) < Math.abs(own - heard)) most = gap;
  }
  return most / 100;
}

/** Fills the addressees of the move about to be applied: the dissenters of the body who have not signed the paper `slot` (-1: none to except). */
export function fillAddressed(s: Scene, slot: number, body: number, issue: number, value: number): void {
  const { party, world: w, state: x } = s;
  party.toCount = 0;
  for (let k = 0; k < x.memberCount[body]; k++) {
    const p = x.memberList[body * w.bodyCapacity + k];
    const mark = slot >= 0 ? markOf(s, slot, p) : Mark.none;
    if (mark !== Mark.yes && mark !== Mark.reserved && isDissenter(s, body, p, issue, value))
      party.to[party.toCount++] = p;
  }
}

/** Share of a body's votes in the hands of those who act in the move about to be applied (all of it for the body itself). */
export function shareBehind(s: Scene, body: number, by: number): number {
  const all = body >= 0 ? memberVotes(s, body) : 0;
  if (all <= 0 || by >= s.world.people) return by >= s.world.people ? 1 : 0;
  if (s.party.byCount === 0) return isMember(s, body, by) ? s.world.size[by] / all : 0;
  let votes = 0;
  for (let k = 0; k < s.party.byCount; k++)
    if (isMember(s, body, s.party.by[k])) votes += s.world.size[s.party.by[k]];
  return votes / all;
}
