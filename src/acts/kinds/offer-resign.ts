import { openBounded } from '../bounded.ts';
import { isBodyCode, writeAct } from '../../world/record.ts';
import { now } from '../../world/scene.ts';
import { address } from '../common.ts';
import { defineAct, procedureNumber } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import { deciderOf, layDownRule, Leave, worthOf } from '../resignations.ts';
import { gravestIssue } from './resign.ts';
import { offerIfStrained, standFor } from './threaten-resign.ts';

/** Days until the body takes up the offer. */
const delay = 0.5;
/** Chance that an offer is accepted, as he reckons. */
const taken = 0.5;

/** Offers to go: the body decides by a vote whether it lets him (procedure `resignation`). */
export const offerResign = defineAct({
  kind: 'offer-resign',
  class: 'exit',
  base: -6,
  because: 'As rare as resigning, of which it is the polite form: one moment in four hundred.',
  propose: (s, person, menu) => offerIfStrained(s, 'offer-resign', person, menu),
  needs: ['post'],
  reach: [{ aim: 'self', moves: ['seats'], company: true, split: 0.04, blame: 0.1, seen: 1 }],
  legal: layDownRule,
  mean: (s, m, row, at) => {
    const body = deciderOf(s, m.body, m.office);
    const issue = gravestIssue(s, m.by, body);
    row[at + Mean.issue] = issue;
    row[at + Mean.body] = body;
    row[at + Mean.bearing] = Bearing.leave;
    row[at + Mean.value] = row[at + Mean.said] =
      issue >= 0 ? s.state.work[m.by * s.world.issues + issue] : Number.NaN;
    row[at + Mean.publicity] = 0.5;
    row[at + Mean.chance] = taken;
    row[at + Mean.posts] = -taken * worthOf(s, m);
    row[at + Mean.split] = 0.04;
    row[at + Mean.blame] = 0.1;
  },
  apply: (s, m) => {
    const body = deciderOf(s, m.body, m.office);
    if (m.to < 0 && body >= 0) m.to = s.world.people + body;
    const at = writeAct(s, m);
    if (isBodyCode(s, m.to)) address(s, m.to);
    if (m.by >= s.world.people) return at;
    const slot = openBounded(s, procedureNumber('resignation'), m, at, now(s) + delay, 12);
    if (slot >= 0) s.state.procState[slot] = Leave.offered;
    standFor(s, slot, m.by, gravestIssue(s, m.by, body));
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'offer' : 'offers'} to resign${w.office ? ` as ${w.office.nom}` : w.body ? ` from ${w.body.nom}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'просят' : 'просит'} об отставке${w.office ? ` (${w.office.nom})` : w.body ? ` (${w.body.nom})` : ''}`,
  },
});
