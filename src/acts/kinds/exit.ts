import { writeAct } from '../../world/record.ts';
import { leaveOrganisation } from '../../world/seats.ts';
import { belongsTo, organisationOf, type Scene } from '../../world/scene.ts';
import { tell } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { grievance } from '../papers.ts';
import { worthInOrganisation } from '../posts.ts';
import { Rule } from '../rules.ts';
import { addStrain, homeOf, watchSplit } from '../strain.ts';
import { gravestIssue } from './resign.ts';

/** Salience times distance, in points, from which leaving is thought of; or the strain of the organisation. */
const enough = 15;
const breaking = 0.6;
/** How much one member's exit brings a split nearer, for somebody of full authority. */
const step = 0.2;

/**
 * Leaves the organisation. What holds a member back is written here as what he would lose and break: posts and seats, unity (which
 * his attachment multiplies), discipline (likewise) and blame; so more attachment never makes leaving likelier.
 */
export const exit = defineAct({
  kind: 'exit',
  class: 'exit',
  base: -7.75,
  because:
    'Members of leading bodies leave their party perhaps once in ten years when nothing drives or holds them: four moments in ten thousand.',
  propose,
  reach: [{ aim: 'self', publicity: 1, moves: ['seats'], company: true, split: 0.3, blame: 0.6, seen: 1 }],
  legal: (s, m) => {
    if (m.by < 0 || m.by >= s.world.people) return Rule.collective;
    return organisationOf(s, m.by) >= 0 ? Rule.allowed : Rule.notMember;
  },
  mean: (s, m, row, at) => {
    const { world: w, state: x } = s;
    const issue = gravestIssue(s, m.by, -1);
    row[at + Mean.posts] = -worthInOrganisation(s, m.by, organisationOf(s, m.by));
    row[at + Mean.split] = 0.3;
    row[at + Mean.blame] = 0.6;
    row[at + Mean.bearing] = Bearing.leave;
    row[at + Mean.publicity] = 1;
    if (issue < 0) return;
    row[at + Mean.issue] = issue;
    row[at + Mean.body] = row[at + Mean.authority] = w.issueBody[issue];
    row[at + Mean.breach] = 0.5;
    row[at + Mean.value] = row[at + Mean.said] = x.work[m.by * w.issues + issue];
  },
  apply: (s, m) => {
    const { world: w, state: x } = s;
    const at = writeAct(s, m);
    if (m.by >= w.people) return at;
    const organisation = homeOf(s, m.by);
    if (organisation < 0 || !belongsTo(s, organisation, m.by)) return at;
    const issue = gravestIssue(s, m.by, -1);
    leaveOrganisation(s, organisation, m.by);
    addStrain(s, organisation, step * (0.3 + 0.7 * x.authority[m.by]));
    if (issue >= 0) tell(s, m.by, issue, x.work[m.by * w.issues + issue], 'public', -1);
    watchSplit(s, organisation, m.by, at);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'leave' : 'leaves'} the organisation`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'выходят' : 'выходит'} из организации`,
  },
});

function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (w.collective[person]) return;
  const organisation = organisationOf(s, person);
  if (organisation < 0) return;
  const issue = gravestIssue(s, person, -1);
  if (issue < 0 || (grievance(s, person, issue) < enough && x.strain[organisation] < breaking)) return;
  menu.start(actNumber('exit'), person);
  menu.offer(s);
}
