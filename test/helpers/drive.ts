import { allActs, allProcedures, type Step } from '../../src/acts/index.ts';
import { isAdopted } from '../../src/acts/procedures/motion.ts';
import { Menu } from '../../src/acts/menu.ts';
import { voterRule } from '../../src/acts/assemblies.ts';
import { newMove } from '../../src/world/record.ts';
import type { Scene } from '../../src/world/scene.ts';
import { procedureCapacity } from '../../src/world/state.ts';

/** Chooses among `size` options of a menu; −1 is silence. */
export type Pick = (menu: Menu, person: number, slot: number) => number;

const step: Step = { do: 0, person: -1 };

/** The procedure due first, or −1. */
function nextDue(s: Scene): number {
  let best = -1;
  for (let k = 0; k < procedureCapacity; k++) {
    if (s.state.procKind[k] >= 0 && (best < 0 || s.state.procDue[k] < s.state.procDue[best])) best = k;
  }
  return best >= 0 && s.state.procDue[best] < Number.POSITIVE_INFINITY ? best : -1;
}

/** Lets the procedures run until none is due before `until`; returns how many steps that took. Throws if they do not come to rest. */
export function drive(s: Scene, pick: Pick, until = 1000): number {
  for (let n = 0; n < 20_000; n++) {
    const slot = nextDue(s);
    if (slot < 0 || s.state.procDue[slot] >= until) return n;
    s.state.clock[0] = Math.max(s.state.clock[0], s.state.procDue[slot]);
    takeStep(s, slot, pick);
  }
  throw new Error('the procedures do not end');
}

function takeStep(s: Scene, slot: number, pick: Pick): void {
  const definition = allProcedures()[s.state.procKind[slot]];
  step.do = 3;
  step.person = -1;
  definition.next(s, slot, step);
  const what: number = step.do;
  if (what === 1) ask(s, slot, step.person, pick);
  else if (what === 2) ballot(s, slot, pick);
  else if (what === 0 && !(s.state.procDue[slot] > s.state.clock[0]))
    s.state.procDue[slot] = s.state.clock[0] + 1;
}

function ask(s: Scene, slot: number, person: number, pick: Pick): void {
  const definition = allProcedures()[s.state.procKind[slot]];
  const menu = new Menu();
  definition.answers?.(s, slot, person, menu);
  const row = menu.size === 0 ? -1 : pick(menu, person, slot);
  if (row < 0) {
    definition.silence?.(s, slot, person);
    return;
  }
  const m = menu.take(row, newMove());
  s.party.byCount = s.party.toCount = 0;
  allActs()[m.kind].apply(s, m);
}

/** A ballot without the model: each member's vote is picked from a menu of yes (0), no (1) and silence. */
function ballot(s: Scene, slot: number, pick: Pick): void {
  const definition = allProcedures()[s.state.procKind[slot]];
  const menu = new Menu();
  menu.size = 2;
  let yes = 0;
  let no = 0;
  let abstain = 0;
  for (let p = 0; p < s.world.people; p++) {
    if (voterRule(s, slot, p) !== 0) continue;
    const row = pick(menu, p, slot);
    if (row === 0) yes++;
    else if (row === 1) no++;
    else abstain++;
  }
  definition.concluded?.(s, slot, yes, no, abstain, isAdopted(s, slot, yes, no, abstain));
}
