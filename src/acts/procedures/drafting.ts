import { mixKey } from '../../chance/keys.ts';
import { closeProcedure } from '../../world/procedures.ts';
import { clearMove, newMove } from '../../world/record.ts';
import { now } from '../../world/scene.ts';
import { actNumber, defineProcedure, attempt } from '../define.ts';
import { MotionOption } from '../kinds/motion.ts';
import { chairOf } from '../posts.ts';

/** Days after which a commission's text has been overtaken (in a record, by what really followed). */
const stale = 3;
const scratch = newMove();

/** A drafting commission: after a day its text is put to the body as a motion of the chair, unless a motion on it is pending. */
export const draftingProcedure = defineProcedure({
  kind: 'drafting',
  next: (s, slot, step) => {
    const x = s.state;
    if (now(s) - x.procOpened[slot] <= stale) {
      const m = clearMove(scratch);
      m.kind = actNumber('motion');
      m.by = chairOf(s, x.procBody[slot]);
      m.body = x.procBody[slot];
      m.issue = x.procIssue[slot];
      m.value = x.procValue[slot];
      m.option = MotionOption.line;
      m.key = mixKey(x.procKey[slot], 1);
      if (m.by >= 0) attempt(s, m);
    }
    closeProcedure(s, slot);
    step.do = 3;
  },
});
