import { procTop } from '../world/procedures.ts';
import type { Scene } from '../world/scene.ts';
import { procedureNumber } from './define.ts';
import { graver } from './gravest.ts';
import { lineOf } from './issues.ts';

/**
 * The veto on a person that comes with an outsider's offer in talks: his open demand, on the same body, in a matter that is about
 * somebody. What he offers is a package: who takes it gives that person up, too; who makes an offer of his own leaves it out. Of several
 * the one pressed hardest. The demand's slot; -1 if there is none, or the line is there already.
 */
export function vetoWith(s: Scene, talks: number): number {
  const { world: w, state: x } = s;
  const kind = procedureNumber('demand');
  let best = -1;
  for (let slot = 0; slot < procTop(s); slot++) {
    const issue = x.procIssue[slot];
    if (x.procKind[slot] !== kind || x.procBy[slot] !== x.procTo[talks] || issue === x.procIssue[talks])
      continue;
    if (w.issueAbout[issue] < 0 || x.procBody[slot] !== x.procBody[talks]) continue;
    if (Math.abs(lineOf(s, issue) - x.procValue[slot]) < 0.5) continue;
    if (
      best < 0 ||
      graver(x.procForce[slot], w.issueKey[issue], x.procForce[best], w.issueKey[x.procIssue[best]])
    )
      best = slot;
  }
  return best;
}

/** How far the line on a person has to give way to a veto, 0–1; 0 without one. */
export function costOfVeto(s: Scene, talks: number): number {
  const slot = vetoWith(s, talks);
  if (slot < 0) return 0;
  const line = lineOf(s, s.state.procIssue[slot]);
  return Number.isNaN(line) ? 0 : Math.abs(line - s.state.procValue[slot]) / 100;
}
