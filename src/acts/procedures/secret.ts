import { closeProcedure } from '../../world/procedures.ts';
import { now } from '../../world/scene.ts';
import { allProcedures, defineProcedure, procedureNumber } from '../define.ts';
import { slotOfKind } from '../bounded.ts';
import { confidingDays, Gravity, letKnow, nextConfidant } from '../secrets.ts';

/** How many outside the matter are let into it in time, how far they must be trusted, and when a secret has gone stale. */
const confidants = 3;
const trust = 0.6;
const staleDays = 150;
/** A pact or an approach to one is remembered as long as it can be held against somebody: a year. */
const graveDays = 365;

/**
 * A secret: what was done behind the others' backs, and who knows of it (mark `knows`). Once a week it is confided to one more
 * person, the one whom a knower trusts most; after three it spreads no further. It ends when it is disclosed (`disclose`), or has gone stale.
 */
export const secretProcedure = defineProcedure({
  kind: 'secret',
  next: (s, slot, step) => {
    const x = s.state;
    const ends = x.procOpened[slot] + (x.procCount[slot] >= Gravity.approach ? graveDays : staleDays);
    if (now(s) >= ends) {
      closeProcedure(s, slot);
      step.do = 3;
      return;
    }
    const friend = x.procState[slot] < confidants ? nextConfidant(s, slot, trust) : -1;
    if (friend >= 0) {
      letKnow(s, slot, friend);
      x.procState[slot]++;
    }
    x.procDue[slot] = friend >= 0 ? Math.min(ends, now(s) + confidingDays) : ends;
    step.do = 0;
  },
  // An approach and the secret of it have the same origin: who answers the one may be found through the other.
  answers: (s, slot, person, menu) => {
    const approach = slotOfKind(s, slot, procedureNumber('approach'));
    if (approach >= 0) allProcedures()[procedureNumber('approach')].answers?.(s, approach, person, menu);
  },
});
