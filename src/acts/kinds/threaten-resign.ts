import { openBounded } from '../bounded.ts';
import { writeAct } from '../../world/record.ts';
import { now, type Scene } from '../../world/scene.ts';
import { address, tell } from '../common.ts';
import { defineAct, procedureNumber } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { deciderOf, layDownRule, Leave, offerHoldings, worthOf } from '../resignations.ts';
import { addStrain } from '../strain.ts';
import { gravestIssue } from './resign.ts';

/** Days after which one who has threatened to go has to make up his mind. */
const term = 7;
/** Chance that a threat to go is meant. */
const meant = 0.35;

/** Threatens to go unless the line changes. The procedure `resignation` asks him, a week later, whether he does. */
export const threatenResign = defineAct({
  kind: 'threaten-resign',
  class: 'exit',
  base: -6.75,
  because:
    'Without any reason, about 12 in ten thousand of his moments; a leading body sees only a few in six weeks.',
  propose: (s, person, menu) => offerIfStrained(s, 'threaten-resign', person, menu),
  needs: ['post'],
  reach: [{ aim: 'self', moves: ['press'], chance: meant, company: true, split: 0.04, blame: 0.15, seen: 1 }],
  legal: layDownRule,
  mean: (s, m, row, at) => {
    const body = deciderOf(s, m.body, m.office);
    const issue = gravestIssue(s, m.by, body);
    row[at + Mean.issue] = issue;
    row[at + Mean.body] = body;
    row[at + Mean.bearing] = Bearing.press;
    row[at + Mean.value] = row[at + Mean.said] =
      issue >= 0 ? s.state.work[m.by * s.world.issues + issue] : Number.NaN;
    row[at + Mean.publicity] = 0.5;
    row[at + Mean.chance] = meant;
    row[at + Mean.posts] = -meant * worthOf(s, m);
    row[at + Mean.split] = 0.04;
    row[at + Mean.blame] = 0.15;
  },
  apply: (s, m) => {
    const at = writeAct(s, m);
    const body = deciderOf(s, m.body, m.office);
    if (m.by < s.world.people) {
      const issue = gravestIssue(s, m.by, body);
      if (issue >= 0 && body >= 0)
        tell(s, m.by, issue, s.state.work[m.by * s.world.issues + issue], 'body', body);
      const slot = openBounded(s, procedureNumber('resignation'), m, at, now(s) + term, 12);
      if (slot >= 0) s.state.procState[slot] = Leave.threatened;
      standFor(s, slot, m.by, issue);
    }
    address(s, m.to >= 0 ? m.to : body >= 0 ? s.world.people + body : -1);
    addStrain(s, body >= 0 ? s.world.bodyOrganisation[body] : -1, 0.03);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'threaten' : 'threatens'} to resign${w.office ? ` as ${w.office.nom}` : w.body ? ` from ${w.body.nom}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'грозят' : 'грозит'} отставкой${w.office ? ` (${w.office.nom})` : w.body ? ` (${w.body.nom})` : ''}`,
  },
});

/** What a threat or an offer to go stands for: his own position on the issue that strains him most; it presses on the line. */
export function standFor(s: Scene, slot: number, person: number, issue: number): void {
  if (slot < 0 || issue < 0) return;
  s.state.procIssue[slot] = issue;
  s.state.procValue[slot] = s.state.work[person * s.world.issues + issue];
}

/** Offers what he could lay down, if some line strains him at all. */
export function offerIfStrained(s: Scene, kind: string, person: number, menu: Menu): void {
  if (s.world.collective[person] || gravestIssue(s, person, -1) < 0) return;
  offerHoldings(s, kind, person, menu);
}
