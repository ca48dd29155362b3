import { shiftTie } from '../../world/beliefs.ts';
import { closeProcedure, markOf, setMark } from '../../world/procedures.ts';
import { isAway, now, type Scene } from '../../world/scene.ts';
import { Mark } from '../../world/state.ts';
import { actNumber, defineProcedure } from '../define.ts';
import { nextMarked } from '../papers.ts';
import { addStrain } from '../strain.ts';

/** Days from the demand to its deadline. */
const deadline = 3;
const Round = { first: 0, last: 1 } as const;
/** What one who refused loses in the eyes of one who signed. */
const splitters = 0.05;

/**
 * A denial that several have been asked to sign. They are asked one after the other, most trusted by the asker first, and see who has signed;
 * those who say nothing are asked once more at the deadline. Then it is over: whoever refused is the splitter in the eyes of those who signed.
 */
export const denialProcedure = defineProcedure({
  kind: 'denial',
  next: (s, slot, step) => {
    const x = s.state;
    if (x.procDue[slot] > now(s)) {
      step.do = 0;
      return;
    }
    const first = x.procState[slot] === Round.first;
    const person = nextMarked(s, slot, first ? Mark.asked : Mark.evaded, x.procBy[slot]);
    if (person >= 0) {
      step.do = 1;
      step.person = person;
      return;
    }
    if (first && nextMarked(s, slot, Mark.evaded, -1) >= 0) {
      x.procState[slot] = Round.last;
      x.procDue[slot] = Math.max(now(s) + 0.5, x.procOpened[slot] + deadline);
      step.do = 0;
      return;
    }
    settle(s, slot);
    closeProcedure(s, slot);
    step.do = 3;
  },
  answers: (s, slot, person, menu) => {
    if (isAway(s, person)) return;
    for (let answer = 0; answer < 2; answer++) {
      const m = menu.start(actNumber(answer === 0 ? 'sign-denial' : 'refuse-denial'), person);
      m.proc = slot;
      m.body = s.state.procBody[slot];
      m.issue = s.state.procIssue[slot];
      if (answer === 0) m.value = s.state.procValue[slot];
      menu.offer(s);
    }
  },
  silence: (s, slot, person) => {
    const again = s.state.procState[slot] === Round.first;
    setMark(s, slot, person, again ? Mark.evaded : Mark.silent);
  },
});

function settle(s: Scene, slot: number): void {
  const { world: w, state: x } = s;
  let signed = 0;
  let refused = 0;
  for (let p = 0; p < w.people; p++) {
    const mark = markOf(s, slot, p);
    if (mark === Mark.yes) signed++;
    if (mark === Mark.no) refused++;
  }
  if (signed > 0 && refused > 0) {
    for (let e = 0; e < w.edges; e++) {
      if (markOf(s, slot, w.edgeFrom[e]) === Mark.yes && markOf(s, slot, w.edgeTo[e]) === Mark.no)
        shiftTie(s, w.edgeFrom[e], w.edgeTo[e], -splitters);
    }
  }
  if (signed > 0 && refused === 0) addStrain(s, w.bodyOrganisation[x.procBody[slot]] ?? -1, -0.04);
}
