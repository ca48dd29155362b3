import { writeAct } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { isInsider, isPerson } from '../actors.ts';
import { address, nearestPoint, normSeverity, tell } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { chiefIssue, lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { armedForce, demandOf, openDemand, satisfied } from '../outside.ts';
import { recently } from '../recent.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';
import { rivalOn } from '../waverers.ts';

/** Salience from which anybody thinks of force, the force without which he does not, and days before the threat is repeated. */
const grave = 0.5;
const enough = 0.2;
const silence = 10;

/** "We will go to the sailors": a demand of one of our own, backed by armed force or by the crowd that his name would raise. */
export const threatenForce = defineAct({
  kind: 'threaten-force',
  class: 'outside',
  base: -6,
  because:
    'Without any reason, about 25 in ten thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider'],
  reach: [{ aim: 'own', moves: ['press'], company: true, split: 0.25, blame: 0.5, seen: 1 }],
  legal: (s, m) => {
    if (!isPerson(s, m.by) || s.world.outsider[m.by]) return Rule.notInsider;
    if (m.issue < 0) return Rule.notAddressed;
    return demandOf(s, m.by, m.issue) >= 0 ? Rule.alreadyOpen : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    row[at + Mean.issue] = m.issue;
    row[at + Mean.body] = s.world.issueBody[m.issue];
    row[at + Mean.value] = m.value;
    row[at + Mean.said] = m.value;
    row[at + Mean.publicity] = 0.5;
    row[at + Mean.bearing] = Bearing.press;
    row[at + Mean.chance] = armedForce(s, m.by);
    row[at + Mean.breach] = 0.4;
    row[at + Mean.authority] = s.world.issueBody[m.issue];
    row[at + Mean.split] = 0.25;
    row[at + Mean.blame] = 0.5;
    row[at + Mean.sanction] = Math.max(0.35, normSeverity(s, m.kind));
  },
  apply: (s, m) => {
    const { world: w, state: x } = s;
    if (m.issue >= 0 && Number.isNaN(m.value) && isPerson(s, m.by))
      m.value = nearestPoint(s, m.issue, x.work[m.by * w.issues + m.issue]);
    const at = writeAct(s, m);
    if (m.issue < 0 || !isPerson(s, m.by)) return at;
    const body = w.issueBody[m.issue];
    openDemand(s, m, at, armedForce(s, m.by));
    tell(s, m.by, m.issue, m.value, 'body', body);
    addStrain(s, w.bodyOrganisation[body], 0.08);
    address(s, w.people + body);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'threaten' : 'threatens'} recourse to force${w.issue ? ` (${w.issue})` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'угрожают' : 'угрожает'} применить силу${w.issue ? ` (${w.issue})` : ''}`,
  },
});

function propose(s: Scene, person: number, menu: Menu): void {
  if (!isInsider(s, person) || armedForce(s, person) < enough) return;
  const first = chiefIssue(s, person);
  if (first < 0 || recently(s, actNumber('threaten-force'), person, -1, -1, silence)) return;
  offerOn(s, person, first, menu);
  const second = chiefIssue(s, person, first);
  if (second >= 0) offerOn(s, person, second, menu);
}

/** Against the line, or for it where somebody in the body would leave it. */
function offerOn(s: Scene, person: number, issue: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (x.workSalience[person * w.issues + issue] < grave) return;
  const value = nearestPoint(s, issue, x.work[person * w.issues + issue]);
  if (Math.abs(lineOf(s, issue) - value) <= satisfied && rivalOn(s, person, issue, -1) < 0) return;
  const m = menu.start(actNumber('threaten-force'), person);
  m.issue = issue;
  m.value = value;
  menu.offer(s);
}
