import type { Move } from '../world/record.ts';
import type { Scene } from '../world/scene.ts';

export const isPerson = (s: Scene, code: number): boolean => code >= 0 && code < s.world.people;

/** One of our own who decides for himself: neither an outsider nor a collective actor. */
export const isInsider = (s: Scene, code: number): boolean =>
  isPerson(s, code) && !s.world.outsider[code] && !s.world.collective[code];

/** How many persons do the act about to be applied: all of a joint act, one otherwise, none if a body does it. */
export const actorCount = (s: Scene, m: Move): number =>
  s.party.byCount > 0 ? s.party.byCount : isPerson(s, m.by) ? 1 : 0;

export const actorAt = (s: Scene, m: Move, k: number): number => (s.party.byCount > 0 ? s.party.by[k] : m.by);

/** How many persons it is addressed to, and which. */
export const addressedCount = (s: Scene, m: Move): number =>
  s.party.toCount > 0 ? s.party.toCount : isPerson(s, m.to) ? 1 : 0;

export const addressedAt = (s: Scene, m: Move, k: number): number =>
  s.party.toCount > 0 ? s.party.to[k] : m.to;
