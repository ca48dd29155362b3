import { mixKey } from '../chance/keys.ts';
import { markOf } from '../world/procedures.ts';
import { clearMove, newMove } from '../world/record.ts';
import type { Scene } from '../world/scene.ts';
import { Mark } from '../world/state.ts';
import { actNumber, attempt } from './define.ts';
import { Threat } from './demands.ts';
import { MotionOption } from './kinds/motion.ts';
import { resignTogether } from './leaving.ts';
import { addStrain } from './strain.ts';
import { isDefiant, spokesman } from './ultimata.ts';

/** Most people against whom measures are moved at once. */
const measures = 6;
const scratch = newMove();

/** The body addressed votes on the demand, on the motion of whoever put it. */
export function putDemand(s: Scene, slot: number): void {
  const x = s.state;
  const m = clearMove(scratch);
  m.kind = actNumber('motion');
  m.by = spokesman(s, slot);
  m.body = x.procTo[slot] - s.world.people;
  m.issue = x.procIssue[slot];
  m.value = x.procValue[slot];
  m.option = MotionOption.line;
  m.key = mixKey(x.procKey[slot], 1);
  if (m.by >= 0 && m.issue >= 0 && !Number.isNaN(m.value)) tryAct(s);
}

/** What was threatened is done: resignations, motions, a call for a congress; force and strikes only strain the organisation here. */
export function carryOut(s: Scene, slot: number): void {
  const x = s.state;
  const body = x.procBody[slot];
  const option = x.procOption[slot];
  if (option === Threat.resign) resignTogether(s, slot, Mark.reserved);
  else if (option === Threat.expel || option === Threat.remove) moveAgainst(s, slot, option === Threat.expel);
  else if (option === Threat.congress) callCongress(s, slot);
  else if (body >= 0) addStrain(s, s.world.bodyOrganisation[body], 0.1);
}

/** Moves the expulsion of each who defied, or his removal from the first post in the body's gift (from the body if he has none). */
function moveAgainst(s: Scene, slot: number, expel: boolean): void {
  const { world: w, state: x } = s;
  const body = x.procBody[slot];
  let n = 0;
  for (let p = 0; p < w.people && n < measures; p++) {
    if (!isDefiant(markOf(s, slot, p))) continue;
    const m = clearMove(scratch);
    m.kind = actNumber('motion');
    m.by = spokesman(s, slot);
    m.body = body;
    m.to = p;
    m.option = expel ? MotionOption.expel : MotionOption.remove;
    for (let o = 0; o < w.offices && !expel && m.office < 0; o++)
      if (x.holder[o] === p && w.officeFilledBy[o] === body) m.office = o;
    m.key = mixKey(x.procKey[slot], w.personKey[p]);
    if (m.by >= 0 && body >= 0 && tryAct(s)) n++;
  }
}

function callCongress(s: Scene, slot: number): void {
  const m = clearMove(scratch);
  m.kind = actNumber('call-congress');
  m.by = s.state.procBy[slot];
  m.body = s.state.procBody[slot];
  m.issue = s.state.procIssue[slot];
  m.value = s.state.procValue[slot];
  m.key = mixKey(s.state.procKey[slot], 2);
  if (m.kind >= 0) tryAct(s);
}

function tryAct(s: Scene): boolean {
  s.party.byCount = s.party.toCount = 0;
  return attempt(s, scratch) >= 0;
}
