import type { Scene } from '../world/scene.ts';
import { Counter } from '../world/state.ts';
import { isInsider } from './actors.ts';
import { actNumber } from './define.ts';

/** Points from one's own stand from which a word is against it, and salience from which it stings. */
const against = 30;
const salient = 0.3;

let speech: readonly number[] = [];

/** Numbers of the kinds of act by which one speaks up. */
function spoken(): readonly number[] {
  if (speech.length === 0)
    speech = ['declare', 'publish', 'denounce', 'reinterpret', 'statement'].map(actNumber);
  return speech;
}

/** The last act, within so many days, by which somebody spoke up against what a person stands for; −1. */
export function lastAgainst(s: Scene, person: number, days: number): number {
  const x = s.state;
  const kinds = spoken();
  const since = x.clock[0] - days;
  for (let k = x.counters[Counter.acts] - 1; k >= 0 && x.actTime[k] >= since; k--) {
    const issue = x.actIssue[k];
    const by = x.actBy[k];
    if (issue < 0 || by === person || !kinds.includes(x.actKind[k]) || !isInsider(s, by)) continue;
    const cell = person * s.world.issues + issue;
    if (x.workSalience[cell] >= salient && Math.abs(x.actValue[k] - x.work[cell]) >= against) return k;
  }
  return -1;
}
