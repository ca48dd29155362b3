import { nextBody } from '../../world/seats.ts';
import { openBounded } from '../bounded.ts';
import { findProcedure, setMark } from '../../world/procedures.ts';
import { writeAct } from '../../world/record.ts';
import { now, type Scene, sitsIn } from '../../world/scene.ts';
import { Mark } from '../../world/state.ts';
import { seatRule } from '../common.ts';
import { actNumber, defineAct, procedureNumber } from '../define.ts';
import { isDissenter } from '../demands.ts';
import { graver } from '../gravest.ts';
import { Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { grievance, invite, meanPaper, ownPoint, Purpose, purposes } from '../papers.ts';
import { Rule } from '../rules.ts';
import { relevance } from './resign.ts';

/** Salience times distance from the line, in points, from which one thinks of papers at all. */
const enough = 8;
/** Days for which a draft goes round before the first is asked. */
const circulation = 0.5;
const invited = 12;
/** Drafts thought of at a time, about. */
const most = 8;

/** Somebody drafts a text for others to sign; the procedure `paper` carries it round. */
export const draftStatement = defineAct({
  kind: 'draft-statement',
  class: 'paper',
  options: purposes,
  base: -5,
  because:
    'Joint papers are a last resort of minorities: one in a hundred and fifty moments of somebody whom nothing moves.',
  propose,
  needs: ['seat'],
  reach: [
    // A protest; a joint resignation; an ultimatum, on pain of resignation or of what the body can do; one for the line.
    {
      aim: 'own',
      about: strains,
      moves: ['voice'],
      chance: 0.5,
      company: true,
      split: 0.03,
      blame: 0.15,
      seen: 1,
    },
    {
      aim: 'own',
      about: strains,
      publicity: 0.6,
      // Of the breach half is left to whoever resigns (`released`).
      breaks: 0.8,
      moves: ['voice', 'seats'],
      chance: 0.5,
      company: true,
      split: 0.07,
      blame: 0.4,
      seen: 1,
    },
    {
      aim: 'own',
      about: strains,
      moves: ['press'],
      chance: 0.5,
      company: true,
      split: 0.06,
      blame: 0.3,
      seen: 1,
    },
    {
      aim: 'own',
      about: strains,
      moves: ['press'],
      chance: 0.5,
      company: true,
      mends: 0.5,
      split: 0.09,
      blame: 0.2,
      seen: 1,
    },
    {
      aim: 'line',
      about: suits,
      moves: ['press'],
      chance: 0.5,
      mends: 0.5,
      split: 0.06,
      blame: 0.2,
      seen: 1,
    },
  ],
  legal: (s, m) => {
    if (m.by < 0 || m.by >= s.world.people || s.world.collective[m.by]) return Rule.collective;
    if (m.body < 0) return Rule.noSeat;
    const seated = seatRule(s, m.body, m.by);
    if (seated !== 0) return seated;
    if (m.issue < 0 || Number.isNaN(m.value)) return Rule.noGrievance;
    return findProcedure(s, procedureNumber('paper'), m.body, m.issue, m.by) >= 0
      ? Rule.alreadyOpen
      : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    // Whether it will be issued depends on others: half of the drafts come to something.
    meanPaper(s, m.by, m.body, m.issue, m.value, Math.max(0, m.option), false, 0.5, row, at);
    row[at + Mean.publicity] *= 0.6;
    row[at + Mean.split] *= 0.6;
  },
  apply: (s, m) => {
    if (m.option < 0) m.option = Purpose.protest;
    const at = writeAct(s, m);
    const slot = openBounded(s, procedureNumber('paper'), m, at, now(s) + circulation, 16);
    if (slot < 0) return at;
    for (let k = 0; k < s.party.byCount; k++) setMark(s, slot, s.party.by[k], Mark.yes);
    if (m.by < s.world.people) {
      setMark(s, slot, m.by, Mark.yes);
      // An ultimatum of those who hold the line is taken to everybody on that side, friend or not.
      invite(s, slot, m.by, m.option === Purpose.ultimatum ? -0.2 : 0.1, invited);
    }
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'draft' : 'drafts'} ${text(w.option)}${w.issue ? ` on ${w.issue}` : ''} for others to sign`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'составляют' : 'составляет'} ${textRu(w.option)} для подписи другими${w.issue ? ` (${w.issue})` : ''}`,
  },
});

