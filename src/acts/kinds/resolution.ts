import { jointMeeting } from '../../world/assembly.ts';
import { writeAct } from '../../world/record.ts';
import { ActFlag } from '../../world/state.ts';
import { address } from '../common.ts';
import { adoptLine } from '../posts.ts';
import { defineAct, procedureNumber } from '../define.ts';
import { Rule } from '../rules.ts';
import { enact, motionOptions, MotionOption } from './motion.ts';

/** The body's decision on a motion. Written by the procedure, never chosen by anybody. */
export const resolution = defineAct({
  kind: 'resolution',
  class: 'rule',
  options: motionOptions,
  base: 0,
  because: 'Nobody chooses it: it is what a ballot comes to.',
  legal: (s, m) =>
    m.proc >= 0 && s.state.procKind[m.proc] === procedureNumber('motion') ? Rule.allowed : Rule.noProcedure,
  mean: () => {},
  apply: (s, m) => {
    // Taken in a joint meeting: the record says in which. A joint power is known by what was moved.
    const power = m.body >= 0 && s.world.powersJointly[m.body].has(motionOptions[m.option]);
    m.thing = power ? -1 : jointMeeting(s, m.body);
    if (power || m.thing >= 0) m.flags |= ActFlag.joint;
    const at = writeAct(s, m);
    if (!(m.flags & ActFlag.adopted) || m.proc < 0) return at;
    if (m.option <= MotionOption.line) {
      if (m.issue >= 0 && m.value === m.value) adoptLine(s, m.body, m.issue, m.value);
    } else {
      enact(s, m.proc);
      address(s, m.to);
    }
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom}${w.jointly ? ', sitting jointly,' : ''} ${verb(w.adopted, w.by.many)} ${w.point ?? 'the motion'}${w.issue ? ` (${w.issue})` : ''}${tally(w.tally)}`,
    ru: (w) =>
      `${w.by.nom}${w.jointly ? ' (совместное заседание)' : ''}: ${w.adopted ? 'принято' : 'отклонено'} — ${w.point ?? 'предложение'}${w.issue ? ` (${w.issue})` : ''}${tally(w.tally)}`,
  },
});

const verb = (adopted: boolean, many: boolean): string =>
  adopted ? (many ? 'adopt' : 'adopts') : many ? 'reject' : 'rejects';

const tally = (t: { yes: number; no: number; abstain: number } | undefined): string =>
  t ? `, ${t.yes}:${t.no}:${t.abstain}` : '';
