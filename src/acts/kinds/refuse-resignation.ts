import { isBodyCode, writeAct } from '../../world/record.ts';
import { now } from '../../world/scene.ts';
import { address } from '../common.ts';
import { defineAct } from '../define.ts';
import { Leave, leaveAnswered } from '../resignations.ts';
import { Rule } from '../rules.ts';

/** The body does not let him go; he has to say whether he goes all the same. It follows from a motion that failed. */
export const refuseResignation = defineAct({
  kind: 'refuse-resignation',
  class: 'post',
  base: 0,
  because: 'Nobody chooses it by himself: it is what the ballot on an offer comes to.',
  legal: (s, m) => {
    if (!isBodyCode(s, m.by)) return Rule.noPower;
    return leaveAnswered(s, m) >= 0 ? Rule.allowed : Rule.noProcedure;
  },
  mean: () => {},
  apply: (s, m) => {
    const x = s.state;
    const slot = leaveAnswered(s, m);
    if (slot >= 0) {
      m.to = x.procBy[slot];
      m.office = x.procOffice[slot];
      m.body = m.office >= 0 ? -1 : x.procBody[slot];
    }
    const at = writeAct(s, m);
    address(s, m.to);
    if (slot >= 0) {
      x.procState[slot] = Leave.refused;
      x.procDue[slot] = now(s) + 0.5;
    }
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'refuse' : 'refuses'} the resignation of ${w.to?.nom ?? 'a colleague'}`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'отклоняют' : 'отклоняет'} отставку ${w.to?.gen ?? 'товарища'}`,
  },
});
