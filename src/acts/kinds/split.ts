import { writeAct } from '../../world/record.ts';
import { leaveOrganisation } from '../../world/seats.ts';
import { belongsTo } from '../../world/scene.ts';
import { defineAct } from '../define.ts';
import { Rule } from '../rules.ts';
import { addStrain, homeOf, isBreaking } from '../strain.ts';

/**
 * The organisation breaks. Nobody chooses it: it happens when strain reaches its limit, or when a quarter of the members at the
 * start are gone and somebody has founded a rival. The strain is spent with it. In a record those named leave by it.
 */
export const split = defineAct({
  kind: 'split',
  class: 'exit',
  base: 0,
  because: 'Nobody chooses it: it is what departures add up to.',
  legal: (s, m) => (isBreaking(s, homeOf(s, m.by)) ? Rule.allowed : Rule.tooFew),
  mean: () => {},
  apply: (s, m) => {
    const at = writeAct(s, m);
    const home = homeOf(s, m.by);
    if (home < 0) return at;
    for (let k = 0; k < s.party.byCount; k++)
      if (belongsTo(s, home, s.party.by[k])) leaveOrganisation(s, home, s.party.by[k]);
    addStrain(s, home, -0.5);
    return at;
  },
  sentence: {
    en: (w) => `The organisation splits over ${w.by.nom}`,
    ru: (w) => `Организация раскалывается: ${w.by.nom}`,
  },
});
