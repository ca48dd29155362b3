import { markOf } from '../world/procedures.ts';
import { clearMove, newMove } from '../world/record.ts';
import { type Scene, sitsIn } from '../world/scene.ts';
import { ActFlag } from '../world/state.ts';
import { actNumber, attempt } from './define.ts';

const scratch = newMove();

/**
 * Share of a breach that is left to one who lays down his post: a line binds the members of the body that adopted it, and through the
 * organisation everybody in it. Those who go with a statement are rid of the first, and go in order to be (Hirschman 1970: exit in place of
 * voice); who just lays down his post deserts it, and breaks both.
 */
export const released = 0.5;

/** Everybody with a mark in a procedure lays down his seat in its body and the posts that belong to it. */
export function resignTogether(s: Scene, slot: number, mark: number): void {
  const { world: w, state: x } = s;
  const body = x.procBody[slot];
  if (body < 0) return;
  for (let p = nextOf(s, slot, mark, -1); p >= 0; p = nextOf(s, slot, mark, w.personKey[p])) {
    for (let o = 0; o < w.offices; o++)
      if (x.holder[o] === p && w.officeBody[o] === body) resignOne(s, slot, p, -1, o);
    if (sitsIn(s, body, p)) resignOne(s, slot, p, body, -1);
  }
}

/** Of those with a mark the one with the lowest key above `last`: they go in an order that no file decides; −1 after the last. */
function nextOf(s: Scene, slot: number, mark: number, last: number): number {
  const { people, personKey } = s.world;
  let best = -1;
  for (let p = 0; p < people; p++) {
    if (personKey[p] <= last || markOf(s, slot, p) !== mark) continue;
    if (best < 0 || personKey[p] < personKey[best]) best = p;
  }
  return best;
}

function resignOne(s: Scene, slot: number, person: number, body: number, office: number): void {
  const m = clearMove(scratch);
  m.kind = actNumber('resign');
  m.by = person;
  m.body = body;
  m.office = office;
  m.proc = slot;
  m.flags = ActFlag.joint;
  attempt(s, m);
}
