import { isBodyCode, writeAct } from '../../world/record.ts';
import { leaveOrganisation } from '../../world/seats.ts';
import { belongsTo, sitsIn } from '../../world/scene.ts';
import { address } from '../common.ts';
import { defineAct } from '../define.ts';
import { leaveBody, seatPowerRule } from '../posts.ts';
import { Rule } from '../rules.ts';
import { addStrain, homeOf, watchSplit } from '../strain.ts';

/** How much an expulsion from a body, and from the organisation, brings a split nearer. */
const fromBody = 0.12;
const fromOrganisation = 0.2;

/** A body expels somebody: from the body named, or, if none is named, from the organisation. It follows from an adopted motion. */
export const expel = defineAct({
  kind: 'expel',
  class: 'post',
  base: 0,
  because: 'Nobody chooses it by himself: it follows from a motion or a verdict.',
  legal: (s, m) => {
    const w = s.world;
    if (!isBodyCode(s, m.by)) return Rule.noPower;
    if (m.to < 0 || m.to >= w.people) return Rule.notAddressed;
    if (m.body >= 0) return sitsIn(s, m.body, m.to) ? seatPowerRule(s, m.by, m.body, 'expel') : Rule.noSeat;
    if (!belongsTo(s, homeOf(s, m.by), m.to)) return Rule.notMember;
    return w.powers[m.by - w.people].has('expel') ? Rule.allowed : Rule.noPower;
  },
  mean: () => {},
  apply: (s, m) => {
    const w = s.world;
    const at = writeAct(s, m);
    address(s, m.to);
    if (m.to < 0 || m.to >= w.people) return at;
    const organisation =
      m.body >= 0
        ? w.bodyOrganisation[m.body]
        : isBodyCode(s, m.by) && homeOf(s, m.by) >= 0
          ? homeOf(s, m.by)
          : homeOf(s, m.to);
    if (m.body >= 0) {
      if (!sitsIn(s, m.body, m.to)) return at;
      leaveBody(s, m.body, m.to);
      addStrain(s, organisation, fromBody);
    } else if (organisation >= 0 && belongsTo(s, organisation, m.to)) {
      leaveOrganisation(s, organisation, m.to);
      addStrain(s, organisation, fromOrganisation);
    }
    watchSplit(s, organisation, m.to, at);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'expel' : 'expels'} ${w.to?.nom ?? 'a member'}${w.body ? ` from ${w.body.nom}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'исключают' : 'исключает'} ${w.to?.acc ?? 'члена'}${w.body ? ` (${w.body.nom})` : ''}`,
  },
});
