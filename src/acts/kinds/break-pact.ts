import { shiftOwed, tieOf } from '../../world/beliefs.ts';
import { closeProcedure, procTop } from '../../world/procedures.ts';
import { writeAct } from '../../world/record.ts';
import { Effect, type Scene } from '../../world/scene.ts';
import { Counter } from '../../world/state.ts';
import { isInsider, isPerson } from '../actors.ts';
import { slotOfKind } from '../bounded.ts';
import { address, quarrel } from '../common.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { between } from '../pacts.ts';
import { Rule } from '../rules.ts';

/** Points by which one must have moved away from what was agreed before breaking it comes to mind. */
const estranged = 25;

export const breakPact = defineAct({
  kind: 'break-pact',
  class: 'pact',
  base: -5,
  because:
    'Without any reason, about 7 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider', 'open pact'],
  reach: [{ cold: 0.8, split: -0.02, blame: 0.15, seen: 0.5 }],
  legal: (s, m) => (pactOf(s, m.proc, m.by, m.to) >= 0 ? Rule.allowed : Rule.noPact),
  mean: (s, m, row, at) => {
    const slot = pactOf(s, m.proc, m.by, m.to);
    row[at + Mean.issue] = s.state.procIssue[slot];
    row[at + Mean.with] = m.to;
    row[at + Mean.warmth] = -0.8;
    row[at + Mean.owed] = -0.7;
    row[at + Mean.blame] = 0.15;
    // Only the partner sees it for sure.
    row[at + Mean.seen] = 0.5;
    row[at + Mean.split] = -0.02;
  },
  apply: (s, m) => {
    const slot = pactOf(s, m.proc, m.by, m.to);
    if (slot >= 0 && m.to < 0)
      m.to = s.state.procBy[slot] === m.by ? s.state.procTo[slot] : s.state.procBy[slot];
    if (slot >= 0 && m.issue < 0) m.issue = s.state.procIssue[slot];
    const at = writeAct(s, m);
    if (slot >= 0) closeProcedure(s, slot);
    if (!isPerson(s, m.by) || !isPerson(s, m.to)) return at;
    shiftOwed(s, m.by, m.to, -2 * s.effects[Effect.favour]);
    shiftOwed(s, m.to, m.by, -2 * s.effects[Effect.favour]);
    quarrel(s, m.by, m.to, s.effects[Effect.attackTie]);
    address(s, m.to);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'break' : 'breaks'} the understanding with ${w.to?.nom ?? 'his partner'}`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'нарушают' : 'нарушает'} уговор с ${w.to?.ins ?? 'союзником'}`,
  },
});

function pactOf(s: Scene, proc: number, by: number, to: number): number {
  const kind = procedureNumber('pact');
  const own = slotOfKind(s, proc, kind);
  if (own >= 0 && (s.state.procBy[own] === by || s.state.procTo[own] === by)) return own;
  return to >= 0 ? between(s, kind, by, to) : -1;
}

function propose(s: Scene, person: number, menu: Menu): void {
  if (!isInsider(s, person) || s.state.counters[Counter.procedures] === 0) return;
  const { world: w, state: x } = s;
  const kind = procedureNumber('pact');
  for (let slot = 0; slot < procTop(s); slot++) {
    if (x.procKind[slot] !== kind) continue;
    const partner =
      x.procBy[slot] === person ? x.procTo[slot] : x.procTo[slot] === person ? x.procBy[slot] : -1;
    if (partner < 0) continue;
    const issue = x.procIssue[slot];
    const moved = issue >= 0 && Math.abs(x.work[person * w.issues + issue] - x.procValue[slot]) > estranged;
    if (!moved && tieOf(s, person, partner) >= 0) continue;
    const m = menu.start(actNumber('break-pact'), person);
    m.to = partner;
    m.issue = issue;
    m.proc = slot;
    menu.offer(s);
  }
}
