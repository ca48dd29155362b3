import { closeProcedure } from '../../world/procedures.ts';
import { writeAct } from '../../world/record.ts';
import { defineAct } from '../define.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';
import { issuerRule, isUltimatum } from '../ultimata.ts';

/** The deadline has passed and the issuers let the matter rest. */
export const backDown = defineAct({
  kind: 'back-down',
  class: 'paper',
  base: -0.6,
  because: 'Who backs down seldom says so: most let the day pass.',
  // A demand of another kind can be dropped, too, by whoever put it.
  legal: (s, m) =>
    m.proc >= 0 && !isUltimatum(s, m.proc) && s.state.procBy[m.proc] === m.by
      ? Rule.allowed
      : issuerRule(s, m),
  mean: (s, m, row, at) => {
    row[at + Mean.body] = s.state.procBody[m.proc];
    row[at + Mean.owed] = -0.2;
    row[at + Mean.blame] = 0.3;
    row[at + Mean.split] = -0.15;
    row[at + Mean.joins] = m.proc;
    row[at + Mean.side] = -0.5;
  },
  apply: (s, m) => {
    const known = isUltimatum(s, m.proc) || (m.proc >= 0 && s.state.procBy[m.proc] === m.by);
    if (known && m.body < 0) m.body = s.state.procBody[m.proc];
    const at = writeAct(s, m);
    if (m.body >= 0) addStrain(s, s.world.bodyOrganisation[m.body], -0.03);
    if (known) closeProcedure(s, m.proc);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'let' : 'lets'} the deadline pass and ${w.by.many ? 'do' : 'does'} nothing`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'пропускают' : 'пропускает'} срок и ничего не ${w.by.many ? 'предпринимают' : 'предпринимает'}`,
  },
});
