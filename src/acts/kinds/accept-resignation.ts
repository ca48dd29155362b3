import { closeProcedure } from '../../world/procedures.ts';
import { writeAct } from '../../world/record.ts';
import { fillOffice } from '../../world/seats.ts';
import { sitsIn } from '../../world/scene.ts';
import { address } from '../common.ts';
import { defineAct } from '../define.ts';
import { leaveBody } from '../posts.ts';
import { leaveAnswerRule, takeLeave } from '../resignations.ts';
import { addStrain, watchSplit } from '../strain.ts';

/** The body lets somebody go who has offered it. It follows from an adopted motion. */
export const acceptResignation = defineAct({
  kind: 'accept-resignation',
  class: 'post',
  base: 0,
  because: 'Nobody chooses it by himself: it is what the ballot on an offer comes to.',
  legal: leaveAnswerRule,
  mean: () => {},
  apply: (s, m) => {
    const x = s.state;
    const slot = takeLeave(s, m);
    const at = writeAct(s, m);
    const body = m.office >= 0 ? s.world.officeBody[m.office] : m.body;
    if (m.office >= 0 && x.holder[m.office] === m.to) fillOffice(s, m.office, -1);
    else if (m.office < 0 && body >= 0 && m.to >= 0 && m.to < s.world.people && sitsIn(s, body, m.to))
      leaveBody(s, body, m.to);
    addStrain(s, body >= 0 ? s.world.bodyOrganisation[body] : -1, 0.05);
    address(s, m.to);
    if (slot >= 0) closeProcedure(s, slot);
    watchSplit(s, body >= 0 ? s.world.bodyOrganisation[body] : -1, m.to, at);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'accept' : 'accepts'} the resignation of ${w.to?.nom ?? 'a colleague'}`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'принимают' : 'принимает'} отставку ${w.to?.gen ?? 'товарища'}`,
  },
});
