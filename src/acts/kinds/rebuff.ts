import { shiftTie } from '../../world/beliefs.ts';
import { closeProcedure } from '../../world/procedures.ts';
import { writeAct } from '../../world/record.ts';
import { Effect } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { isPerson } from '../actors.ts';
import { slotOfKind } from '../bounded.ts';
import { defineAct, procedureNumber } from '../define.ts';
import { Mean } from '../meaning.ts';
import { approachOf, hasApproached, isCovert } from '../pacts.ts';
import { Rule } from '../rules.ts';
import { discovery } from '../secrets.ts';

export const rebuff = defineAct({
  kind: 'rebuff',
  class: 'pact',
  base: -0.6,
  because: 'To say no outright is a little less usual than to let an approach lie.',
  legal: (s, m) => {
    if (m.by === m.to) return Rule.self;
    if (m.proc < 0) return hasApproached(s, m.to, m.by) ? Rule.allowed : Rule.noProcedure;
    const slot = slotOfKind(s, m.proc, procedureNumber('approach'));
    if (slot < 0) return hasApproached(s, m.to, m.by) ? Rule.allowed : Rule.noProcedure;
    return s.state.procTo[slot] === m.by ? Rule.allowed : Rule.notAddressed;
  },
  mean: (s, m, row, at) => {
    row[at + Mean.with] = m.to;
    row[at + Mean.warmth] = -0.4;
    // Whoever has said no cannot be reproached with having listened.
    row[at + Mean.blame] = -0.15;
    row[at + Mean.split] = -0.02;
    if (m.proc >= 0 && isCovert(s.state.procOption[m.proc], 0)) row[at + Mean.seen] = discovery;
  },
  apply: (s, m) => {
    const slot = m.proc >= 0 ? slotOfKind(s, m.proc, procedureNumber('approach')) : approachOf(s, m.to, m.by);
    if (slot >= 0 && m.issue < 0) m.issue = s.state.procIssue[slot];
    if (slot >= 0 && isCovert(s.state.procOption[slot], 0)) m.flags |= ActFlag.secret;
    const at = writeAct(s, m);
    if (slot >= 0) closeProcedure(s, slot);
    if (isPerson(s, m.by) && isPerson(s, m.to)) shiftTie(s, m.to, m.by, -0.5 * s.effects[Effect.attackTie]);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'rebuff' : 'rebuffs'} ${w.to?.nom ?? 'him'}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'отклоняют' : 'отклоняет'} предложение ${w.to?.gen ?? 'о соглашении'}`,
  },
});
