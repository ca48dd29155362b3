import { writeAct } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { ActFlag, Counter } from '../../world/state.ts';
import { isInsider, isPerson } from '../actors.ts';
import { nearestPoint, normSeverity, stepTowards, tell } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { chiefIssue, lineOf, meanVoicing } from '../issues.ts';
import { Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { lastOn, recently } from '../recent.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** Days in which a resolution is still being explained; how much of the departure from it shows through the explanation. */
const days = 10;
const shows = 0.5;

/** His own public account of a fresh resolution, shaded towards where he stands. */
export const reinterpret = defineAct({
  kind: 'reinterpret',
  class: 'voice',
  base: -5.25,
  because:
    'Without any reason, about 5 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider'],
  reach: [
    {
      about: (s, _person, issue) => resolutionOn(s, issue) >= 0,
      publicity: 1,
      breaks: 0.5,
      moves: ['voice'],
      chance: 0.6,
      company: true,
      split: 0.02,
    },
  ],
  legal: (s, m) => {
    if (m.issue < 0) return Rule.notAddressed;
    if (isPerson(s, m.by) && s.world.outsider[m.by]) return Rule.notInsider;
    return resolutionOn(s, m.issue) >= 0 ? Rule.allowed : Rule.noResolution;
  },
  mean: (s, m, row, at) => {
    meanVoicing(s, m.by, m.issue, m.value, 0.6, row, at);
    const breach = shows * row[at + Mean.breach];
    row[at + Mean.breach] = breach;
    row[at + Mean.blame] = 0.4 * breach;
    row[at + Mean.split] = 0.02 + 0.1 * breach;
    row[at + Mean.sanction] = Math.max(0.2 * breach, normSeverity(s, m.kind));
  },
  apply: (s, m) => {
    m.flags |= ActFlag.public;
    const at = writeAct(s, m);
    if (m.issue < 0) return at;
    if (m.proc < 0) s.state.actAnswers[at] = resolutionOn(s, m.issue);
    if (isPerson(s, m.by)) tell(s, m.by, m.issue, m.value, 'public', -1);
    addStrain(s, s.world.bodyOrganisation[s.world.issueBody[m.issue]], 0.015);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'give their' : 'gives a'} version of the resolution${w.issue ? ` on ${w.issue}` : ''}${w.point ? `: ${w.point}` : ''}`,
    ru: (w) =>
      `${w.by.nom} по-своему ${w.by.many ? 'толкуют' : 'толкует'} резолюцию${w.issue ? ` (${w.issue}${w.point ? `: ${w.point}` : ''})` : ''}`,
  },
});

/** The last adopted resolution on an issue that is still fresh; -1. */
function resolutionOn(s: Scene, issue: number): number {
  const at = lastOn(s, actNumber('resolution'), issue, days);
  return at >= 0 && s.state.actFlags[at] & ActFlag.adopted ? at : -1;
}

/** On the three issues that press him most: where he stands, and one step from the line towards it. Once for each resolution. */
function propose(s: Scene, person: number, menu: Menu): void {
  if (!isInsider(s, person) || s.state.counters[Counter.acts] === 0) return;
  const first = chiefIssue(s, person);
  if (first < 0) return;
  offerOn(s, person, first, menu);
  const second = chiefIssue(s, person, first);
  if (second < 0) return;
  offerOn(s, person, second, menu);
  const third = chiefIssue(s, person, first, second);
  if (third >= 0) offerOn(s, person, third, menu);
}

function offerOn(s: Scene, person: number, issue: number, menu: Menu): void {
  const { world: w, state: x } = s;
  const line = lineOf(s, issue);
  const at = Number.isNaN(line) ? -1 : resolutionOn(s, issue);
  if (at < 0 || recently(s, actNumber('reinterpret'), person, -1, issue, x.clock[0] - x.actTime[at])) return;
  const own = nearestPoint(s, issue, x.work[person * w.issues + issue]);
  const step = stepTowards(s, issue, line, own);
  for (let k = 0; k < 2; k++) {
    if (k === 1 && step === own) break;
    const m = menu.start(actNumber('reinterpret'), person);
    m.issue = issue;
    m.value = k === 0 ? own : step;
    menu.offer(s);
  }
}
