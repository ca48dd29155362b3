import { procTop } from '../world/procedures.ts';
import type { Move } from '../world/record.ts';
import { isBodyCode } from '../world/record.ts';
import { belongsTo, type Scene } from '../world/scene.ts';
import { Counter } from '../world/state.ts';
import { procedureNumber } from './define.ts';
import { homeOf } from './strain.ts';

/** States of the procedure `readmission`. */
export const Return = { applied: 0, voting: 1 } as const;

export const isReadmission = (s: Scene, slot: number): boolean =>
  slot >= 0 && s.state.procKind[slot] === procedureNumber('readmission');

/** The open application of a person, or −1. */
export function openReturn(s: Scene, person: number): number {
  if (s.state.counters[Counter.procedures] === 0) return -1;
  for (let slot = 0; slot < procTop(s); slot++)
    if (isReadmission(s, slot) && s.state.procBy[slot] === person) return slot;
  return -1;
}

/** The application that a body's answer belongs to. */
export function returnAnswered(s: Scene, m: Move): number {
  if (isReadmission(s, m.proc)) return m.proc;
  const parent = m.proc >= 0 ? s.state.procParent[m.proc] : -1;
  if (isReadmission(s, parent)) return parent;
  return m.to >= 0 && m.to < s.world.people ? openReturn(s, m.to) : -1;
}

/** The organisation to which a body can readmit. */
export function readmittedTo(s: Scene, m: Move): number {
  const own = m.body >= 0 ? s.world.bodyOrganisation[m.body] : -1;
  return own >= 0 ? own : isBodyCode(s, m.by) ? homeOf(s, m.by) : homeOf(s, m.to);
}

export const isOutside = (s: Scene, person: number): boolean => {
  const home = homeOf(s, person);
  return home >= 0 && !belongsTo(s, home, person);
};

/** Had a person a seat in a body at the start that he has no longer? */
export function lostSeat(s: Scene, person: number, body: number): boolean {
  const { world: w, state: x } = s;
  if (body < 0 || person < 0 || person >= w.people || x.seat[body * w.people + person]) return false;
  for (let k = 0; k < w.seats.length; k++)
    if (w.seats[k].body === body && w.seats[k].person === person) return true;
  return false;
}

/** Can he be taken back: into the organisation if he is outside it, else into the body if he has lost his seat there? */
export const mayReturn = (s: Scene, person: number, body: number): boolean =>
  isOutside(s, person) || lostSeat(s, person, body);

/** The body to apply to: one that sits and has the power to readmit, the most authoritative; else the most authoritative that sits. -1 none. */
export function admitter(s: Scene, organisation: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  let most = -1;
  for (let b = 0; b < w.bodies; b++) {
    if (w.bodyOrganisation[b] !== organisation || !x.convened[b] || x.memberCount[b] === 0) continue;
    const rank = x.bodyAuthority[b] + (w.powers[b].has('readmit') ? 2 : 0);
    if (rank > most) {
      most = rank;
      best = b;
    }
  }
  return best;
}
