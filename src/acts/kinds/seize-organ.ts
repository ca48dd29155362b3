import { tieOf } from '../../world/beliefs.ts';
import { isBodyCode, type Move, writeAct } from '../../world/record.ts';
import { Effect, type Scene } from '../../world/scene.ts';
import { fillOffice } from '../../world/seats.ts';
import { isInsider, isPerson } from '../actors.ts';
import { address, normSeverity, quarrel } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { beginRanking, gravest, rank } from '../gravest.ts';
import { chiefIssue } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { holdingOf, shareOrganisation } from '../organs.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';
import { commands } from './publish.ts';

/** An editor at or below this tie is a target; one above the second is trusted with the paper. */
const hostile = -0.1;
const trusted = 0.4;
const most = 4;

/** Editors are replaced, or a paper is closed: the organ's holder changes. */
export const seizeOrgan = defineAct({
  kind: 'seize-organ',
  class: 'press',
  thing: 'resource',
  base: -5,
  because:
    'Without any reason, about 7 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider'],
  reach: [
    { aim: 'self', moves: ['voice'], company: true, cold: 0.8, posts: 0.3, split: 0.05, blame: 0.1, seen: 1 },
  ],
  legal: (s, m) => {
    if (m.thing < 0 || s.world.resourceKind[m.thing] !== 'press') return Rule.noOrgan;
    const holder = s.state.resourceHolder[m.thing];
    if (holder === m.to && holder >= 0) return Rule.occupied;
    if (isBodyCode(s, m.by)) return commands(s, m.by - s.world.people, m.thing) ? Rule.allowed : Rule.noPower;
    if (!isInsider(s, m.by)) return Rule.notInsider;
    if (holder === m.by) return Rule.self;
    return meansAgainst(s, m.by, holder) > 0 ? Rule.allowed : Rule.noPower;
  },
  mean: (s, m, row, at) => {
    const { world: w, state: x } = s;
    const holder = x.resourceHolder[m.thing];
    const person = isPerson(s, holder);
    const weight = x.resourceWeight[m.thing];
    const issue = chiefIssue(s, m.by);
    const force = holdingOf(s, m.by, 'apparatus') === 0;
    row[at + Mean.issue] = issue;
    row[at + Mean.with] = person ? holder : -1;
    row[at + Mean.target] = person ? holder : -1;
    row[at + Mean.warmth] = -0.8;
    row[at + Mean.posts] = m.to === m.by ? 0.3 * weight : 0;
    row[at + Mean.split] = force ? 0.12 : 0.05;
    row[at + Mean.blame] = (force ? 0.4 : 0.2) * (person ? 0.5 + 0.5 * x.authority[holder] : 0.5);
    row[at + Mean.sanction] = Math.max(normSeverity(s, m.kind), force ? 0.3 : 0.1);
    if (issue < 0) return;
    // What the paper said it says no more, and says the other thing.
    row[at + Mean.value] = x.work[m.by * w.issues + issue];
    row[at + Mean.bearing] = Bearing.voice;
    row[at + Mean.chance] = weight;
  },
  apply: (s, m) => {
    const x = s.state;
    const holder = m.thing >= 0 ? x.resourceHolder[m.thing] : -1;
    const at = writeAct(s, m);
    if (m.thing < 0) return at;
    if (isPerson(s, holder)) vacate(s, m.thing, holder);
    x.resourceHolder[m.thing] = isPerson(s, m.to) || isBodyCode(s, m.to) ? m.to : -1;
    if (!isPerson(s, holder)) return at;
    if (isPerson(s, m.by) && holder !== m.by) quarrel(s, m.by, holder, s.effects[Effect.attackTie]);
    for (let g = 0; g < s.world.organisations; g++)
      if (x.belongs[g * s.world.people + holder]) addStrain(s, g, 0.02);
    address(s, holder);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'take' : 'takes'} over ${w.thing?.nom ?? 'a paper'}${w.to ? `; ${w.to.nom} now ${w.to.many ? 'run' : 'runs'} it` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'берут' : 'берёт'} в свои руки ${w.thing?.acc ?? 'газету'}${w.to ? `; теперь там ${w.to.nom}` : ''}`,
  },
});

/** Who has lost the paper is its editor no longer. */
function vacate(s: Scene, organ: number, editor: number): void {
  const { world: w, state: x } = s;
  for (let o = 0; o < w.offices; o++)
    if (x.holder[o] === editor && w.officeCarries[o].includes(organ)) fillOffice(s, o, -1);
}

/** What a person can bring to bear on an organ's holder: the apparatus within a common organisation, armed force against anybody. */
function meansAgainst(s: Scene, person: number, holder: number): number {
  const force = holdingOf(s, person, 'force');
  const inside = isPerson(s, holder) ? shareOrganisation(s, person, holder) : holder >= 0;
  return Math.max(force, inside ? holdingOf(s, person, 'apparatus') : 0);
}

/** Papers in the hands of those he is at odds with, the least liked first, given to whom he trusts most, or closed if there is nobody. */
function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (
    !isInsider(s, person) ||
    (holdingOf(s, person, 'apparatus') === 0 && holdingOf(s, person, 'force') === 0)
  )
    return;
  beginRanking(w.resources);
  for (let r = 0; r < w.resources; r++) {
    const holder = x.resourceHolder[r];
    if (w.resourceKind[r] !== 'press' || holder === person || !isPerson(s, holder)) continue;
    const tie = tieOf(s, person, holder);
    if (tie <= hostile) rank(r, -tie, w.resourceKey[r]);
  }
  let offered = 0;
  for (let r = gravest(); r >= 0 && offered < most; r = gravest()) {
    const m: Move = menu.start(actNumber('seize-organ'), person);
    m.thing = r;
    m.to = heir(s, person, x.resourceHolder[r]);
    if (menu.offer(s)) offered++;
  }
}

/** Who is given the paper: the colleague of the same organisation trusted most and trusting most; himself if there is nobody. */
function heir(s: Scene, person: number, before: number): number {
  const { world: w, state: x } = s;
  let best = person;
  let most = trusted;
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    const j = w.edgeTo[e];
    if (j === before || !isInsider(s, j) || !shareOrganisation(s, person, j)) continue;
    const trust = Math.min(x.tie[e], tieOf(s, j, person));
    if (trust < most || (trust === most && best !== person && w.personKey[j] > w.personKey[best])) continue;
    most = trust;
    best = j;
  }
  return best;
}
