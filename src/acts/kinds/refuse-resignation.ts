import { writeAct } from '../../world/record.ts';
import { now } from '../../world/scene.ts';
import { address } from '../common.ts';
import { defineAct } from '../define.ts';
import { Leave, leaveAnswerRule, takeLeave } from '../resignations.ts';

/** The body does not let him go; he has to say whether he goes all the same. It follows from a motion that failed. */
export const refuseResignation = defineAct({
  kind: 'refuse-resignation',
  class: 'post',
  base: 0,
  because: 'Nobody chooses it by himself: it is what the ballot on an offer comes to.',
  legal: leaveAnswerRule,
  mean: () => {},
  apply: (s, m) => {
    const x = s.state;
    const slot = takeLeave(s, m);
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
