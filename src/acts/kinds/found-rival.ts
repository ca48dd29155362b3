import { writeAct } from '../../world/record.ts';
import { belongsTo, type Scene } from '../../world/scene.ts';
import { tell } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { Rule } from '../rules.ts';
import { addStrain, homeOf, shareGone, watchSplit } from '../strain.ts';
import { gravestIssue } from './resign.ts';
import { leaveOrganisation } from '../../world/seats.ts';

/** How much a rival brings a split nearer. */
const step = 0.25;

/** Those who have left, or have been thrown out, found an organisation of their own. */
export const foundRival = defineAct({
  kind: 'found-rival',
  class: 'exit',
  base: -7,
  because:
    'Without any reason, about 9 in ten thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider', 'outside'],
  reach: [
    {
      aim: 'self',
      publicity: 1,
      moves: ['press'],
      chance: 0.6,
      company: true,
      posts: 0.15,
      split: 0.3,
      blame: 0.4,
      seen: 1,
    },
  ],
  legal: (s, m) => {
    const home = homeOf(s, m.by);
    if (home < 0 || m.by >= s.world.people) return Rule.outsider;
    if (belongsTo(s, home, m.by)) return Rule.stillMember;
    return founded(s, m.by) ? Rule.answered : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    const { world: w, state: x } = s;
    const home = homeOf(s, m.by);
    const issue = gravestIssue(s, m.by, -1);
    row[at + Mean.split] = 0.3;
    row[at + Mean.blame] = 0.4;
    row[at + Mean.posts] = 0.15;
    row[at + Mean.publicity] = 1;
    if (issue < 0) return;
    row[at + Mean.issue] = issue;
    row[at + Mean.body] = w.issueBody[issue];
    row[at + Mean.bearing] = Bearing.press;
    row[at + Mean.chance] = Math.min(0.6, 0.1 + shareGone(s, home));
    row[at + Mean.value] = row[at + Mean.said] = x.work[m.by * w.issues + issue];
  },
  apply: (s, m) => {
    const { world: w, state: x } = s;
    const at = writeAct(s, m);
    const home = homeOf(s, m.by);
    if (home < 0 || m.by >= w.people) return at;
    // In a record the founders may leave by this very act.
    if (s.party.byCount === 0 && belongsTo(s, home, m.by)) leaveOrganisation(s, home, m.by);
    for (let k = 0; k < s.party.byCount; k++)
      if (belongsTo(s, home, s.party.by[k])) leaveOrganisation(s, home, s.party.by[k]);
    addStrain(s, home, step * (0.3 + 0.7 * x.authority[m.by]));
    const issue = gravestIssue(s, m.by, -1);
    if (issue >= 0) tell(s, m.by, issue, x.work[m.by * w.issues + issue], 'public', -1);
    watchSplit(s, home, m.by, at);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'found' : 'founds'} a rival organisation`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'основывают' : 'основывает'} другую организацию`,
  },
});

function founded(s: Scene, person: number): boolean {
  const x = s.state;
  const kind = actNumber('found-rival');
  for (let k = x.lastActOf[kind]; k >= 0; k = x.actAlike[k]) if (x.actBy[k] === person) return true;
  return false;
}

function propose(s: Scene, person: number, menu: Menu): void {
  const w = s.world;
  if (w.collective[person] || w.outsider[person]) return;
  const home = homeOf(s, person);
  if (home < 0 || belongsTo(s, home, person)) return;
  menu.start(actNumber('found-rival'), person);
  menu.offer(s);
}
