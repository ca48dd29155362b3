import { mixKey } from '../../chance/keys.ts';
import { closeProcedure, openProcedure, hasChild } from '../../world/procedures.ts';
import { clearMove, newMove } from '../../world/record.ts';
import { now, type Scene } from '../../world/scene.ts';
import { Counter, procedureCapacity } from '../../world/state.ts';
import { actNumber, attempt, defineProcedure, procedureNumber } from '../define.ts';
import { MotionOption } from '../kinds/motion.ts';
import { mayReturn, Return } from '../readmissions.ts';

/** Most days for which the body's decision is awaited. */
const patience = 21;
const scratch = newMove();

/**
 * An application to be taken back: the body votes on it, under the rule of its power to readmit or else under its own. Adopted, it is
 * readmission (the motion does it); not adopted, or not decided in three weeks, it is refused.
 */
export const readmissionProcedure = defineProcedure({
  kind: 'readmission',
  next: (s, slot, step) => {
    const x = s.state;
    const body = x.procBody[slot];
    step.do = 0;
    if (body < 0 || !x.convened[body] || !mayReturn(s, x.procBy[slot], body)) {
      closeProcedure(s, slot);
      step.do = 3;
    } else if (x.procState[slot] === Return.applied) {
      x.procState[slot] = Return.voting;
      x.procDue[slot] = now(s) + 0.25;
      if (x.counters[Counter.procedures] < procedureCapacity - 4) putApplication(s, slot);
    } else if (hasChild(s, slot, procedureNumber('motion')) && now(s) - x.procOpened[slot] <= patience) {
      x.procDue[slot] = now(s) + 1;
    } else {
      refuse(s, slot);
      step.do = 3;
    }
  },
});

function putApplication(s: Scene, slot: number): void {
  const x = s.state;
  const m = clearMove(scratch);
  m.by = s.world.people + x.procBody[slot];
  m.to = x.procBy[slot];
  m.body = x.procBody[slot];
  m.option = MotionOption.readmit;
  m.proc = slot;
  m.key = mixKey(x.procKey[slot], 1);
  openProcedure(s, procedureNumber('motion'), m, x.procOrigin[slot], now(s));
}

function refuse(s: Scene, slot: number): void {
  const m = clearMove(scratch);
  m.kind = actNumber('refuse-readmission');
  m.by = s.world.people + s.state.procBody[slot];
  m.to = s.state.procBy[slot];
  m.body = s.state.procBody[slot];
  m.proc = slot;
  if (attempt(s, m) < 0) closeProcedure(s, slot);
}
