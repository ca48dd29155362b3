import { nearestPoint } from '../../acts/common.ts';
import type { Scene } from '../../world/scene.ts';
import { own } from './own.ts';

/*
 * What he could stand for: by issue where he stands himself, the point of its scale nearest to that, and how far off it lies.
 */
export let stand = new Float64Array(16);
export let point = new Float64Array(16);
export let off = new Float64Array(16);

export function measureStand(s: Scene, person: number): void {
  const { world: w, state: x } = s;
  if (w.issues > point.length) {
    stand = new Float64Array(w.issues);
    point = new Float64Array(w.issues);
    off = new Float64Array(w.issues);
  }
  for (let issue = own.from; issue < own.to; issue++) {
    const ideal = x.work[person * w.issues + issue];
    stand[issue] = ideal;
    point[issue] = nearestPoint(s, issue, ideal);
    off[issue] = Math.abs(point[issue] - ideal);
  }
}
