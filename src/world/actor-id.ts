import type { World } from './world.ts';

/** Id of an actor by its code (people, then bodies, then branches); undefined for nobody. */
export function actorId(w: World, code: number): string | undefined {
  if (code < 0) return undefined;
  if (code < w.people) return w.personId[code];
  return code < w.people + w.bodies ? w.bodyId[code - w.people] : w.branchId[code - w.people - w.bodies];
}
