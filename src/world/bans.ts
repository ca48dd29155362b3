import type { Move } from './record.ts';
import type { Scene } from './scene.ts';

/** Does a prohibition in force hit this move? What people choose and what follows from other acts are asked alike. */
export function isBanned(s: Scene, m: Move): boolean {
  const { bans } = s;
  if (bans.length === 0) return false;
  const t = s.state.clock[0];
  for (let k = 0; k < bans.length; k++) {
    const b = bans[k];
    if (t < b.from || t >= b.until) continue;
    if (b.kind !== m.kind) continue;
    if (b.by >= 0 && b.by !== m.by) continue;
    if (b.to >= 0 && b.to !== m.to) continue;
    if (b.body >= 0 && b.body !== m.body) continue;
    if (b.issue >= 0 && b.issue !== m.issue) continue;
    if (b.option >= 0 && b.option !== m.option) continue;
    return true;
  }
  return false;
}
