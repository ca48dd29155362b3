import { writeAct } from '../../world/record.ts';
import { defineAct } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import {
  askedFor,
  forceOf,
  Offered,
  passTurn,
  talksOf,
  Turn,
  isTheirs,
  offerAnswerRule,
} from '../outside.ts';

/** The offer on the table is turned down; the talks go on. */
export const rejectOffer = defineAct({
  kind: 'reject-offer',
  class: 'outside',
  base: -0.5,
  because: 'As usual as accepting, when nothing speaks for either.',
  legal: offerAnswerRule,
  mean: (s, m, row, at) => {
    const x = s.state;
    const slot = talksOf(s, m);
    const theirs = isTheirs(s, m, slot);
    row[at + Mean.issue] = x.procIssue[slot];
    row[at + Mean.body] = x.procBody[slot];
    row[at + Mean.bearing] = theirs ? Bearing.press : Bearing.voice;
    row[at + Mean.value] = theirs ? askedFor(s, slot) : x.procValue[slot];
    row[at + Mean.chance] = theirs ? 0.5 * forceOf(s, m.by) : 0.5;
    row[at + Mean.blame] = 0.15;
    row[at + Mean.split] = theirs ? 0 : 0.04;
    row[at + Mean.with] = theirs ? (x.procBy[slot] < s.world.people ? x.procBy[slot] : -1) : x.procTo[slot];
    row[at + Mean.warmth] = -0.3;
  },
  apply: (s, m) => {
    const x = s.state;
    const slot = talksOf(s, m);
    if (slot >= 0 && m.issue < 0) m.issue = x.procIssue[slot];
    if (slot >= 0 && m.body < 0) m.body = x.procBody[slot];
    const at = writeAct(s, m);
    if (slot < 0) return at;
    x.procOption[slot] = Offered.nobody;
    x.procForce[slot] = Number.NaN;
    // He who refuses has the next word.
    passTurn(s, slot, isTheirs(s, m, slot) ? Turn.theirs : Turn.ours);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'reject' : 'rejects'} the offer`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'отвергают' : 'отвергает'} предложение`,
  },
});
