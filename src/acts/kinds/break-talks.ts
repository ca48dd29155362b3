import { shiftTie } from '../../world/beliefs.ts';
import { writeAct } from '../../world/record.ts';
import { Effect, type Scene } from '../../world/scene.ts';
import { isPerson } from '../actors.ts';
import { defineAct, procedureNumber } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import { askedFor, endTalks, forceOf, talksOf, isTheirs } from '../outside.ts';
import { Rule } from '../rules.ts';
import type { Move } from '../../world/record.ts';
import { findProcedure } from '../../world/procedures.ts';
import { addStrain } from '../strain.ts';

/** One side breaks off. */
export const breakTalks = defineAct({
  kind: 'break-talks',
  class: 'outside',
  base: -2,
  because: 'Talks die away more often than they are broken off: one step in nine.',
  legal: (s, m) => {
    const slot = tableOf(s, m);
    if (slot < 0) return Rule.noTalks;
    if (!isPerson(s, m.by) || isTheirs(s, m, slot)) return Rule.allowed;
    return s.world.outsider[m.by] ? Rule.notAddressed : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    const x = s.state;
    const slot = tableOf(s, m);
    const theirs = isTheirs(s, m, slot);
    row[at + Mean.issue] = x.procIssue[slot];
    row[at + Mean.body] = x.procBody[slot];
    row[at + Mean.bearing] = theirs ? Bearing.press : Bearing.voice;
    row[at + Mean.value] = theirs ? askedFor(s, slot) : x.procValue[slot];
    row[at + Mean.chance] = theirs ? forceOf(s, m.by) : 0.7;
    row[at + Mean.blame] = 0.35;
    row[at + Mean.split] = 0.05 + (theirs ? 0 : 0.1 * forceOf(s, x.procTo[slot]));
    row[at + Mean.with] = theirs ? (isPerson(s, x.procBy[slot]) ? x.procBy[slot] : -1) : x.procTo[slot];
    row[at + Mean.warmth] = -0.6;
  },
  apply: (s, m) => {
    const x = s.state;
    const slot = tableOf(s, m);
    if (slot >= 0 && m.issue < 0) m.issue = x.procIssue[slot];
    if (slot >= 0 && m.body < 0) m.body = x.procBody[slot];
    const at = writeAct(s, m);
    if (slot < 0) return at;
    if (isPerson(s, x.procBy[slot])) {
      shiftTie(s, x.procBy[slot], x.procTo[slot], -0.5 * s.effects[Effect.attackTie]);
      shiftTie(s, x.procTo[slot], x.procBy[slot], -0.5 * s.effects[Effect.attackTie]);
    }
    addStrain(s, s.world.bodyOrganisation[x.procBody[slot]], 0.02);
    endTalks(s, slot);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'break' : 'breaks'} off the talks${w.issue ? ` on ${w.issue}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'прерывают' : 'прерывает'} переговоры${w.issue ? ` (${w.issue})` : ''}`,
  },
});

/** The talks meant: those it belongs to; for a body's act, any on the issue. */
function tableOf(s: Scene, m: Move): number {
  const slot = talksOf(s, m);
  return slot >= 0 || isPerson(s, m.by) ? slot : findProcedure(s, procedureNumber('talks'), -1, m.issue, -1);
}
