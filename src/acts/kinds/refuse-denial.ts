import { setMark } from '../../world/procedures.ts';
import { writeAct } from '../../world/record.ts';
import { Effect } from '../../world/scene.ts';
import { Mark } from '../../world/state.ts';
import { isPerson } from '../actors.ts';
import { normSeverity, quarrel, tell } from '../common.ts';
import { defineAct } from '../define.ts';
import { Mean } from '../meaning.ts';
import { addStrain } from '../strain.ts';
import { answerRule, slotIn } from './sign-denial.ts';

export const refuseDenial = defineAct({
  kind: 'refuse-denial',
  class: 'voice',
  base: -0.3,
  because: 'To refuse outright is a little rarer than to say nothing.',
  legal: answerRule,
  mean: (s, m, row, at) => {
    const x = s.state;
    const slot = slotIn(s, m);
    const issue = x.procIssue[slot];
    const own = x.work[m.by * s.world.issues + issue];
    row[at + Mean.issue] = issue;
    row[at + Mean.body] = x.procBody[slot];
    row[at + Mean.value] = own;
    row[at + Mean.said] = own;
    row[at + Mean.publicity] = 0.5;
    row[at + Mean.joins] = slot;
    row[at + Mean.side] = -1;
    row[at + Mean.split] = 0.12;
    row[at + Mean.blame] = 0.6;
    row[at + Mean.breach] = 0.3;
    row[at + Mean.authority] = x.procBody[slot];
    row[at + Mean.sanction] = Math.max(0.3, normSeverity(s, m.kind));
    if (isPerson(s, x.procBy[slot])) {
      row[at + Mean.with] = x.procBy[slot];
      row[at + Mean.warmth] = -0.5;
    }
  },
  apply: (s, m) => {
    const x = s.state;
    const slot = slotIn(s, m);
    if (slot >= 0) {
      if (m.issue < 0) m.issue = x.procIssue[slot];
      if (m.body < 0) m.body = x.procBody[slot];
      if (isPerson(s, m.by)) setMark(s, slot, m.by, Mark.no);
    }
    const at = writeAct(s, m);
    if (!isPerson(s, m.by)) return at;
    if (slot >= 0 && isPerson(s, x.procBy[slot]))
      quarrel(s, m.by, x.procBy[slot], 0.5 * s.effects[Effect.attackTie]);
    if (m.body >= 0) {
      if (m.issue >= 0) tell(s, m.by, m.issue, x.work[m.by * s.world.issues + m.issue], 'body', m.body);
      addStrain(s, s.world.bodyOrganisation[m.body], 0.06);
    }
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'refuse' : 'refuses'} to sign the denial`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'отказываются' : 'отказывается'} подписать опровержение`,
  },
});
