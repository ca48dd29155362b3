import { closeProcedure, findProcedure, markOf, setMark } from '../../world/procedures.ts';
import { clearMove, isBodyCode, newMove } from '../../world/record.ts';
import { now, type Scene } from '../../world/scene.ts';
import { Mark } from '../../world/state.ts';
import { actNumber, attempt, defineProcedure, procedureNumber, type Step } from '../define.ts';
import { carryOut, putDemand } from '../enforcement.ts';
import { offerReplies } from '../kinds/reply.ts';
import { nextMarked } from '../papers.ts';
import { isDefiant, spokesman, Stage } from '../ultimata.ts';

/** Points by which a body's line may still differ from what was demanded of it. */
const near = 5;
/** Most days for which a body's vote is awaited. */
const patience = 14;
const scratch = newMove();

/**
 * An ultimatum. Each addressee is asked once, soon; until the deadline he may still speak up. Then silence counts as defiance. If all
 * have complied it is over; else the issuer's spokesman is asked, twice if he hesitates, to enforce it or to back down. A body to
 * which it is addressed answers by a vote on the demand.
 */
export const ultimatumProcedure = defineProcedure({
  kind: 'ultimatum',
  next: (s, slot, step) => {
    const x = s.state;
    switch (x.procState[slot]) {
      case Stage.reacting:
        react(s, slot, step);
        return;
      case Stage.waiting:
        if (now(s) < x.procForce[slot]) wait(s, slot, x.procForce[slot], Stage.waiting, step);
        else if (isVoting(s, slot)) wait(s, slot, now(s) + 1, Stage.waiting, step);
        else expire(s, slot, step);
        return;
      case Stage.deciding:
      case Stage.decidingAgain:
        decide(s, slot, step);
        return;
      case Stage.hesitating:
        wait(s, slot, now(s) + 1, Stage.decidingAgain, step);
        return;
      case Stage.enforced:
        // What was enforced in a record has had its consequences there.
        if (now(s) - x.procOpened[slot] < 1) carryOut(s, slot);
        closeProcedure(s, slot);
        return;
      default:
        drop(s, slot, step);
    }
  },
  answers: (s, slot, person, menu) => {
    const mark = markOf(s, slot, person);
    if (mark === Mark.asked || mark === Mark.silent) {
      offerReplies(s, slot, person, menu);
      return;
    }
    const act = menu.start(actNumber('enforce'), person);
    act.proc = slot;
    act.body = s.state.procBody[slot];
    act.option = s.state.procOption[slot];
    menu.offer(s);
    const give = menu.start(actNumber('back-down'), person);
    give.proc = slot;
    give.body = s.state.procBody[slot];
    menu.offer(s);
  },
  silence: (s, slot, person) => {
    if (markOf(s, slot, person) === Mark.asked) setMark(s, slot, person, Mark.silent);
  },
});

function wait(s: Scene, slot: number, until: number, state: number, step: Step): void {
  s.state.procState[slot] = state;
  s.state.procDue[slot] = until;
  step.do = 0;
}

function react(s: Scene, slot: number, step: Step): void {
  const x = s.state;
  if (isBodyCode(s, x.procTo[slot])) putDemand(s, slot);
  const person = nextMarked(s, slot, Mark.asked, x.procBy[slot]);
  if (person >= 0) {
    step.do = 1;
    step.person = person;
  } else if (isMet(s, slot)) closeProcedure(s, slot);
  else wait(s, slot, Math.max(now(s), x.procForce[slot]), Stage.waiting, step);
}

function expire(s: Scene, slot: number, step: Step): void {
  for (let p = 0; p < s.world.people; p++)
    if (markOf(s, slot, p) === Mark.asked) setMark(s, slot, p, Mark.silent);
  if (isMet(s, slot)) closeProcedure(s, slot);
  else {
    s.state.procState[slot] = Stage.deciding;
    decide(s, slot, step);
  }
}

/** The spokesman is asked; the state says how often he has been. */
function decide(s: Scene, slot: number, step: Step): void {
  s.state.procState[slot]++;
  step.do = 1;
  step.person = spokesman(s, slot);
  if (step.person < 0) drop(s, slot, step);
}

/** Is the body addressed still to vote on the demand? Its answer is waited for, within reason. */
function isVoting(s: Scene, slot: number): boolean {
  const x = s.state;
  if (!isBodyCode(s, x.procTo[slot]) || now(s) - x.procOpened[slot] > patience) return false;
  return (
    findProcedure(s, procedureNumber('motion'), x.procTo[slot] - s.world.people, x.procIssue[slot], -1) >= 0
  );
}

/** Has everybody given in, or has the body adopted what was demanded? */
function isMet(s: Scene, slot: number): boolean {
  const { world: w, state: x } = s;
  const to = x.procTo[slot];
  if (isBodyCode(s, to))
    return Math.abs(x.line[(to - w.people) * w.issues + x.procIssue[slot]] - x.procValue[slot]) <= near;
  for (let p = 0; p < w.people; p++) {
    const mark = markOf(s, slot, p);
    if (mark === Mark.asked || isDefiant(mark)) return false;
  }
  return true;
}

function drop(s: Scene, slot: number, step: Step): void {
  const m = clearMove(scratch);
  m.kind = actNumber('back-down');
  m.by = s.state.procBy[slot];
  m.proc = slot;
  if (attempt(s, m) < 0) closeProcedure(s, slot);
  step.do = 3;
}
