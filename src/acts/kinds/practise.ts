import { writeAct } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { isPerson } from '../actors.ts';
import { nearestPoint, normSeverity, stepTowards } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { recently } from '../recent.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** How much of a breach in practice is as plain as one in words; days before practice is changed again. */
const plain = 0.6;
const silence = 7;

/** An executor does something other than the line adopted, or goes back to it. */
export const practise = defineAct({
  kind: 'practise',
  class: 'line',
  base: -4.5,
  because:
    'Without any reason, about 11 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['executor'],
  reach: [{ moves: ['practise'], company: true }],
  legal: (s, m) => {
    if (m.issue < 0) return Rule.notAddressed;
    if (isPerson(s, m.by) && !s.world.issueExecutors[m.issue].includes(m.by)) return Rule.notExecutor;
    return Math.abs(practisedNow(s, m.issue) - m.value) < 0.5 ? Rule.alreadyLine : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    const line = lineOf(s, m.issue);
    row[at + Mean.issue] = m.issue;
    row[at + Mean.body] = s.world.issueBody[m.issue];
    row[at + Mean.value] = m.value;
    row[at + Mean.bearing] = Bearing.practise;
    if (Number.isNaN(line)) return;
    const breach = (plain * Math.abs(m.value - line)) / 100;
    row[at + Mean.breach] = breach;
    row[at + Mean.authority] = s.world.issueBody[m.issue];
    row[at + Mean.blame] = 0.4 * breach;
    row[at + Mean.split] = 0.1 * breach;
    row[at + Mean.sanction] = Math.max(0.3 * breach, normSeverity(s, m.kind));
  },
  apply: (s, m) => {
    const at = writeAct(s, m);
    if (m.issue < 0 || Number.isNaN(m.value)) return at;
    s.state.practised[m.issue] = m.value;
    const line = lineOf(s, m.issue);
    if (!Number.isNaN(line))
      addStrain(
        s,
        s.world.bodyOrganisation[s.world.issueBody[m.issue]],
        (0.05 * Math.abs(m.value - line)) / 100,
      );
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} in practice ${w.by.many ? 'follow' : 'follows'} another course${w.issue ? ` on ${w.issue}` : ''}${w.point ? `: ${w.point}` : ''}`,
    ru: (w) =>
      `${w.by.nom} на деле ${w.by.many ? 'проводят' : 'проводит'} иное${w.issue ? ` (${w.issue}` : ''}${w.issue ? (w.point ? `: ${w.point})` : ')') : ''}`,
  },
});

/** What is done now: the practice, where it is known to differ; else the line. */
function practisedNow(s: Scene, issue: number): number {
  const done = s.state.practised[issue];
  return Number.isNaN(done) ? lineOf(s, issue) : done;
}

/** On what he carries out: where he stands, one step towards it, and back to the line. */
function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (w.outsider[person]) return;
  let issues = 0;
  for (let issue = 0; issue < w.issues && issues < 2; issue++) {
    const executors = w.issueExecutors[issue];
    if (executors.length === 0 || !executors.includes(person)) continue;
    if (recently(s, actNumber('practise'), person, -1, issue, silence)) continue;
    issues++;
    const done = practisedNow(s, issue);
    const line = lineOf(s, issue);
    const own = nearestPoint(s, issue, x.work[person * w.issues + issue]);
    const step = Number.isNaN(done) ? own : stepTowards(s, issue, done, own);
    offerOne(s, person, issue, own, menu);
    if (step !== own) offerOne(s, person, issue, step, menu);
    if (line === line && Math.abs(line - own) >= 0.5 && Math.abs(line - step) >= 0.5)
      offerOne(s, person, issue, line, menu);
  }
}

function offerOne(s: Scene, person: number, issue: number, value: number, menu: Menu): void {
  const m = menu.start(actNumber('practise'), person);
  m.issue = issue;
  m.value = value;
  menu.offer(s);
}
