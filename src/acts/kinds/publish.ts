import { isBodyCode, writeAct } from '../../world/record.ts';
import { ActFlag } from '../../world/state.ts';
import { type Scene, sitsIn } from '../../world/scene.ts';
import { actorAt, actorCount, isInsider, isPerson } from '../actors.ts';
import { nearestPoint, normSeverity, tell } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { chiefIssue, lineOf, meanVoicing } from '../issues.ts';
import { Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { Access, bestOrgan, organAccess } from '../organs.ts';
import { recently } from '../recent.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** Days before one writes on the same matter again. */
const silence = 7;

export const publish = defineAct({
  kind: 'publish',
  class: 'press',
  thing: 'resource',
  base: -4.5,
  because:
    'Without any reason, about 11 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider'],
  reach: [
    { aim: 'own', about: isNews, publicity: 1, stale: true, breaks: 1, moves: ['voice'], company: true },
  ],
  legal: (s, m) => {
    if (m.thing < 0 || m.issue < 0 || s.world.resourceKind[m.thing] !== 'press') return Rule.noOrgan;
    if (isBodyCode(s, m.by)) return commands(s, m.by - s.world.people, m.thing) ? Rule.allowed : Rule.noOrgan;
    if (!isPerson(s, m.by)) return Rule.noOrgan;
    if (s.world.outsider[m.by] && s.state.resourceHolder[m.thing] !== m.by) return Rule.notInsider;
    return organAccess(s, m.by, m.thing, m.issue, m.value) === Access.none ? Rule.noOrgan : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    meanVoicing(s, m.by, m.issue, m.value, Math.min(1, 0.4 + 0.8 * s.state.resourceWeight[m.thing]), row, at);
    const breach = row[at + Mean.breach];
    row[at + Mean.split] = 0.12 * breach;
    row[at + Mean.blame] = 0.4 * breach;
    row[at + Mean.sanction] = Math.max(normSeverity(s, m.kind), 0.2 * breach);
    if (organAccess(s, m.by, m.thing, m.issue, m.value) !== Access.foreign) return;
    // To write in the paper of others against one's own is the graver breach, whatever is said.
    row[at + Mean.breach] = Math.min(1, 0.15 + 1.5 * breach);
    row[at + Mean.authority] = s.world.issueBody[m.issue];
    row[at + Mean.split] += 0.05;
    row[at + Mean.blame] = Math.min(1, row[at + Mean.blame] + 0.25);
    row[at + Mean.sanction] = Math.min(1, row[at + Mean.sanction] + 0.15);
  },
  apply: (s, m) => {
    m.flags |= ActFlag.public;
    const at = writeAct(s, m);
    if (m.issue < 0) return at;
    for (let k = 0; k < actorCount(s, m); k++) tell(s, actorAt(s, m, k), m.issue, m.value, 'public', -1);
    const line = lineOf(s, m.issue);
    if (line === line && m.value === m.value && isInsider(s, m.by)) {
      addStrain(
        s,
        s.world.bodyOrganisation[s.world.issueBody[m.issue]],
        (0.06 * Math.abs(m.value - line)) / 100,
      );
    }
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'publish' : 'publishes'}${w.thing ? ` in ${w.thing.nom}` : ''}${w.issue ? ` on ${w.issue}` : ''}${w.point ? `: ${w.point}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'выступают' : 'выступает'} в печати${w.thing ? ` (${w.thing.nom})` : ''}${w.issue ? `, ${w.issue}` : ''}${w.point ? `: ${w.point}` : ''}`,
  },
});

/** A body prints in an organ that is its own, or its members' or its officers'. */
export function commands(s: Scene, body: number, organ: number): boolean {
  const { world: w, state: x } = s;
  const holder = x.resourceHolder[organ];
  if (holder === w.people + body) return true;
  if (holder >= 0 && holder < w.people && sitsIn(s, body, holder)) return true;
  for (let o = 0; o < w.offices; o++) {
    if (w.officeCarries[o].includes(organ) && (w.officeFilledBy[o] === body || w.officeBody[o] === body))
      return true;
  }
  return w.powers[body].has('seize-organ');
}

/** Where he stands on the three issues that press him most: in the weightiest organ of his own side, and in the weightiest foreign one. */
function propose(s: Scene, person: number, menu: Menu): void {
  if (!isInsider(s, person) || s.world.resources === 0) return;
  const first = chiefIssue(s, person);
  if (first < 0) return;
  offerOn(s, person, first, menu);
  const second = chiefIssue(s, person, first);
  if (second < 0) return;
  offerOn(s, person, second, menu);
  const third = chiefIssue(s, person, first, second);
  if (third >= 0) offerOn(s, person, third, menu);
}

/** Has he not just written about it? */
function isNews(s: Scene, person: number, issue: number): boolean {
  return !recently(s, actNumber('publish'), person, -1, issue, silence);
}

function offerOn(s: Scene, person: number, issue: number, menu: Menu): void {
  const value = nearestPoint(s, issue, s.state.work[person * s.world.issues + issue]);
  for (let access = Access.own as number; access >= Access.foreign; access--) {
    const organ = bestOrgan(s, person, issue, value, access);
    if (organ < 0 || recently(s, actNumber('publish'), person, -1, issue, silence)) continue;
    const m = menu.start(actNumber('publish'), person);
    m.thing = organ;
    m.issue = issue;
    m.value = value;
    menu.offer(s);
  }
}
