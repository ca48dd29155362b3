import { believed } from '../../world/beliefs.ts';
import type { Scene } from '../../world/scene.ts';

const capacity = 4096;
const at = new Float64Array(capacity);
const weight = new Float64Array(capacity);

/** Half-width, in points, over which a member's weight is spread: the median moves smoothly when he does. */
const smooth = 8;

/**
 * The smoothed weighted median of where a body's voting members stand, as `viewer` believes (-1: as the public does).
 * `without` leaves out one person (-1 nobody); `moved` stands at `movedTo` instead (-1 nobody). NaN for an empty body. O(members).
 */
export function bodyMedian(s: Scene, viewer: number, body: number, issue: number, without = -1, moved = -1, movedTo = 0): number {
  const { world: w, state: x } = s;
  const first = body * w.bodyCapacity;
  let n = 0;
  let total = 0;
  let mean = 0;
  for (let k = first; k < first + x.memberCount[body]; k++) {
    const j = x.memberList[k];
    if (j === without || x.seat[body * w.people + j] !== 1) continue;
    at[n] = j === moved ? movedTo : viewer < 0 ? x.publicMean[j * w.issues + issue] : believed(s, viewer, j, issue);
    weight[n] = w.size[j];
    total += weight[n];
    mean += weight[n] * at[n];
    n++;
  }
  return n === 0 ? Number.NaN : smoothedMedian(n, total, mean / total);
}

/** Bisection on the piecewise-linear distribution function: 20 halvings of 0–100 are exact to 10⁻⁴ points. */
function smoothedMedian(n: number, total: number, mean: number): number {
  let low = 0;
  let high = 100;
  let m = mean;
  for (let it = 0; it < 20; it++) {
    let below = 0;
    let slope = 0;
    for (let k = 0; k < n; k++) {
      const u = (m - at[k]) / (2 * smooth) + 0.5;
      if (u >= 1) below += weight[k];
      else if (u > 0) {
        below += weight[k] * u;
        slope += weight[k];
      }
    }
    const miss = below - total / 2;
    if (miss === 0) return m;
    if (miss > 0) high = m;
    else low = m;
    const newton = slope > 0 ? m - (miss * 2 * smooth) / slope : -1;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - m) < 1e-3) return next;
    m = next;
  }
  return m;
}
