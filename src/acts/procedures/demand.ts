import { closeProcedure } from '../../world/procedures.ts';
import { now, type Scene } from '../../world/scene.ts';
import { isPerson } from '../actors.ts';
import { actNumber, defineProcedure } from '../define.ts';
import { enforcedDays } from '../kinds/demand.ts';
import { DemandOption, demandDays, isMet, talksWith } from '../outside.ts';

/** Days after which talks no longer keep a demand from falling due. */
const longestTalks = 30;
const Stage = { pressing: 0, asked: 1 } as const;

/**
 * A demand pressed on the body that decides its issue; its force is what forecasts take for its credibility. Looked at daily, it ends
 * when the line has come near enough. While there are talks it waits. When it falls due an outsider is asked: he declares what he
 * threatened (and presses on for some days), recalls his people, or lets it fade. A threat of force by one of our own just fades.
 */
export const demandProcedure = defineProcedure({
  kind: 'demand',
  next: (s, slot, step) => {
    const x = s.state;
    const by = x.procBy[slot];
    if (!isPerson(s, by) || x.procIssue[slot] < 0 || (s.world.outsider[by] && isMet(s, slot)))
      return end(s, slot, step);
    const age = now(s) - x.procOpened[slot];
    if (age < longestTalks && talksWith(s, by, x.procIssue[slot]) >= 0) return wait(s, slot, step);
    const declared = x.procOption[slot] === DemandOption.declared;
    if (age < (declared ? enforcedDays : demandDays)) return wait(s, slot, step);
    if (declared || x.procState[slot] === Stage.asked || !s.world.outsider[by]) return end(s, slot, step);
    x.procState[slot] = Stage.asked;
    step.do = 1;
    step.person = by;
  },
  answers: (s, slot, person, menu) => {
    const { world: w, state: x } = s;
    if (person !== x.procBy[slot] || !w.outsider[person]) return;
    if (x.procOption[slot] === DemandOption.strike) {
      const m = menu.start(actNumber('demand'), person);
      m.to = w.people + x.procBody[slot];
      m.body = x.procBody[slot];
      m.issue = x.procIssue[slot];
      m.value = x.procValue[slot];
      m.option = DemandOption.declared;
      m.proc = slot;
      menu.offer(s);
    }
    for (let b = 0; b < w.bodies; b++) {
      if (!x.seat[b * w.people + person]) continue;
      const m = menu.start(actNumber('withdraw-people'), person);
      m.body = b;
      m.issue = x.procIssue[slot];
      m.proc = slot;
      menu.offer(s);
    }
  },
});

function end(s: Scene, slot: number, step: { do: 0 | 1 | 2 | 3 }): void {
  closeProcedure(s, slot);
  step.do = 3;
}

function wait(s: Scene, slot: number, step: { do: 0 | 1 | 2 | 3 }): void {
  s.state.procDue[slot] = now(s) + 1;
  step.do = 0;
}
