import { closeProcedure } from '../../world/procedures.ts';
import { clearMove, newMove } from '../../world/record.ts';
import { actNumber, attempt, defineProcedure } from '../define.ts';
import { isBreaking } from '../strain.ts';

const scratch = newMove();

/** Departures have gone so far that the organisation breaks, a quarter of a day later, unless somebody has come back by then. */
export const ruptureProcedure = defineProcedure({
  kind: 'rupture',
  next: (s, slot, step) => {
    const x = s.state;
    const organisation = x.procCount[slot];
    if (isBreaking(s, organisation)) {
      const m = clearMove(scratch);
      m.kind = actNumber('split');
      m.by = x.procBy[slot];
      m.proc = slot;
      s.party.byCount = s.party.toCount = 0;
      attempt(s, m);
    }
    closeProcedure(s, slot);
    step.do = 3;
  },
});
