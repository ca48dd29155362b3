import { shiftOwed, shiftTie } from '../../world/beliefs.ts';
import { closeProcedure } from '../../world/procedures.ts';
import { writeAct } from '../../world/record.ts';
import { Effect, now } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { isPerson } from '../actors.ts';
import { openBounded, slotOfKind } from '../bounded.ts';
import { address, normSeverity, tell } from '../common.ts';
import { defineAct, procedureNumber } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import { approachOf, between, isCovert, novelty } from '../pacts.ts';
import { reviewDays } from '../procedures/pact.ts';
import { Rule } from '../rules.ts';
import { Gravity, keepSecret, meanSecret } from '../secrets.ts';

/** Pacts in force at a time. */
const mostPacts = 8;
/** A pact is two favours each way. */
const promises = 2;

export const pact = defineAct({
  kind: 'pact',
  class: 'pact',
  base: -0.8,
  because:
    'Most approaches are heard out and left open: one in three is taken up when nothing else speaks for it.',
  legal: (s, m) => {
    if (m.by === m.to) return Rule.self;
    if (between(s, procedureNumber('pact'), m.by, m.to) >= 0) return Rule.alreadyOpen;
    const slot = m.proc >= 0 ? slotOfKind(s, m.proc, procedureNumber('approach')) : approachOf(s, m.to, m.by);
    if (slot < 0) return Rule.noProcedure;
    return s.state.procTo[slot] === m.by ? Rule.allowed : Rule.notAddressed;
  },
  mean: (s, m, row, at) => {
    const slot = m.proc >= 0 ? slotOfKind(s, m.proc, procedureNumber('approach')) : approachOf(s, m.to, m.by);
    const covert = slot >= 0 && isCovert(s.state.procOption[slot], 0);
    row[at + Mean.issue] = m.issue;
    row[at + Mean.value] = m.value;
    // Two who stand together press harder than one; each counts on the other's word in half of the cases.
    row[at + Mean.bearing] = Number.isNaN(m.value) ? Bearing.none : Bearing.press;
    const adds = novelty(s, m.by, m.to, m.issue, m.value);
    row[at + Mean.chance] = 0.5 * adds;
    row[at + Mean.with] = m.to;
    row[at + Mean.warmth] = 0.8 * adds;
    row[at + Mean.split] = 0.06;
    row[at + Mean.blame] = 0.3;
    row[at + Mean.sanction] = normSeverity(s, m.kind);
    if (covert) meanSecret(s, m.kind, row, at);
  },
  apply: (s, m) => {
    const x = s.state;
    const slot = m.proc >= 0 ? slotOfKind(s, m.proc, procedureNumber('approach')) : approachOf(s, m.to, m.by);
    if (slot >= 0 && m.issue < 0) m.issue = x.procIssue[slot];
    if (slot >= 0 && Number.isNaN(m.value)) m.value = x.procValue[slot];
    const covert = slot >= 0 ? isCovert(x.procOption[slot], 0) : isCovert(-1, m.flags);
    if (covert) m.flags |= ActFlag.secret;
    const at = writeAct(s, m);
    if (slot >= 0) closeProcedure(s, slot);
    if (!isPerson(s, m.by) || !isPerson(s, m.to)) return at;
    bind(s, m.by, m.to);
    tell(s, m.by, m.issue, m.value, 'private', m.to);
    address(s, m.to);
    m.proc = -1;
    const kind = procedureNumber('pact');
    if (between(s, kind, m.by, m.to) < 0) openBounded(s, kind, m, at, now(s) + reviewDays, mostPacts);
    if (covert) keepSecret(s, m, at, Gravity.pact);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'come' : 'comes'} to ${w.secret ? 'a secret' : 'an'} understanding with ${w.to?.nom ?? 'him'}${w.issue ? ` on ${w.issue}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.secret ? 'тайно ' : ''}${w.by.many ? 'уговариваются' : 'уговаривается'} с ${w.to?.ins ?? 'ним'}${w.issue ? ` (${w.issue})` : ''}`,
  },
});

/** Both owe each other what they promised, and trust each other a little more. */
function bind(s: Parameters<typeof shiftOwed>[0], a: number, b: number): void {
  const debt = promises * s.effects[Effect.favour];
  shiftOwed(s, a, b, debt);
  shiftOwed(s, b, a, debt);
  shiftTie(s, a, b, s.effects[Effect.courtTie]);
  shiftTie(s, b, a, s.effects[Effect.courtTie]);
}
