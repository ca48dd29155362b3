import type { Scene } from '../../world/scene.ts';
import { point } from './stand.ts';

/*
 * How far lines are openly broken: what ultimata and motions against persons could mend (`acts/demands.ts`, `openBreach` and `defiance`). Looked
 * up only for kinds that mend, once a moment.
 */

/** Points up to which another stance is no dissent. */
const dissent = 20;

let open = Number.NaN;

/** Another moment begins. */
export function forgetBreaches(): void {
  open = Number.NaN;
}

/** The furthest that anybody shows himself from a line, or from what the one who chooses would say, 0–1. O(people × issues). */
export function openBreachAtMost(s: Scene): number {
  if (open === open) return open;
  const { world: w, state: x } = s;
  const { people, issues } = w;
  let furthest = 0;
  for (let issue = 0; issue < issues; issue++) {
    const line = x.line[w.issueBody[issue] * issues + issue];
    const own = point[issue];
    for (let cell = issue; cell < people * issues; cell += issues) {
      const stance = x.stance[cell];
      const shown = stance === stance ? stance : x.publicMean[cell];
      const gap = Math.abs(shown - line);
      if (gap > furthest) furthest = gap;
      if (Math.abs(shown - own) > furthest) furthest = Math.abs(shown - own);
    }
  }
  open = furthest > dissent ? furthest / 100 : 0;
  return open;
}
