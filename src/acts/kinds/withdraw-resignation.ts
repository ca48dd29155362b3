import { closeProcedure } from '../../world/procedures.ts';
import { type Move, writeAct } from '../../world/record.ts';
import { fillOffice } from '../../world/seats.ts';
import { belongsTo, now, type Scene, sitsIn } from '../../world/scene.ts';
import { tell } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { giveSeat } from '../posts.ts';
import { isResignation, lastResignation, takenBack, worthOf } from '../resignations.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';
import { gravestIssue } from './resign.ts';

/** Takes back a threat, an offer, or a resignation; after a resignation he has his seat or post again if nobody has taken it. */
export const withdrawResignation = defineAct({
  kind: 'withdraw-resignation',
  class: 'back',
  base: -3.2,
  because:
    'Who has gone in public comes back within two months perhaps one time in five: one in twenty-five of his moments.',
  propose,
  needs: ['resigned'],
  reach: [
    {
      publicity: 1,
      aim: 'line',
      moves: ['yield'],
      posts: 1,
      split: -0.1,
      blame: 0.15,
      seen: 1,
    },
  ],
  legal: (s, m) => {
    if (m.by < 0 || m.by >= s.world.people) return Rule.collective;
    if (m.proc >= 0)
      return isResignation(s, m.proc) && s.state.procBy[m.proc] === m.by ? Rule.allowed : Rule.wrongKind;
    const act = lastResignation(s, m.by, now(s) - takenBack);
    if (act < 0) return Rule.notResigned;
    return placeFree(s, m.by, s.state.actBody[act], s.state.actOffice[act]) ? Rule.allowed : Rule.occupied;
  },
  mean: (s, m, row, at) => {
    const { world: w, state: x } = s;
    const gone = m.proc < 0;
    const body = m.office >= 0 ? w.officeBody[m.office] : m.body;
    const issue = gravestIssue(s, m.by, body);
    row[at + Mean.body] = body;
    row[at + Mean.issue] = issue;
    row[at + Mean.split] = gone ? -0.1 : -0.04;
    row[at + Mean.blame] = gone ? 0.3 : 0.15;
    row[at + Mean.posts] = gone ? worthOf(s, m) : 0;
    if (issue < 0) return;
    // He comes back under the line: that is what his return says.
    row[at + Mean.bearing] = Bearing.yield;
    row[at + Mean.value] = row[at + Mean.said] = x.line[w.issueBody[issue] * w.issues + issue];
    row[at + Mean.publicity] = gone ? 1 : 0.3;
  },
  apply: (s, m) => {
    const { world: w, state: x } = s;
    complete(s, m);
    const at = writeAct(s, m);
    const body = m.office >= 0 ? w.officeBody[m.office] : m.body;
    if (isResignation(s, m.proc)) closeProcedure(s, m.proc);
    else if (m.by < w.people && placeFree(s, m.by, m.body, m.office)) {
      if (m.office >= 0) fillOffice(s, m.office, m.by);
      else giveSeat(s, m.body, m.by);
      addStrain(s, body >= 0 ? w.bodyOrganisation[body] : -1, -0.06);
      const issue = gravestIssue(s, m.by, body);
      if (issue >= 0) tell(s, m.by, issue, x.line[w.issueBody[issue] * w.issues + issue], 'public', -1);
    }
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? 'take back their' : 'takes back his'} resignation`,
    ru: (w) => `${w.by.nom} ${w.by.many ? 'берут' : 'берёт'} отставку назад`,
  },
});

/** Seat or post as in the resignation taken back, where the move does not name them. */
function complete(s: Scene, m: Move): void {
  if (m.body >= 0 || m.office >= 0) return;
  const x = s.state;
  if (isResignation(s, m.proc)) {
    m.body = x.procBody[m.proc];
    m.office = x.procOffice[m.proc];
    return;
  }
  const act = lastResignation(s, m.by, Number.NEGATIVE_INFINITY);
  if (act < 0) return;
  m.body = x.actBody[act];
  m.office = x.actOffice[act];
}

/** Is what he laid down still free, and does he still belong? */
function placeFree(s: Scene, person: number, body: number, office: number): boolean {
  const { world: w, state: x } = s;
  if (office >= 0) return x.holder[office] < 0;
  if (body < 0 || sitsIn(s, body, person)) return false;
  const organisation = w.bodyOrganisation[body];
  if (organisation >= 0 && !belongsTo(s, organisation, person)) return false;
  return (
    x.memberCount[body] < Math.min(w.bodyCapacity, w.bodySeats[body] > 0 ? w.bodySeats[body] : w.bodyCapacity)
  );
}

function propose(s: Scene, person: number, menu: Menu): void {
  const x = s.state;
  const act = lastResignation(s, person, now(s) - takenBack);
  if (act < 0) return;
  const m = menu.start(actNumber('withdraw-resignation'), person);
  m.body = x.actBody[act];
  m.office = x.actOffice[act];
  menu.offer(s);
}
