import type { Scene } from '../../world/scene.ts';
import type { Frames } from './protocol.ts';

interface Growing {
  readonly days: number[];
  readonly stance: Float32Array[];
  readonly position: Float32Array[];
  readonly seat: Uint8Array[];
  readonly holder: Int16Array[];
  readonly line: Float32Array[];
  readonly belongs: Uint8Array[];
}

/** Takes a picture of a scene day by day; a day on which nothing visible changed adds none. */
export interface Filming {
  readonly take: (scene: Scene, day: number) => void;
  readonly frames: () => Frames;
}

export function filming(): Filming {
  const all: Growing = { days: [], stance: [], position: [], seat: [], holder: [], line: [], belongs: [] };
  return {
    take: (scene, day) => {
      const x = scene.state;
      const seat = Uint8Array.from(x.seat, (v, k) => (v > 0 ? v : x.guest[k] ? 3 : 0));
      const next = {
        stance: Float32Array.from(x.stance),
        position: Float32Array.from(x.work),
        seat,
        holder: Int16Array.from(x.holder),
        line: Float32Array.from(x.line),
        belongs: Uint8Array.from(x.belongs),
      };
      const last = all.days.length - 1;
      const same =
        last >= 0 &&
        alike(all.stance[last], next.stance, 0.5) &&
        alike(all.position[last], next.position, 0.5) &&
        alike(all.line[last], next.line, 0.5) &&
        alike(all.seat[last], next.seat, 0) &&
        alike(all.holder[last], next.holder, 0) &&
        alike(all.belongs[last], next.belongs, 0);
      if (same) return;
      all.days.push(day);
      for (const key of ['stance', 'position', 'line'] as const) all[key].push(next[key]);
      all.seat.push(next.seat);
      all.holder.push(next.holder);
      all.belongs.push(next.belongs);
    },
    frames: () => ({ ...all, days: Float64Array.from(all.days) }),
  };
}

/** Equal up to `give`; NaN equals NaN. */
function alike(a: ArrayLike<number> | undefined, b: ArrayLike<number>, give: number): boolean {
  if (!a) return false;
  for (let k = 0; k < b.length; k++) {
    const p = a[k] ?? Number.NaN;
    const q = b[k] ?? Number.NaN;
    if (Number.isNaN(p) !== Number.isNaN(q) || Math.abs(p - q) > give) return false;
  }
  return true;
}
