import { mixKey } from '../../chance/keys.ts';
import { closeProcedure, openProcedure, hasChild } from '../../world/procedures.ts';
import { clearMove, newMove } from '../../world/record.ts';
import { now, type Scene, sitsIn } from '../../world/scene.ts';
import { Counter, procedureCapacity } from '../../world/state.ts';
import { actNumber, attempt, defineProcedure, procedureNumber } from '../define.ts';
import { MotionOption } from '../kinds/motion.ts';
import type { Menu } from '../menu.ts';
import { deciderOf, Leave } from '../resignations.ts';

/** Most days for which a body's decision on an offer is awaited. */
const patience = 14;
const scratch = newMove();

/**
 * A resignation threatened or offered. A threat: after a week he is asked whether he goes; silence lets it rest. An offer: the body
 * votes on letting him go; if it does not, he is asked whether he goes all the same or takes it back; silence means that he stays.
 */
export const resignationProcedure = defineProcedure({
  kind: 'resignation',
  next: (s, slot, step) => {
    const x = s.state;
    const state = x.procState[slot];
    if (state === Leave.over || !stillHolds(s, slot)) {
      closeProcedure(s, slot);
    } else if (state === Leave.threatened || state === Leave.refused) {
      x.procState[slot] = Leave.over;
      step.do = 1;
      step.person = x.procBy[slot];
    } else if (state === Leave.offered) {
      x.procState[slot] = Leave.voting;
      x.procDue[slot] = now(s) + 0.25;
      step.do = 0;
      if (x.counters[Counter.procedures] < procedureCapacity) putOffer(s, slot);
    } else if (hasChild(s, slot, procedureNumber('motion')) && now(s) - x.procOpened[slot] <= patience) {
      x.procDue[slot] = now(s) + 1;
      step.do = 0;
    } else {
      refuse(s, slot);
      step.do = 0;
    }
  },
  answers: (s, slot, person, menu) => {
    offer(s, slot, 'resign', person, menu);
    offer(s, slot, 'withdraw-resignation', person, menu);
  },
});

function stillHolds(s: Scene, slot: number): boolean {
  const x = s.state;
  const person = x.procBy[slot];
  if (person < 0 || person >= s.world.people) return false;
  const office = x.procOffice[slot];
  return office >= 0
    ? x.holder[office] === person
    : x.procBody[slot] >= 0 && sitsIn(s, x.procBody[slot], person);
}

function offer(s: Scene, slot: number, kind: string, person: number, menu: Menu): void {
  const m = menu.start(actNumber(kind), person);
  m.body = s.state.procOffice[slot] >= 0 ? -1 : s.state.procBody[slot];
  m.office = s.state.procOffice[slot];
  m.proc = slot;
  menu.offer(s);
}

/** The body that decides votes on letting him go; nobody in particular moves it. */
function putOffer(s: Scene, slot: number): void {
  const x = s.state;
  const m = clearMove(scratch);
  m.by = x.procTo[slot] >= 0 ? x.procTo[slot] : x.procBy[slot];
  m.body = deciderOf(s, x.procBody[slot], x.procOffice[slot]);
  m.to = x.procBy[slot];
  m.office = x.procOffice[slot];
  m.option = MotionOption.acceptResignation;
  m.proc = slot;
  m.key = mixKey(x.procKey[slot], 1);
  openProcedure(s, procedureNumber('motion'), m, x.procOrigin[slot], now(s));
}

function refuse(s: Scene, slot: number): void {
  const x = s.state;
  const m = clearMove(scratch);
  m.kind = actNumber('refuse-resignation');
  m.by = s.world.people + deciderOf(s, x.procBody[slot], x.procOffice[slot]);
  m.to = x.procBy[slot];
  m.office = x.procOffice[slot];
  m.proc = slot;
  if (attempt(s, m) < 0) closeProcedure(s, slot);
}
