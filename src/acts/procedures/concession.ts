import { closeProcedure } from '../../world/procedures.ts';
import { now } from '../../world/scene.ts';
import { defineProcedure } from '../define.ts';
import { lineOf } from '../issues.ts';

/** Days between two looks at a concession, and days after which it is simply the line. */
export const concessionReview = 15;
const longest = 120;

/** A concession in force: value is what was conceded, force the line before. It ends when it is taken back, the line has moved on, or it has become usual. */
export const concessionProcedure = defineProcedure({
  kind: 'concession',
  next: (s, slot, step) => {
    const x = s.state;
    const line = x.procIssue[slot] >= 0 ? lineOf(s, x.procIssue[slot]) : Number.NaN;
    const moved = !(Math.abs(line - x.procValue[slot]) < 0.5);
    if (moved || now(s) - x.procOpened[slot] >= longest) {
      closeProcedure(s, slot);
      step.do = 3;
      return;
    }
    x.procDue[slot] = now(s) + concessionReview;
    step.do = 0;
  },
});
