import { procTop } from '../world/procedures.ts';
import { clearMove, isBodyCode, newMove } from '../world/record.ts';
import { belongsTo, now, organisationOf, type Scene } from '../world/scene.ts';
import { mixKey } from '../chance/keys.ts';
import { openBounded } from './bounded.ts';
import { actNumber, procedureNumber } from './define.ts';

/** Share of the members at the start who have to be gone, and organised, before the organisation counts as split. */
export const splitShare = 0.25;

/** Brings a split of an organisation nearer (or further away). */
export function addStrain(s: Scene, organisation: number, by: number): void {
  if (organisation < 0) return;
  const x = s.state;
  x.strain[organisation] = Math.max(0, Math.min(1, x.strain[organisation] + by));
}

/** Those who belonged at the start and do so no longer, as a share, by size. Walks the list of members: for rare acts only. */
export function shareGone(s: Scene, organisation: number): number {
  const w = s.world;
  let all = 0;
  let gone = 0;
  for (let k = 0; k < w.memberships.length; k++) {
    const m = w.memberships[k];
    if (m.organisation !== organisation) continue;
    all += w.size[m.person];
    if (!belongsTo(s, organisation, m.person)) gone += w.size[m.person];
  }
  return all > 0 ? gone / all : 0;
}

/** The organisation that a person belongs to or belonged to at the start; for a body its own; -1. */
export function homeOf(s: Scene, code: number): number {
  const w = s.world;
  if (isBodyCode(s, code)) return w.bodyOrganisation[code - w.people];
  if (code < 0 || code >= w.people) return -1;
  const present = organisationOf(s, code);
  if (present >= 0) return present;
  for (let k = 0; k < w.memberships.length; k++) {
    if (w.memberships[k].person === code) return w.memberships[k].organisation;
  }
  return -1;
}

/** Has anybody of an organisation done an act of this kind? */
export function happened(s: Scene, kind: string, organisation: number): boolean {
  const x = s.state;
  const number = actNumber(kind);
  for (let k = x.lastActOf[number]; k >= 0; k = x.actAlike[k]) {
    if (homeOf(s, x.actBy[k]) === organisation) return true;
  }
  return false;
}

/** Has it come to a split? Strain at its limit; or a quarter of the members gone and a rival founded. Once only. */
export function isBreaking(s: Scene, organisation: number): boolean {
  if (organisation < 0 || happened(s, 'split', organisation)) return false;
  if (s.state.strain[organisation] >= 1) return true;
  return shareGone(s, organisation) >= splitShare && happened(s, 'found-rival', organisation);
}

const scratch = newMove();

/** Called after every departure: if it has come to a split, the procedure that says so is opened, unless it is open. */
export function watchSplit(s: Scene, organisation: number, by: number, origin: number): void {
  const kind = procedureNumber('rupture');
  if (kind < 0 || !isBreaking(s, organisation)) return;
  const x = s.state;
  for (let slot = 0; slot < procTop(s); slot++)
    if (x.procKind[slot] === kind && x.procCount[slot] === organisation) return;
  const m = clearMove(scratch);
  m.by = by;
  m.key = mixKey(0x73706c69, organisation + 1);
  const slot = openBounded(s, kind, m, origin, now(s) + 0.25, 4);
  if (slot >= 0) x.procCount[slot] = organisation;
}
