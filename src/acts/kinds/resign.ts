import { markOf } from '../../world/procedures.ts';
import { type Move, writeAct } from '../../world/record.ts';
import { fillOffice, nextBody, unseat } from '../../world/seats.ts';
import { shiftTie } from '../../world/beliefs.ts';
import { Effect, type Scene, sitsIn } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { meanSaying, organisationOfBody, seatWorth, tell } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { graver } from '../gravest.ts';
import { lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { Rule } from '../rules.ts';
import { addStrain, watchSplit } from '../strain.ts';

/** How much one resignation brings a split nearer, if the body is that of the organisation. */
const splitStep = 0.1;

export const resign = defineAct({
  kind: 'resign',
  class: 'exit',
  base: -5.75,
  because: 'Without a reason nobody lays down a seat in a leading body: one moment in three hundred.',
  propose,
  needs: ['post'],
  reach: [
    {
      aim: 'self',
      publicity: 1,
      breaks: 1,
      moves: ['voice', 'seats'],
      company: true,
      split: splitStep / 2,
      blame: 0.4,
      seen: 1,
    },
  ],
  legal: (s, m) => {
    if (m.office >= 0) return s.state.holder[m.office] === m.by ? Rule.allowed : Rule.noOffice;
    if (m.body < 0) return Rule.noSeat;
    if (s.world.collective[m.by]) return Rule.collective;
    return s.state.seat[m.body * s.world.people + m.by] ? Rule.allowed : Rule.noSeat;
  },
  mean: (s, m, row, at) => {
    const body = m.office >= 0 ? s.world.officeBody[m.office] : m.body;
    const issue = gravestIssue(s, m.by, body);
    row[at + Mean.issue] = issue;
    row[at + Mean.body] = body;
    const weight = issue >= 0 ? relevance(s, body, issue) : 0;
    // Only where one's weight counts does leaving change what is decided; elsewhere it is a way of speaking.
    row[at + Mean.bearing] = weight === 1 ? Bearing.leave : weight > 0 ? Bearing.voice : Bearing.none;
    if (issue >= 0) meanSaying(s, m.by, issue, s.state.work[m.by * s.world.issues + issue], weight, row, at);
    row[at + Mean.posts] = -(m.office >= 0 ? s.state.officeWorth[m.office] : seatWorth(s, body));
    row[at + Mean.split] = organisationOfBody(s, body) >= 0 ? splitStep : splitStep / 2;
    row[at + Mean.blame] = 0.4;
    row[at + Mean.chance] = m.office >= 0 ? 0.6 : 1;
  },
  apply: (s, m) => {
    const at = writeAct(s, m);
    const body = m.office >= 0 ? s.world.officeBody[m.office] : m.body;
    const issue = gravestIssue(s, m.by, body);
    const organisation = organisationOfBody(s, body);
    // What is gone already (laid down under a joint paper, say) is not laid down twice.
    if (
      m.office >= 0
        ? s.state.holder[m.office] === m.by
        : body >= 0 && m.by < s.world.people && sitsIn(s, body, m.by)
    ) {
      if (m.office >= 0) fillOffice(s, m.office, -1);
      else unseat(s, body, m.by);
      addStrain(s, organisation, splitStep);
      watchSplit(s, organisation, m.by, at);
    }
    if (issue >= 0) {
      tell(s, m.by, issue, s.state.work[m.by * s.world.issues + issue], 'public', -1);
      desert(s, m, body, issue);
    }
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'resign' : 'resigns'} ${w.office ? `as ${w.office.nom}` : `from ${w.body?.nom ?? 'the body'}`}`,
    ru: (w) =>
      w.office
        ? `${w.by.nom} ${w.by.many ? 'слагают' : 'слагает'} пост: ${w.office.nom}`
        : `${w.by.nom} ${w.by.many ? 'выходят' : 'выходит'} из состава: ${w.body?.nom ?? 'орган'}`,
  },
});

/**
 * Who lays down his post over an issue is a deserter to those of the body who stand for the line: they trust him less, half as much as after an
 * attack (Hirschman 1970: where loyalty is asked for, exit is taken for treason).
 */
function desert(s: Scene, m: Move, body: number, issue: number): void {
  const person = m.by;
  const { world: w, state: x } = s;
  const line = lineOf(s, issue);
  const own = x.work[person * w.issues + issue];
  for (let k = 0; k < x.memberCount[body]; k++) {
    const j = x.memberList[body * w.bodyCapacity + k];
    const stand = x.work[j * w.issues + issue];
    // Those who go together do not hold it against each other.
    const along = m.proc >= 0 && (m.flags & ActFlag.joint) !== 0 && sameMark(s, m.proc, j, person);
    if (j !== person && !along && Math.abs(stand - line) < Math.abs(stand - own))
      shiftTie(s, j, person, -0.5 * s.effects[Effect.attackTie]);
  }
}

const sameMark = (s: Scene, slot: number, a: number, b: number): boolean =>
  markOf(s, slot, a) === markOf(s, slot, b);

/** How far leaving a body says something about an issue: 1 in the body that decides it, 0.8 in one that the deciding body binds, else 0.2. */
export function relevance(s: Scene, body: number, issue: number): number {
  const decider = s.world.issueBody[issue];
  if (decider === body) return 1;
  return s.world.binds[decider].includes(body) ? 0.8 : 0.2;
}

/** The issue decided by the body (or, for a body that decides none, any) on which he is furthest from the line, by salience; -1 if he is at ease. */
export function gravestIssue(s: Scene, person: number, body: number): number {
  const { world: w, state: x } = s;
  let worst = -1;
  let most = 2;
  for (let issue = 0; issue < w.issues; issue++) {
    const decider = w.issueBody[issue];
    const line = x.line[decider * w.issues + issue];
    if (line !== line) continue;
    const near = relevance(s, body, issue);
    const cell = person * w.issues + issue;
    const strain = near * x.workSalience[cell] * Math.abs(x.work[cell] - line);
    if (strain > 2 && (worst < 0 || graver(strain, w.issueKey[issue], most, w.issueKey[worst]))) {
      most = strain;
      worst = issue;
    }
  }
  return worst;
}

function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  for (let body = nextBody(s, person, 0); body < w.bodies; body = nextBody(s, person, body + 1)) {
    if (!x.seat[body * w.people + person] || !x.convened[body]) continue;
    const m = menu.start(actNumber('resign'), person);
    m.body = body;
    menu.offer(s);
  }
  for (let o = 0; o < w.offices; o++) {
    if (x.holder[o] !== person) continue;
    const m = menu.start(actNumber('resign'), person);
    m.office = o;
    menu.offer(s);
  }
}
