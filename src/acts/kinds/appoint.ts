import { writeAct } from '../../world/record.ts';
import { fillOffice } from '../../world/seats.ts';
import { shiftOwed, shiftTie } from '../../world/beliefs.ts';
import { Effect, type Scene } from '../../world/scene.ts';
import { address } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { beginRanking, gravest, rank } from '../gravest.ts';
import { Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { candidateFor, holdsApparatus, officeRule } from '../posts.ts';
import { Rule } from '../rules.ts';

/** A vacant post is given: by the body that fills it, after a motion; a lower one also by whoever holds the apparatus. */
export const appoint = defineAct({
  kind: 'appoint',
  class: 'post',
  base: -3.25,
  because:
    'Without any reason, about 39 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['apparatus'],
  reach: [{ warm: 0.8, posts: 0.3 }],
  legal: (s, m) => {
    if (m.to < 0 || m.to >= s.world.people) return Rule.notAddressed;
    if (s.world.collective[m.to]) return Rule.collective;
    if (m.to === m.by) return Rule.self;
    const rule = officeRule(s, m.by, m.office, 'appoint');
    if (rule !== 0) return rule;
    return s.state.holder[m.office] >= 0 ? Rule.occupied : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    const worth = s.state.officeWorth[m.office];
    row[at + Mean.with] = row[at + Mean.target] = m.to;
    row[at + Mean.warmth] = 0.8;
    // A devoted man in a post is worth a little of the post to whoever put him there.
    row[at + Mean.posts] = 0.3 * worth;
  },
  apply: (s, m) => {
    const x = s.state;
    const at = writeAct(s, m);
    address(s, m.to);
    if (m.office < 0 || m.to < 0 || m.to >= s.world.people || x.holder[m.office] === m.to) return at;
    fillOffice(s, m.office, m.to);
    if (m.by < s.world.people) {
      shiftOwed(s, m.to, m.by, s.effects[Effect.favour] * x.officeWorth[m.office]);
      shiftTie(s, m.to, m.by, s.effects[Effect.courtTie]);
    }
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'appoint' : 'appoints'} ${w.to?.nom ?? 'somebody'}${w.office ? ` as ${w.office.nom}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'назначают' : 'назначает'} ${w.to?.acc ?? 'нового человека'}${w.office ? ` на пост: ${w.office.nom}` : ''}`,
  },
});

function propose(s: Scene, person: number, menu: Menu): void {
  if (!holdsApparatus(s, person)) return;
  const { world: w, state: x } = s;
  beginRanking(w.offices);
  for (let o = 0; o < w.offices; o++)
    if (x.holder[o] < 0 && officeRule(s, person, o, 'appoint') === 0)
      rank(o, x.officeWorth[o], w.officeKey[o]);
  let offered = 0;
  for (let o = gravest(); o >= 0 && offered < 8; o = gravest()) {
    const candidate = candidateFor(s, person, o);
    if (candidate < 0) continue;
    const m = menu.start(actNumber('appoint'), person);
    m.to = candidate;
    m.office = o;
    if (menu.offer(s)) offered++;
  }
}
