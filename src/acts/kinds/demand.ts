import { nextBody } from '../../world/seats.ts';
import { isBodyCode, writeAct } from '../../world/record.ts';
import { belongsTo, type Scene } from '../../world/scene.ts';
import { isPerson } from '../actors.ts';
import { slotOfKind } from '../bounded.ts';
import { address, nearestPoint, tell } from '../common.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { chiefIssue, lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import {
  DemandOption,
  demandDays,
  demandOf,
  demandOptions,
  forceOf,
  openDemand,
  satisfied,
  talksWith,
} from '../outside.ts';
import { recently } from '../recent.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** Days before a demand that came to nothing is put again. */
const silence = 10;

/** An outsider puts a demand to a body; or, when it has fallen due, declares what he threatened. */
export const demand = defineAct({
  kind: 'demand',
  class: 'outside',
  options: demandOptions,
  base: -4,
  because:
    'Without any reason, about 18 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['outsider'],
  reach: [{ aim: 'own', publicity: 1, moves: ['press'], company: true, blame: 0.1, seen: 1, owed: 0.3 }],
  legal: (s, m) => {
    if (!isPerson(s, m.by) || !s.world.outsider[m.by]) return Rule.outsider;
    if (m.issue < 0) return Rule.notAddressed;
    if (m.option === DemandOption.declared)
      return slotOfKind(s, m.proc, procedureNumber('demand')) >= 0 ? Rule.allowed : Rule.noProcedure;
    if (Math.abs(lineOf(s, m.issue) - m.value) <= satisfied) return Rule.alreadyLine;
    const open = demandOf(s, m.by, m.issue);
    return open >= 0 && Math.abs(s.state.procValue[open] - m.value) < 5 ? Rule.alreadyOpen : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    row[at + Mean.issue] = m.issue;
    row[at + Mean.body] = s.world.issueBody[m.issue];
    row[at + Mean.value] = m.value;
    row[at + Mean.said] = m.value;
    row[at + Mean.publicity] = 1;
    row[at + Mean.bearing] = Bearing.press;
    row[at + Mean.chance] = forceOf(s, m.by);
    if (m.option === DemandOption.declared) {
      // A strike costs those who strike, and they are blamed for it; whoever threatened it and does nothing has lost face.
      row[at + Mean.sanction] = 0.25;
      row[at + Mean.blame] = 0.2;
      row[at + Mean.owed] = 0.3;
    } else {
      row[at + Mean.blame] = m.option === DemandOption.strike ? 0.2 : 0.1;
      row[at + Mean.posts] = m.option === DemandOption.strike ? 0 : -0.05;
    }
  },
  apply: (s, m) => {
    if (m.body < 0 && isBodyCode(s, m.to)) m.body = m.to - s.world.people;
    if (m.body < 0 && m.issue >= 0) m.body = s.world.issueBody[m.issue];
    const at = writeAct(s, m);
    if (!isPerson(s, m.by)) return at;
    const declared = m.option === DemandOption.declared;
    openDemand(s, m, at, Math.min(1, forceOf(s, m.by) * (declared ? 1.3 : 1)));
    if (m.body >= 0) addStrain(s, s.world.bodyOrganisation[m.body], declared ? 0.03 : 0.01);
    tell(s, m.by, m.issue, m.value, 'public', -1);
    if (m.body >= 0) address(s, s.world.people + m.body);
    return at;
  },
  sentence: {
    en: (w) =>
      w.option === 'declared'
        ? `${w.by.nom} ${w.by.many ? 'carry' : 'carries'} out the threat against ${w.body?.nom ?? 'the body'}`
        : `${w.by.nom} ${w.by.many ? 'demand' : 'demands'} of ${w.body?.nom ?? 'the body'}${w.issue ? ` (${w.issue})` : ''}: ${w.point ?? 'a change'}${threat(w.option)}`,
    ru: (w) =>
      w.option === 'declared'
        ? `${w.by.nom} ${w.by.many ? 'приводят' : 'приводит'} угрозу в исполнение (${w.body?.nom ?? 'орган'})`
        : `${w.by.nom} ${w.by.many ? 'требуют' : 'требует'} (${w.body?.nom ?? 'орган'}${w.issue ? `, ${w.issue}` : ''}): ${w.point ?? 'перемен'}${threatRu(w.option)}`,
  },
});

function threat(option: string | undefined): string {
  if (option === 'strike') return ', or there will be a strike';
  if (option === 'leave') return ', or they will leave';
  return option === 'recall' ? ', or they will recall their people' : '';
}

function threatRu(option: string | undefined): string {
  if (option === 'strike') return '; иначе забастовка';
  if (option === 'leave') return '; иначе уход';
  return option === 'recall' ? '; иначе отзыв своих людей' : '';
}

/**
 * On the issue that presses him most, put to the body that decides it and to the public body where he is heard, with every threat that he
 * could carry out; on the next issue, to the body that decides, with the first of them.
 */
function propose(s: Scene, person: number, menu: Menu): void {
  if (!s.world.outsider[person]) return;
  const first = chiefIssue(s, person);
  if (first < 0) return;
  const decider = s.world.issueBody[first];
  offerOn(s, person, first, decider, DemandOption.recall, menu);
  const stage = publicBody(s, person, decider);
  if (stage !== decider) offerOn(s, person, first, stage, DemandOption.recall, menu);
  const second = chiefIssue(s, person, first);
  if (second >= 0) offerOn(s, person, second, s.world.issueBody[second], DemandOption.strike, menu);
}

/**
 * Where an outsider is heard by those who decide: the convened body of no organisation in which people of the deciding organisation sit,
 * his own seat there and its authority counting for it; −1.
 */
function publicBody(s: Scene, person: number, decider: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  let most = -1;
  for (let b = 0; b < w.bodies; b++) {
    if (w.bodyOrganisation[b] >= 0 || !x.convened[b] || !listens(s, b, w.bodyOrganisation[decider])) continue;
    const score = x.bodyAuthority[b] + (x.seat[b * w.people + person] ? 1 : 0);
    if (score <= most) continue;
    most = score;
    best = b;
  }
  return best;
}

/** Does somebody of an organisation sit in a body? */
function listens(s: Scene, body: number, organisation: number): boolean {
  const { world: w, state: x } = s;
  for (let k = 0; k < x.memberCount[body]; k++)
    if (belongsTo(s, organisation, x.memberList[body * w.bodyCapacity + k])) return true;
  return false;
}

function offerOn(s: Scene, person: number, issue: number, to: number, last: number, menu: Menu): void {
  if (to < 0 || demandOf(s, person, issue) >= 0 || talksWith(s, person, issue) >= 0) return;
  if (recently(s, actNumber('demand'), person, -1, issue, silence)) return;
  const { world: w, state: x } = s;
  const value = nearestPoint(s, issue, x.work[person * w.issues + issue]);
  const line = lineOf(s, issue);
  if (Number.isNaN(line) || Math.abs(line - value) <= satisfied) return;
  const seated = nextBody(s, person, 0) < w.bodies;
  for (let option = 0; option <= last; option++) {
    if (option === DemandOption.strike ? !holdsAnything(s, person) : !seated) continue;
    const m = menu.start(actNumber('demand'), person);
    m.to = w.people + to;
    m.body = to;
    m.issue = issue;
    m.value = value;
    m.option = option;
    menu.offer(s);
  }
}

function holdsAnything(s: Scene, person: number): boolean {
  for (let r = 0; r < s.world.resources; r++) if (s.state.resourceHolder[r] === person) return true;
  return false;
}

/** Days that a demand which is being enforced goes on. */
export const enforcedDays = 2.5 * demandDays;
