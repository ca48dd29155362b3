import { probabilities } from '../choice/choose.ts';
import { considerationCount } from '../choice/considerations/index.ts';
import { evaluate } from '../choice/evaluate.ts';
import { type Chooser, drawing, type Occasion } from '../run/chooser.ts';
import type { Engine } from '../run/engine.ts';
import { simulate } from '../run/run.ts';
import { fillMenu } from '../run/steps.ts';
import { Counter, type State } from '../world/state.ts';

/** One option as it stood at the moment of a choice: the move, its reasons, and what they came to. */
export interface OptionExplained {
  readonly kind: number;
  readonly by: number;
  readonly to: number;
  readonly body: number;
  readonly issue: number;
  readonly office: number;
  readonly thing: number;
  readonly option: number;
  readonly value: number;
  /** Values of the considerations, in their order. */
  readonly considerations: readonly number[];
  /** Weighted sum; waiting has 0. */
  readonly sum: number;
  readonly probability: number;
}

export interface ChoiceExplained {
  readonly person: number;
  /** Moment, in days. */
  readonly time: number;
  /** As in `Occasion`: 0 initiative, 1 an answer, 2 a vote, 3 a proposal on the agenda. */
  readonly occasion: number;
  readonly nested: boolean;
  readonly options: readonly OptionExplained[];
  /** Index of what was chosen; −1 waiting (in a vote: abstaining). */
  readonly chosen: number;
  /** Probability of waiting. */
  readonly waiting: number;
}

/** Copies the evaluated menu out of the engine. Call between the evaluation and the next occasion. */
export function choiceAt(
  engine: Engine,
  o: Pick<Occasion, 'person' | 'kind' | 'nested'>,
  chosen: number,
  p: Float64Array,
): ChoiceExplained {
  const { menu, matrix, utility, scene } = engine.mind;
  const options = Array.from(
    { length: menu.size },
    (_, k): OptionExplained => ({
      kind: menu.kind[k] ?? -1,
      by: menu.by[k] ?? -1,
      to: menu.to[k] ?? -1,
      body: menu.body[k] ?? -1,
      issue: menu.issue[k] ?? -1,
      office: menu.office[k] ?? -1,
      thing: menu.thing[k] ?? -1,
      option: menu.option[k] ?? -1,
      value: menu.value[k] ?? Number.NaN,
      considerations: Array.from(matrix.subarray(k * considerationCount, (k + 1) * considerationCount)),
      sum: utility[k] ?? Number.NaN,
      probability: p[k] ?? Number.NaN,
    }),
  );
  return {
    person: o.person,
    time: scene.state.clock[0] ?? Number.NaN,
    occasion: o.kind,
    nested: o.nested,
    options,
    chosen,
    waiting: p[menu.size] ?? Number.NaN,
  };
}

class Reached extends Error {
  readonly choice: ChoiceExplained;

  constructor(choice: ChoiceExplained) {
    super('reached');
    this.choice = choice;
  }
}

/** The choice at a step (from 1) of a run, run up to there only; undefined if the run has fewer. */
export function choiceOfRun(
  engine: Engine,
  seed: number,
  run: number,
  step: number,
): ChoiceExplained | undefined {
  let count = 0;
  const { glance, glanceAt } = drawing;
  const reach = (g: Engine, o: Occasion): never => {
    const row = drawing.choose(g, o);
    throw new Reached(choiceAt(g, o, row, probabilities(g.mind, o.nested, o.mayWait)));
  };
  // Moments are counted as `countingSteps` counts them; at the one asked for, every option is looked at.
  const stopping: Chooser = {
    choose: (g, o) => (++count < step ? drawing.choose(g, o) : reach(g, o)),
    ...(glance && {
      glance: (g, o) => {
        if (++count < step) return glance(g, o);
        fillMenu(g, o.person);
        evaluate(g.mind, o.person);
        return reach(g, o);
      },
    }),
    ...(glanceAt && {
      glanceAt: (g, o, kind, issue, offer) => {
        if (++count < step) return glanceAt(g, o, kind, issue, offer);
        g.mind.menu.clear();
        offer(g.scene, o.person, g.mind.menu);
        evaluate(g.mind, o.person);
        return reach(g, o);
      },
    }),
  };
  try {
    withChooser(engine, stopping, () => simulate(engine, seed, run));
  } catch (error) {
    if (error instanceof Reached) return error.choice;
    throw error;
  }
  return undefined;
}

export interface RunTold {
  /** Number of choices, and of those to wait. */
  readonly choices: number;
  readonly waits: number;
  /** Step of the choice that led to an act of the record, by the act's index; none for what follows by itself. */
  readonly stepOfAct: ReadonlyMap<number, number>;
}

/** One whole run, with the step of each act; the record stays in the engine's state. */
export function tellRun(engine: Engine, seed: number, run: number): RunTold {
  const steps = countingSteps(engine);
  withChooser(engine, steps.chooser, () => simulate(engine, seed, run));
  return steps.told();
}

/** A chooser that draws as always, counts the choices and remembers which of them led to which act. */
export function countingSteps(engine: Engine): { readonly chooser: Chooser; readonly told: () => RunTold } {
  const x = engine.scene.state;
  const made: ChoiceMade[] = [];
  let choices = 0;
  let waits = 0;
  const count = (o: Occasion, row: number): number => {
    choices++;
    if (row < 0) waits++;
    if (row >= 0 || o.kind === 2)
      made.push({
        step: choices,
        person: o.person,
        kind: row < 0 ? -1 : (engine.mind.menu.kind[row] ?? -1),
        from: x.counters[Counter.acts] ?? 0,
        time: x.clock[0] ?? Number.NaN,
      });
    return row;
  };
  const { glance, glanceAt } = drawing;
  const chooser: Chooser = {
    choose: (g, o) => count(o, drawing.choose(g, o)),
    ...(glance && { glance: (g, o) => count(o, glance(g, o)) }),
    ...(glanceAt && { glanceAt: (g, o, kind, issue, offer) => count(o, glanceAt(g, o, kind, issue, offer)) }),
  };
  return { chooser, told: () => ({ choices, waits, stepOfAct: stepsOfActs(x, made) }) };
}

/** A choice that led to an act, or a vote. */
export interface ChoiceMade {
  /** Its number, from 1. */
  readonly step: number;
  readonly person: number;
  /** Kind of act chosen; −1 whichever (abstaining). */
  readonly kind: number;
  /** Acts that had been done before it. */
  readonly from: number;
  readonly time: number;
}

/** Step of the choice that led to an act, by the act's index in a state in which those choices were made. */
export function stepsOfActs(x: State, made: readonly ChoiceMade[]): ReadonlyMap<number, number> {
  const stepOfAct = new Map<number, number>();
  const acts = x.counters[Counter.acts] ?? 0;
  for (const { step, person, kind, from, time } of made) {
    // Votes are written after everybody has chosen, so the act is the person's first one from there on, at the same moment.
    for (let k = from; k < acts && x.actTime[k] === time; k++) {
      if (x.actBy[k] !== person || (kind >= 0 && x.actKind[k] !== kind) || stepOfAct.has(k)) continue;
      stepOfAct.set(k, step);
      break;
    }
  }
  return stepOfAct;
}

function withChooser(engine: Engine, chooser: Chooser, work: () => void): void {
  const before = engine.chooser;
  engine.chooser = chooser;
  try {
    work();
  } finally {
    engine.chooser = before;
  }
}
