import { closeProcedure } from '../../world/procedures.ts';
import { isBodyCode, writeAct } from '../../world/record.ts';
import { address } from '../common.ts';
import { defineAct } from '../define.ts';
import { returnAnswered } from '../readmissions.ts';
import { Rule } from '../rules.ts';

/** A body does not take him back. He may ask again. */
export const refuseReadmission = defineAct({
  kind: 'refuse-readmission',
  class: 'back',
  base: 0,
  because: 'Nobody chooses it by himself: it is what a failed ballot comes to.',
  legal: (s, m) => {
    if (!isBodyCode(s, m.by)) return Rule.noPower;
    return returnAnswered(s, m) >= 0 ? Rule.allowed : Rule.noProcedure;
  },
  mean: () => {},
  apply: (s, m) => {
    const slot = returnAnswered(s, m);
    if (slot >= 0 && m.to < 0) m.to = s.state.procBy[slot];
    const at = writeAct(s, m);
    address(s, m.to);
    if (slot >= 0) closeProcedure(s, slot);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'refuse' : 'refuses'} to readmit ${w.to?.nom ?? 'a former member'}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'отказывают' : 'отказывает'} в восстановлении${w.to ? `: ${w.to.nom}` : ''}`,
  },
});
