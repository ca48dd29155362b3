import { closeProcedure, openProcedure, procTop } from '../world/procedures.ts';
import type { Move } from '../world/record.ts';
import type { Scene } from '../world/scene.ts';
import { Counter, procedureCapacity } from '../world/state.ts';

/** Slots kept free for motions and papers, which must never fail to open. */
const reserve = 8;

/**
 * Opens a procedure of a kind that may stay open for long (secrets, pacts, demands). At most `most` of the kind are open:
 * beyond that the least important one (lowest `procCount`, then oldest) gives way. Returns the slot, or -1 if there is no room.
 */
export function openBounded(
  s: Scene,
  kind: number,
  m: Move,
  origin: number,
  due: number,
  most: number,
): number {
  const x = s.state;
  let count = 0;
  let victim = -1;
  for (let slot = 0; slot < procTop(s); slot++) {
    if (x.procKind[slot] !== kind) continue;
    count++;
    if (victim < 0 || isLess(s, slot, victim)) victim = slot;
  }
  const crowded = x.counters[Counter.procedures] >= procedureCapacity - reserve;
  if (count >= most || (crowded && victim >= 0)) closeProcedure(s, victim);
  else if (crowded) return -1;
  return openProcedure(s, kind, m, origin, due);
}

function isLess(s: Scene, a: number, b: number): boolean {
  const x = s.state;
  if (x.procCount[a] !== x.procCount[b]) return x.procCount[a] < x.procCount[b];
  return x.procOrigin[a] < x.procOrigin[b];
}

/** The slot of a kind that a move belongs to: its own, or another opened by the same act (an approach opens a secret too); -1. */
export function slotOfKind(s: Scene, slot: number, kind: number): number {
  const x = s.state;
  if (slot < 0 || x.procKind[slot] === kind) return slot;
  for (let k = 0; k < procTop(s); k++) {
    if (x.procKind[k] === kind && x.procOrigin[k] === x.procOrigin[slot]) return k;
  }
  return -1;
}
