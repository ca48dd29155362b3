import { closeProcedure } from '../../world/procedures.ts';
import { isBodyCode, writeAct } from '../../world/record.ts';
import { belongsTo } from '../../world/scene.ts';
import { address } from '../common.ts';
import { defineAct } from '../define.ts';
import { lostSeat, readmittedTo, returnAnswered } from '../readmissions.ts';
import { giveSeat } from '../posts.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** A body takes somebody back: into the organisation as a plain member, without his posts; one who never left it, into his seat. */
export const readmit = defineAct({
  kind: 'readmit',
  class: 'back',
  base: 0,
  because: 'Nobody chooses it by himself: it follows from a ballot.',
  legal: (s, m) => {
    if (!isBodyCode(s, m.by)) return Rule.noPower;
    if (m.to < 0 || m.to >= s.world.people) return Rule.notAddressed;
    return belongsTo(s, readmittedTo(s, m), m.to) && !lostSeat(s, m.to, m.body)
      ? Rule.stillMember
      : Rule.allowed;
  },
  mean: () => {},
  apply: (s, m) => {
    const slot = returnAnswered(s, m);
    if (slot >= 0 && m.to < 0) m.to = s.state.procBy[slot];
    const at = writeAct(s, m);
    address(s, m.to);
    const organisation = m.to >= 0 && m.to < s.world.people ? readmittedTo(s, m) : -1;
    if (organisation >= 0 && belongsTo(s, organisation, m.to)) {
      // He never left: it is his seat that he has again.
      if (lostSeat(s, m.to, m.body)) giveSeat(s, m.body, m.to);
    } else if (organisation >= 0) {
      s.state.belongs[organisation * s.world.people + m.to] = 1;
      addStrain(s, organisation, -0.06);
    }
    if (slot >= 0) closeProcedure(s, slot);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'readmit' : 'readmits'} ${w.to?.nom ?? 'a former member'}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'восстанавливают' : 'восстанавливает'} ${w.to?.acc ?? 'бывшего члена'}`,
  },
});
