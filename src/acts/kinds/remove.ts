import { type Move, isBodyCode, writeAct } from '../../world/record.ts';
import { fillOffice } from '../../world/seats.ts';
import { Effect, type Scene, sitsIn } from '../../world/scene.ts';
import { address, quarrel } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { beginRanking, gravest, rank } from '../gravest.ts';
import { Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { holdsApparatus, leaveBody, lowerPost, officeRule, seatPowerRule } from '../posts.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** A tie below this makes somebody a target of the apparatus. */
export const unwanted = -0.25;

/** A post or a seat is taken away: by the body that has the power, after a motion; lower posts also by whoever holds the apparatus. */
export const remove = defineAct({
  kind: 'remove',
  class: 'post',
  base: -3,
  because:
    'Even with the apparatus in hand a post is taken by fiat one moment in twenty where somebody is hostile to the holder and has the means.',
  propose,
  needs: ['apparatus'],
  reach: [{ cold: 0.8, blame: 0.15, seen: 1 }],
  legal: (s, m) => {
    if (m.to === m.by) return Rule.self;
    if (m.office < 0) {
      const body = seatBody(s, m);
      const rule = body < 0 ? Rule.noPower : seatPowerRule(s, m.by, body, 'remove');
      return rule !== 0 ? rule : m.to >= 0 && sitsIn(s, body, m.to) ? Rule.allowed : Rule.noSeat;
    }
    const holder = s.state.holder[m.office];
    if (holder < 0) return Rule.vacant;
    if (m.to >= 0 && m.to !== holder) return Rule.noOffice;
    return officeRule(s, m.by, m.office, 'remove');
  },
  mean: (s, m, row, at) => {
    const worth = m.office >= 0 ? s.state.officeWorth[m.office] : 0;
    row[at + Mean.with] = row[at + Mean.target] = m.to;
    row[at + Mean.warmth] = -0.8;
    row[at + Mean.split] = 0.08 * worth;
    row[at + Mean.blame] = 0.15;
  },
  apply: (s, m) => {
    const x = s.state;
    if (m.to < 0 && m.office >= 0) m.to = x.holder[m.office];
    const at = writeAct(s, m);
    if (m.office >= 0) {
      if (x.holder[m.office] >= 0 && x.holder[m.office] === m.to) {
        addStrain(
          s,
          s.world.bodyOrganisation[s.world.officeFilledBy[m.office]],
          0.06 * x.officeWorth[m.office],
        );
        fillOffice(s, m.office, -1);
      }
    } else {
      const body = seatBody(s, m);
      if (body >= 0 && m.to >= 0 && m.to < s.world.people && sitsIn(s, body, m.to)) {
        leaveBody(s, body, m.to);
        addStrain(s, s.world.bodyOrganisation[body], 0.08);
      }
    }
    address(s, m.to);
    if (m.by < s.world.people && m.to >= 0 && m.to < s.world.people)
      quarrel(s, m.by, m.to, s.effects[Effect.attackTie]);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'remove' : 'removes'} ${w.to?.nom ?? 'the holder'}${w.office ? ` as ${w.office.nom}` : w.body ? ` from ${w.body.nom}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'снимают' : 'снимает'} ${w.to?.acc ?? 'занимавшего пост'}${w.office ? ` с поста: ${w.office.nom}` : w.body ? ` (${w.body.nom})` : ''}`,
  },
});

/** The body from which one is removed when no office is named: the one named, else the acting body. */
function seatBody(s: Scene, m: Move): number {
  if (m.body >= 0) return m.body;
  return isBodyCode(s, m.by) ? m.by - s.world.people : -1;
}

/** Lower posts of those the apparatus would be rid of, the least wanted first. */
function propose(s: Scene, person: number, menu: Menu): void {
  if (!holdsApparatus(s, person)) return;
  const { world: w, state: x } = s;
  beginRanking(w.offices);
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    if (x.tie[e] >= unwanted) continue;
    for (let o = 0; o < w.offices; o++)
      if (x.holder[o] === w.edgeTo[e] && x.officeWorth[o] < lowerPost) rank(o, -x.tie[e], w.officeKey[o]);
  }
  let offered = 0;
  for (let o = gravest(); o >= 0 && offered < 8; o = gravest()) {
    const m = menu.start(actNumber('remove'), person);
    m.to = x.holder[o];
    m.office = o;
    if (menu.offer(s)) offered++;
  }
}
