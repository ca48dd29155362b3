import { writeAct } from '../../world/record.ts';
import { Effect, now, type Scene } from '../../world/scene.ts';
import { openBounded } from '../bounded.ts';
import { address, seatWorth, takeStance } from '../common.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { admitter, isOutside, lostSeat, mayReturn, openReturn } from '../readmissions.ts';
import { Rule } from '../rules.ts';
import { homeOf } from '../strain.ts';
import { gravestIssue } from './resign.ts';

/** Days until the body takes it up. */
const delay = 3;

/** One who left or was expelled, from the organisation or from a body, asks to be taken back; he takes the line upon himself. The procedure `readmission` has the body vote. */
export const applyReadmission = defineAct({
  kind: 'apply-readmission',
  class: 'back',
  base: -4.8,
  because: 'Of those outside a few apply within a year: one moment in a hundred and twenty.',
  propose,
  needs: ['insider'],
  reach: [
    {
      publicity: 1,
      aim: 'line',
      moves: ['yield'],
      posts: 0.3,
      split: -0.05,
      blame: 0.3,
      seen: 1,
    },
  ],
  legal: (s, m) => {
    if (m.by < 0 || m.by >= s.world.people) return Rule.collective;
    if (!mayReturn(s, m.by, m.body)) return Rule.stillMember;
    if (openReturn(s, m.by) >= 0) return Rule.alreadyOpen;
    if (m.body < 0) return Rule.noPower;
    return s.state.convened[m.body] ? Rule.allowed : Rule.notConvened;
  },
  mean: (s, m, row, at) => {
    const { world: w, state: x } = s;
    const issue = gravestIssue(s, m.by, -1);
    row[at + Mean.posts] = isOutside(s, m.by) ? 0.3 : 0.5 * seatWorth(s, m.body);
    row[at + Mean.split] = -0.05;
    row[at + Mean.blame] = 0.3;
    row[at + Mean.body] = m.body;
    if (issue < 0) return;
    row[at + Mean.issue] = issue;
    row[at + Mean.bearing] = Bearing.yield;
    row[at + Mean.value] = row[at + Mean.said] = x.line[w.issueBody[issue] * w.issues + issue];
    row[at + Mean.publicity] = 1;
  },
  apply: (s, m) => {
    const { world: w, state: x } = s;
    if (m.by < w.people && m.body < 0) m.body = admitter(s, homeOf(s, m.by));
    const at = writeAct(s, m);
    if (m.by >= w.people) return at;
    if (m.body >= 0) address(s, w.people + m.body);
    const issue = gravestIssue(s, m.by, -1);
    if (issue >= 0)
      takeStance(
        s,
        m.by,
        issue,
        x.line[w.issueBody[issue] * w.issues + issue],
        s.effects[Effect.noiseDenial],
      );
    openBounded(s, procedureNumber('readmission'), m, at, now(s) + delay, 8);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'apply' : 'applies'} to be readmitted`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'просят' : 'просит'} о восстановлении`,
  },
});

function propose(s: Scene, person: number, menu: Menu): void {
  const w = s.world;
  if (w.collective[person] || w.outsider[person]) return;
  if (isOutside(s, person)) {
    offer(s, person, admitter(s, homeOf(s, person)), menu);
    return;
  }
  for (let body = 0; body < w.bodies; body++) {
    if (s.state.convened[body] && w.powers[body].has('readmit') && lostSeat(s, person, body))
      offer(s, person, body, menu);
  }
}

function offer(s: Scene, person: number, body: number, menu: Menu): void {
  menu.start(actNumber('apply-readmission'), person).body = body;
  menu.offer(s);
}
