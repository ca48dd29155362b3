import { writeAct } from '../../world/record.ts';
import { closeProcedure } from '../../world/procedures.ts';
import { Effect, now, type Scene } from '../../world/scene.ts';
import { Counter, procedureCapacity } from '../../world/state.ts';
import type { Move } from '../../world/record.ts';
import { isInsider, isPerson } from '../actors.ts';
import { slotOfKind } from '../bounded.ts';
import { address, quarrel } from '../common.ts';
import { Concession, concessionOn } from '../concessions.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** Days that a concession stands before it is taken back. */
const decent = 5;

export const revokeConcession = defineAct({
  kind: 'revoke-concession',
  class: 'line',
  base: -4.5,
  because:
    'Without any reason, about 11 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider', 'open concession'],
  reach: [{ moves: ['set'], company: true, cold: 0.6, split: 0.1, blame: 0.35, seen: 1 }],
  legal: (s, m) => {
    const slot = concessionIn(s, m);
    if (slot < 0) return Rule.noConcession;
    if (!isPerson(s, m.by) || m.by === s.state.procBy[slot]) return Rule.allowed;
    return s.world.issueExecutors[s.state.procIssue[slot]].includes(m.by) ? Rule.allowed : Rule.notLineHolder;
  },
  mean: (s, m, row, at) => {
    const x = s.state;
    const slot = concessionIn(s, m);
    const tactical = x.procOption[slot] === Concession.tactical;
    const to = x.procTo[slot];
    row[at + Mean.issue] = x.procIssue[slot];
    row[at + Mean.body] = x.procBody[slot];
    row[at + Mean.value] = x.procForce[slot];
    row[at + Mean.said] = x.procForce[slot];
    row[at + Mean.publicity] = 0.5;
    row[at + Mean.bearing] = Bearing.set;
    row[at + Mean.chance] = 0.8;
    row[at + Mean.with] = to;
    row[at + Mean.warmth] = -0.6;
    // He never meant to keep it, and it weighs less; those he deceived see no difference.
    row[at + Mean.owed] = tactical ? -0.25 : -0.6;
    row[at + Mean.blame] = 0.35;
    row[at + Mean.split] = 0.1;
  },
  apply: (s, m) => {
    const { world: w, state: x } = s;
    const slot = concessionIn(s, m);
    if (slot >= 0) {
      if (m.issue < 0) m.issue = x.procIssue[slot];
      if (Number.isNaN(m.value)) m.value = x.procForce[slot];
      if (m.to < 0) m.to = x.procTo[slot];
    }
    const at = writeAct(s, m);
    if (m.issue >= 0) {
      const body = w.issueBody[m.issue];
      if (!Number.isNaN(m.value)) x.line[body * w.issues + m.issue] = m.value;
      addStrain(s, w.bodyOrganisation[body], 0.05);
    }
    if (isPerson(s, m.by) && isPerson(s, m.to)) quarrel(s, m.by, m.to, s.effects[Effect.attackTie]);
    address(s, m.to);
    if (slot >= 0) closeProcedure(s, slot);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'take' : 'takes'} back the concession${w.issue ? ` on ${w.issue}` : ''}`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'берут' : 'берёт'} уступку назад${w.issue ? ` (${w.issue})` : ''}`,
  },
});

function concessionIn(s: Scene, m: Move): number {
  const own = slotOfKind(s, m.proc, procedureNumber('concession'));
  return own >= 0 || m.issue < 0 ? own : concessionOn(s, m.issue);
}

/** His own concessions, and as executor those made by others, once they have stood for some days. */
function propose(s: Scene, person: number, menu: Menu): void {
  const x = s.state;
  if (!isInsider(s, person) || x.counters[Counter.procedures] === 0) return;
  const kind = procedureNumber('concession');
  for (let slot = 0; slot < procedureCapacity; slot++) {
    if (x.procKind[slot] !== kind || now(s) - x.procOpened[slot] < decent || Number.isNaN(x.procForce[slot]))
      continue;
    if (x.procBy[slot] !== person && !s.world.issueExecutors[x.procIssue[slot]].includes(person)) continue;
    const m = menu.start(actNumber('revoke-concession'), person);
    m.to = x.procTo[slot];
    m.issue = x.procIssue[slot];
    m.value = x.procForce[slot];
    m.proc = slot;
    menu.offer(s);
  }
}
