import { setMark } from '../../world/procedures.ts';
import { type Move, writeAct } from '../../world/record.ts';
import { Effect, type Scene } from '../../world/scene.ts';
import { Mark } from '../../world/state.ts';
import { isPerson } from '../actors.ts';
import { slotOfKind } from '../bounded.ts';
import { takeStance } from '../common.ts';
import { defineAct, procedureNumber } from '../define.ts';
import { denialOf, isPending } from '../denials.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

export const signDenial = defineAct({
  kind: 'sign-denial',
  class: 'voice',
  base: 0.2,
  because: 'A paper put before one by colleagues is more often signed than left lying.',
  legal: answerRule,
  mean: (s, m, row, at) => {
    const x = s.state;
    const slot = slotIn(s, m);
    row[at + Mean.issue] = x.procIssue[slot];
    row[at + Mean.body] = x.procBody[slot];
    row[at + Mean.value] = x.procValue[slot];
    row[at + Mean.said] = x.procValue[slot];
    // Silence here does not stand for the line, as it does elsewhere: the whole strain of putting one's name to it counts.
    row[at + Mean.publicity] = 0.5;
    row[at + Mean.joins] = slot;
    row[at + Mean.side] = 1;
    row[at + Mean.split] = -0.08;
    row[at + Mean.blame] = -0.35;
    if (isPerson(s, x.procBy[slot])) {
      row[at + Mean.with] = x.procBy[slot];
      row[at + Mean.warmth] = 0.2;
    }
  },
  apply: (s, m) => {
    const slot = slotIn(s, m);
    if (slot >= 0) {
      if (m.issue < 0) m.issue = s.state.procIssue[slot];
      if (m.body < 0) m.body = s.state.procBody[slot];
      if (Number.isNaN(m.value)) m.value = s.state.procValue[slot];
      if (isPerson(s, m.by)) setMark(s, slot, m.by, Mark.yes);
    }
    const at = writeAct(s, m);
    if (isPerson(s, m.by) && m.issue >= 0 && !Number.isNaN(m.value))
      takeStance(s, m.by, m.issue, m.value, s.effects[Effect.noiseDenial]);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'sign' : 'signs'} the denial`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'подписывают' : 'подписывает'} опровержение`,
  },
});

/** The denial that a move answers: its own, else the one he has been asked to sign; -1. */
export function slotIn(s: Scene, m: Move): number {
  const own = slotOfKind(s, m.proc, procedureNumber('denial'));
  return own >= 0 || !isPerson(s, m.by) ? own : denialOf(s, m.by);
}

export function answerRule(s: Scene, m: Move): number {
  const slot = slotIn(s, m);
  if (slot < 0) return Rule.noProcedure;
  if (!isPerson(s, m.by)) return Rule.notAddressed;
  // Whoever asks others may put his own name to it.
  return isPending(s, slot, m.by) || m.by === s.state.procBy[slot] ? Rule.allowed : Rule.notAddressed;
}
