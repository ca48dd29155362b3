import { allActs, allProcedures } from '../acts/index.ts';
import type { Step } from '../acts/define.ts';
import { mixKey } from '../chance/keys.ts';
import { evaluate } from '../choice/evaluate.ts';
import { closeProcedure } from '../world/procedures.ts';
import { Counter } from '../world/state.ts';
import { holdBallot } from './ballot.ts';
import type { Occasion } from './chooser.ts';
import type { Engine } from './engine.ts';

const occasion: Occasion = { kind: 1, person: 0, key: 0, slot: -1, nested: false, mayWait: true };
const step: Step = { do: 0, person: -1 };

/** Most answers one procedure may ask for at one moment; more is a bug in it. */
const patience = 5000;
/** Who has been asked at this moment, in order. */
const asked = new Int32Array(patience);

/** Every legal move a person has on his own initiative. */
export function fillMenu(engine: Engine, person: number): void {
  const menu = engine.mind.menu;
  menu.clear();
  const acts = allActs();
  for (let k = 0; k < acts.length; k++) acts[k].propose?.(engine.scene, person, menu);
}

/** Lets the chooser decide and carries the choice out; returns the row or −1. */
export function choose(engine: Engine, o: Occasion): number {
  return chosen(engine, engine.chooser.choose(engine, o));
}

/** Carries out what was chosen, −1 waiting; counts the choice. */
export function chosen(engine: Engine, row: number): number {
  const { counters } = engine.scene.state;
  counters[Counter.choices]++;
  counters[Counter.options] += engine.mind.menu.size;
  if (row >= 0) carryOut(engine, row);
  return row;
}

/** Applies the move in a row of the menu. */
export function carryOut(engine: Engine, row: number): number {
  const m = engine.mind.menu.take(row, engine.move);
  engine.scene.party.byCount = 0;
  engine.scene.party.toCount = 0;
  return allActs()[m.kind].apply(engine.scene, m);
}

/** A procedure takes its next steps: answers, a ballot, until it waits or ends. */
export function runProcedure(engine: Engine, slot: number): void {
  const { scene: s } = engine;
  const x = s.state;
  for (let n = 0; n < patience; n++) {
    const kind = x.procKind[slot];
    if (kind < 0) return;
    const key = x.procKey[slot];
    const definition = allProcedures()[kind];
    definition.next(s, slot, closing(step));
    if (step.do === 1) {
      asked[n] = step.person;
      ask(engine, slot, step.person, timesAsked(n));
      if (x.procKind[slot] !== kind || x.procKey[slot] !== key) return;
    } else if (step.do === 2) {
      holdBallot(engine, slot);
      return;
    } else {
      if (step.do === 0 && !(x.procDue[slot] > x.clock[0])) x.procDue[slot] = x.clock[0] + 1;
      return;
    }
  }
  closeProcedure(s, slot);
}

/** How often the n-th one asked had been asked before him: what is asked of others does not matter to his luck. */
function timesAsked(n: number): number {
  let times = 0;
  for (let k = 0; k < n; k++) if (asked[k] === asked[n]) times++;
  return times;
}

/** A step that closes unless the procedure says otherwise. */
function closing(out: Step): Step {
  out.do = 3;
  out.person = -1;
  return out;
}

/** One person is asked in a procedure, for the `times`-th time at this moment; silence is always possible. */
function ask(engine: Engine, slot: number, person: number, times: number): void {
  const { scene: s, mind } = engine;
  const definition = allProcedures()[s.state.procKind[slot]];
  mind.menu.clear();
  definition.answers?.(s, slot, person, mind.menu);
  if (mind.menu.size === 0) {
    definition.silence?.(s, slot, person);
    return;
  }
  const compelled = engine.plan.answer(engine, person);
  if (compelled >= 0) {
    chosen(engine, compelled);
    return;
  }
  evaluate(mind, person);
  occasion.kind = 1;
  occasion.person = person;
  occasion.slot = slot;
  // Asked again in the same state on another day, as in talks, is another moment.
  const hours = Math.round(24 * (s.state.clock[0] - s.state.procOpened[slot]));
  occasion.key = mixKey(
    mixKey(
      mixKey(s.state.procKey[slot], s.world.personKey[person]),
      s.state.procState[slot] * 64 + Math.min(times, 63),
    ),
    hours,
  );
  occasion.nested = false;
  occasion.mayWait = true;
  if (choose(engine, occasion) < 0) definition.silence?.(s, slot, person);
}