function text(option: string | undefined): string {
  if (option === 'resign') return 'a joint resignation';
  if (option === 'denial') return 'a joint denial';
  return option === 'ultimatum' ? 'an ultimatum' : 'a joint protest';
}

function textRu(option: string | undefined): string {
  if (option === 'resign') return 'заявление об общем выходе';
  if (option === 'denial') return 'общее опровержение';
  return option === 'ultimatum' ? 'ультиматум' : 'общий протест';
}

/**
 * In the body that decides (or in one that it binds, a cabinet or a fraction): on the two matters that strain him most a joint resignation or an
 * ultimatum, on the first a protest, too; and an ultimatum to those who show dissent from a line that suits him. In a bound body where he
 * sits besides the deciding one, only what is peculiar to it: laying down its posts.
 */
function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (w.collective[person]) return;
  const before = menu.size;
  for (let body = nextBody(s, person, 0); body < w.bodies; body = nextBody(s, person, body + 1)) {
    if (menu.size - before >= most) return;
    if (x.convened[body] && sitsIn(s, body, person)) offerIn(s, person, body, menu);
  }
}

/** Does the line strain him enough to think of papers? */
function strains(s: Scene, person: number, issue: number): boolean {
  return grievance(s, person, issue) > enough;
}

/** Is it a line that suits him, decided where he sits? */
function suits(s: Scene, person: number, issue: number): boolean {
  return (
    grievance(s, person, issue) < enough &&
    sitsIn(s, s.world.issueBody[issue], person) &&
    s.state.workSalience[person * s.world.issues + issue] >= 0.3 &&
    !Number.isNaN(s.state.line[s.world.issueBody[issue] * s.world.issues + issue])
  );
}

function offerIn(s: Scene, person: number, body: number, menu: Menu): void {
  const { world: w, state: x } = s;
  let first = -1;
  let second = -1;
  for (let issue = 0; issue < w.issues; issue++) {
    if (relevance(s, body, issue) < 0.5) continue;
    const g = grievance(s, person, issue);
    if (g < enough && w.issueBody[issue] === body && callsForDiscipline(s, person, body, issue))
      offer(s, person, body, issue, x.line[body * w.issues + issue], Purpose.ultimatum, menu);
    if (g <= enough) continue;
    if (first < 0 || graver(g, w.issueKey[issue], grievance(s, person, first), w.issueKey[first])) {
      second = first;
      first = issue;
    } else if (second < 0 || graver(g, w.issueKey[issue], grievance(s, person, second), w.issueKey[second]))
      second = issue;
  }
  for (let n = 0; n < 2; n++) {
    const issue = n === 0 ? first : second;
    if (issue < 0) return;
    const own = ownPoint(s, person, issue);
    offer(s, person, body, issue, own, Purpose.resign, menu);
    if (w.issueBody[issue] !== body && sitsIn(s, w.issueBody[issue], person)) return;
    offer(s, person, body, issue, own, Purpose.ultimatum, menu);
    if (n === 0) offer(s, person, body, issue, own, Purpose.protest, menu);
  }
}

/** Has the body a line that suits him and matters to him, and does a colleague show another stance? */
function callsForDiscipline(s: Scene, person: number, body: number, issue: number): boolean {
  const { world: w, state: x } = s;
  const line = x.line[w.issueBody[issue] * w.issues + issue];
  if (Number.isNaN(line) || x.workSalience[person * w.issues + issue] < 0.3) return false;
  for (let k = 0; k < x.memberCount[body]; k++) {
    const j = x.memberList[body * w.bodyCapacity + k];
    if (j !== person && isDissenter(s, body, j, issue, line)) return true;
  }
  return false;
}

function offer(
  s: Scene,
  person: number,
  body: number,
  issue: number,
  value: number,
  purpose: number,
  menu: Menu,
): void {
  const m = menu.start(actNumber('draft-statement'), person);
  m.body = body;
  m.issue = issue;
  m.value = value;
  m.option = purpose;
  menu.offer(s);
}
