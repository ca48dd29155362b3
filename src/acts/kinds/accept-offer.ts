import { shiftTie } from '../../world/beliefs.ts';
import { writeAct } from '../../world/record.ts';
import { Effect, now } from '../../world/scene.ts';
import { isPerson } from '../actors.ts';
import { tell } from '../common.ts';
import { defineAct } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import { costOfVeto } from '../vetoes.ts';
import { demandDays, demandOf, talksOf, Turn, isTheirs, offerAnswerRule } from '../outside.ts';

/**
 * The offer on the table is taken. A demand behind the talks now asks for no more than that; the body has still to make it its line,
 * which the talks' last step moves there.
 */
export const acceptOffer = defineAct({
  kind: 'accept-offer',
  class: 'outside',
  base: -0.5,
  because: 'An offer that changes nothing for him is left on the table by three in eight.',
  legal: offerAnswerRule,
  mean: (s, m, row, at) => {
    const x = s.state;
    const slot = talksOf(s, m);
    const value = x.procForce[slot];
    const theirs = isTheirs(s, m, slot);
    row[at + Mean.issue] = x.procIssue[slot];
    row[at + Mean.body] = x.procBody[slot];
    row[at + Mean.value] = value;
    // To have agreed to less than one stands for is a strain of its own; that sets the price below which nobody accepts.
    row[at + Mean.said] = value;
    row[at + Mean.publicity] = 0.5;
    row[at + Mean.bearing] = Number.isNaN(value) ? Bearing.none : Bearing.set;
    row[at + Mean.chance] = 0.5;
    row[at + Mean.blame] = theirs ? 0.1 : 0.2;
    row[at + Mean.split] = -0.1;
    if (theirs) {
      row[at + Mean.with] = isPerson(s, x.procBy[slot]) ? x.procBy[slot] : -1;
    } else {
      const mandate = x.procValue[slot];
      row[at + Mean.with] = x.procTo[slot];
      const veto = costOfVeto(s, slot);
      const beyond = Number.isNaN(mandate) || Number.isNaN(value) ? 0 : Math.abs(value - mandate) / 100;
      row[at + Mean.breach] = Math.min(1, beyond + veto);
      row[at + Mean.blame] += 0.4 * veto;
      row[at + Mean.authority] = x.procBody[slot];
    }
    row[at + Mean.warmth] = 0.5;
  },
  apply: (s, m) => {
    const x = s.state;
    const slot = talksOf(s, m);
    if (slot >= 0) {
      if (m.issue < 0) m.issue = x.procIssue[slot];
      if (m.body < 0) m.body = x.procBody[slot];
      if (Number.isNaN(m.value)) m.value = x.procForce[slot];
    }
    const at = writeAct(s, m);
    if (isPerson(s, m.by)) tell(s, m.by, m.issue, m.value, 'body', m.body >= 0 ? m.body : 0);
    if (slot < 0) return at;
    x.procState[slot] = Turn.agreed;
    x.procForce[slot] = m.value;
    x.procDue[slot] = now(s);
    const demand = demandOf(s, x.procTo[slot], x.procIssue[slot]);
    if (demand >= 0 && m.value === m.value) {
      x.procValue[demand] = m.value;
      x.procOpened[demand] = now(s);
      x.procDue[demand] = now(s) + demandDays;
    }
    if (isPerson(s, x.procBy[slot])) {
      shiftTie(s, x.procBy[slot], x.procTo[slot], 0.5 * s.effects[Effect.courtTie]);
      shiftTie(s, x.procTo[slot], x.procBy[slot], 0.5 * s.effects[Effect.courtTie]);
    }
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'accept' : 'accepts'} the offer${w.point ? `: ${w.point}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'принимают' : 'принимает'} предложение${w.point ? `: ${w.point}` : ''}`,
  },
});
