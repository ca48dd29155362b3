import { closeProcedure } from '../../world/procedures.ts';
import { now } from '../../world/scene.ts';
import { isPerson } from '../actors.ts';
import { actNumber, defineProcedure } from '../define.ts';

/** Days after which an approach that has found no answer is taken as declined. */
export const patience = 5;

/** Somebody has been approached: he is asked on the next day and, if he stays silent, once more on the fifth. He answers with a pact or a rebuff. */
export const approachProcedure = defineProcedure({
  kind: 'approach',
  next: (s, slot, step) => {
    const x = s.state;
    if (x.procState[slot] >= 2 || !isPerson(s, x.procTo[slot])) {
      closeProcedure(s, slot);
      step.do = 3;
      return;
    }
    if (x.procDue[slot] > now(s)) {
      step.do = 0;
      return;
    }
    step.do = 1;
    step.person = x.procTo[slot];
  },
  answers: (s, slot, person, menu) => {
    const x = s.state;
    if (person !== x.procTo[slot]) return;
    for (let answer = 0; answer < 2; answer++) {
      const m = menu.start(actNumber(answer === 0 ? 'pact' : 'rebuff'), person);
      m.to = x.procBy[slot];
      m.issue = x.procIssue[slot];
      m.value = x.procValue[slot];
      m.proc = slot;
      menu.offer(s);
    }
  },
  silence: (s, slot) => {
    const x = s.state;
    x.procState[slot]++;
    x.procDue[slot] = Math.max(now(s) + 0.5, x.procOpened[slot] + patience);
  },
});
