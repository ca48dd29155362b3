import { mixKey } from '../../chance/keys.ts';
import { writeAct } from '../../world/record.ts';
import { fillOffice } from '../../world/seats.ts';
import { shiftTie } from '../../world/beliefs.ts';
import { Effect, type Scene } from '../../world/scene.ts';
import { address } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { beginRanking, gravest, rank } from '../gravest.ts';
import { Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { holdsApparatus, lowerPost, officeRule } from '../posts.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';
import { unwanted } from './remove.ts';

/** Somebody is moved to another post: polite removal. His posts in the mover's gift fall vacant, the new one is his. */
export const transfer = defineAct({
  kind: 'transfer',
  class: 'post',
  base: -3.7,
  because:
    'Moving somebody sideways is the apparatus’ daily bread and raises little dust: one moment in forty.',
  propose,
  needs: ['apparatus'],
  reach: [{ warm: 0.6, cold: 0.6, split: 0.03, blame: 0.05, seen: 1 }],
  legal: (s, m) => {
    if (m.to < 0 || m.to >= s.world.people) return Rule.notAddressed;
    if (m.to === m.by) return Rule.self;
    if (oldPost(s, m.by, m.to, m.office) < 0) return Rule.noOffice;
    if (m.office < 0) return Rule.allowed;
    if (s.state.holder[m.office] >= 0) return Rule.occupied;
    return officeRule(s, m.by, m.office, 'transfer');
  },
  mean: (s, m, row, at) => {
    const old = oldPost(s, m.by, m.to, m.office);
    const fall =
      (old >= 0 ? s.state.officeWorth[old] : 0) - (m.office >= 0 ? s.state.officeWorth[m.office] : 0);
    row[at + Mean.with] = row[at + Mean.target] = m.to;
    row[at + Mean.warmth] = Math.max(-0.6, Math.min(0.6, -0.2 - fall));
    row[at + Mean.split] = 0.03;
    row[at + Mean.blame] = 0.05;
  },
  apply: (s, m) => {
    const { world: w, state: x } = s;
    const at = writeAct(s, m);
    address(s, m.to);
    if (m.to < 0 || m.to >= w.people) return at;
    let lost = 0;
    for (let o = oldPost(s, m.by, m.to, m.office); o >= 0; o = oldPost(s, m.by, m.to, m.office)) {
      lost += x.officeWorth[o];
      fillOffice(s, o, -1);
    }
    if (m.office >= 0 && x.holder[m.office] < 0) {
      fillOffice(s, m.office, m.to);
      lost -= x.officeWorth[m.office];
    }
    if (lost > 0 && m.by < w.people)
      shiftTie(s, m.to, m.by, -s.effects[Effect.attackTie] * Math.min(1, lost));
    if (lost > 0 && m.office >= 0) addStrain(s, w.bodyOrganisation[w.officeFilledBy[m.office]], 0.03 * lost);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'transfer' : 'transfers'} ${w.to?.nom ?? 'somebody'}${w.office ? ` to be ${w.office.nom}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'переводят' : 'переводит'} ${w.to?.acc ?? 'его'}${w.office ? ` на пост: ${w.office.nom}` : ' на другую работу'}`,
  },
});

/** The best post of a person that the mover may dispose of, other than the new one; -1. */
function oldPost(s: Scene, by: number, person: number, except: number): number {
  const x = s.state;
  let best = -1;
  for (let o = 0; o < s.world.offices; o++) {
    if (o === except || x.holder[o] !== person || officeRule(s, by, o, 'transfer') !== 0) continue;
    if (best < 0 || x.officeWorth[o] > x.officeWorth[best]) best = o;
  }
  return best;
}

/** Those who are not trusted, the least wanted first, from their posts to vacant ones that are worth less. */
function propose(s: Scene, person: number, menu: Menu): void {
  if (!holdsApparatus(s, person)) return;
  const { world: w, state: x } = s;
  const first = w.edgeStart[person];
  beginRanking((w.edgeStart[person + 1] - first) * w.offices);
  for (let e = first; e < w.edgeStart[person + 1]; e++) {
    if (x.tie[e] >= unwanted) continue;
    const j = w.edgeTo[e];
    const old = oldPost(s, person, j, -1);
    if (old < 0) continue;
    for (let o = 0; o < w.offices; o++)
      if (x.holder[o] < 0 && x.officeWorth[o] < Math.min(lowerPost, x.officeWorth[old]))
        rank((e - first) * w.offices + o, -x.tie[e], mixKey(w.personKey[j], w.officeKey[o]));
  }
  let offered = 0;
  for (let cell = gravest(); cell >= 0 && offered < 8; cell = gravest()) {
    const m = menu.start(actNumber('transfer'), person);
    m.to = w.edgeTo[first + Math.floor(cell / w.offices)];
    m.office = cell % w.offices;
    if (menu.offer(s)) offered++;
  }
}
