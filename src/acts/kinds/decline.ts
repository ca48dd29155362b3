import { setMark } from '../../world/procedures.ts';
import { writeAct } from '../../world/record.ts';
import { Mark } from '../../world/state.ts';
import { defineAct } from '../define.ts';
import { Mean } from '../meaning.ts';
import { paperRule } from './sign.ts';

/** Refuses to sign, in so many words; saying nothing is the other way not to. */
export const decline = defineAct({
  kind: 'decline',
  class: 'paper',
  base: -0.7,
  because: 'Who does not sign mostly says nothing; one in three gives his refusal.',
  legal: paperRule,
  mean: (s, m, row, at) => {
    row[at + Mean.body] = s.state.procBody[m.proc];
    row[at + Mean.joins] = m.proc;
    row[at + Mean.side] = -1;
    row[at + Mean.with] = s.state.procBy[m.proc];
    row[at + Mean.warmth] = -0.3;
    row[at + Mean.publicity] = 0.3;
    row[at + Mean.seen] = 0.5;
  },
  apply: (s, m) => {
    if (m.proc >= 0) setMark(s, m.proc, m.by, Mark.no);
    return writeAct(s, m);
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'decline' : 'declines'} to sign`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'отказываются' : 'отказывается'} подписать`,
  },
});
