import { markOf, setMark } from '../../world/procedures.ts';
import { writeAct } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import type { Move } from '../../world/record.ts';
import { ActFlag, Mark } from '../../world/state.ts';
import { defineAct, procedureNumber } from '../define.ts';
import { Mean } from '../meaning.ts';
import { meanPaper } from '../papers.ts';
import { Rule } from '../rules.ts';

/** How one signs: wholly, or with a reservation (under a resignation: signs and stays at his post). */
export const signOptions = ['full', 'reserved'] as const;
export const SignOption = { full: 0, reserved: 1 } as const;

/** What a further signature adds to a paper that upholds the line, as a share. */
const oneOfMany = 0.25;

/** 0, or why a person cannot answer a paper that goes round. */
export function paperRule(s: Scene, m: Move): number {
  if (m.proc < 0) return Rule.noProcedure;
  if (s.state.procKind[m.proc] !== procedureNumber('paper')) return Rule.wrongKind;
  if (m.by < 0 || m.by >= s.world.people || s.world.collective[m.by]) return Rule.collective;
  // The drafter's own signature is there already; a record may give it once more.
  if (m.by === s.state.procBy[m.proc]) return Rule.allowed;
  const mark = markOf(s, m.proc, m.by);
  return mark === Mark.none || mark === Mark.asked || mark === Mark.silent ? Rule.allowed : Rule.answered;
}

/** Signs a paper that goes round. `ActFlag.reserved` or the option says that it is with a reservation. */
export const sign = defineAct({
  kind: 'sign',
  class: 'paper',
  options: signOptions,
  base: 0.4,
  because:
    'Asked by a colleague whom he trusts and agrees with, three in five sign when nothing else speaks for it.',
  legal: paperRule,
  mean: (s, m, row, at) => {
    const x = s.state;
    const slot = m.proc;
    const reserved = m.option === SignOption.reserved || (m.flags & ActFlag.reserved) !== 0;
    meanPaper(
      s,
      m.by,
      x.procBody[slot],
      x.procIssue[slot],
      x.procValue[slot],
      x.procOption[slot],
      reserved,
      0.8,
      row,
      at,
    );
    // One name among many ends a breach only in part.
    if (row[at + Mean.breach] < 0) row[at + Mean.breach] *= oneOfMany;
    row[at + Mean.joins] = slot;
    row[at + Mean.side] = reserved ? 0.7 : 1;
    row[at + Mean.with] = x.procBy[slot];
    row[at + Mean.warmth] = reserved ? 0.3 : 0.5;
  },
  apply: (s, m) => {
    if (m.option === SignOption.reserved) m.flags |= ActFlag.reserved;
    if (m.flags & ActFlag.reserved) m.option = SignOption.reserved;
    if (m.proc >= 0) setMark(s, m.proc, m.by, m.flags & ActFlag.reserved ? Mark.reserved : Mark.yes);
    return writeAct(s, m);
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'sign' : 'signs'}${w.reserved || w.option === 'reserved' ? ' with a reservation' : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'подписывают' : 'подписывает'}${w.reserved || w.option === 'reserved' ? ' с оговоркой' : ''}`,
  },
});
