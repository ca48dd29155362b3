import { probabilities } from '../choice/choose.ts';
import { type ChoiceExplained, choiceAt } from '../questions/why.ts';
import { type Chooser, drawing } from '../run/chooser.ts';
import type { Engine } from '../run/engine.ts';
import { simulate } from '../run/run.ts';
import { Counter } from '../world/state.ts';
import { runFromHistory } from './from-history.ts';
import { type Parting, partingOf } from './parting.ts';
import type { Prepared } from './shard.ts';

/** One choice of a world that was watched. */
export interface WatchedChoice {
  /** Semantic key of the moment: the same in both worlds. */
  readonly key: number;
  readonly choice: ChoiceExplained;
  /** Acts that had been done before it. */
  readonly before: number;
}

/** One world of a pair: every choice made in it (from history: from the day on which it is left), and the engine at its end. */
export interface WatchedWorld {
  readonly engine: Engine;
  readonly choices: readonly WatchedChoice[];
}

export interface ToldPair {
  readonly without: WatchedWorld;
  readonly with: WatchedWorld;
  /** Undefined if they never differ, beside what is forced. */
  readonly parting: Parting | undefined;
}

/** One pair of a plan told again, with every choice and its reasons. Throws ForceRefused if the rules forbid what is forced, a RangeError without interventions. */
export function tellPair(p: Prepared, run: number): ToldPair {
  const { engine, twin } = p;
  if (!twin) throw new RangeError('only a plan with a change has pairs');
  const a: WatchedChoice[] = [];
  const b: WatchedChoice[] = [];
  if (p.past) {
    const columns = p.outcomes.map(() => new Float64Array(1));
    runFromHistory(p.past, p, run, 0, columns, columns, (g, chooser) => watched(chooser, g === twin ? b : a));
  } else {
    whole(engine, p.plan.seed, run, a);
    whole(twin, p.plan.seed, run, b);
  }
  return {
    without: { engine, choices: a },
    with: { engine: twin, choices: b },
    parting: partingOf(engine.scene.state, twin.scene.state),
  };
}

function whole(engine: Engine, seed: number, run: number, into: WatchedChoice[]): void {
  engine.chooser = watched(drawing, into);
  simulate(engine, seed, run);
  engine.chooser = drawing;
}

/** Chooses as another does, looking at every option, and keeps what it saw. */
const watched = (by: Chooser, into: WatchedChoice[]): Chooser => ({
  choose: (engine, o) => {
    const row = by.choose(engine, o);
    const before = engine.scene.state.counters[Counter.acts] ?? 0;
    const p = probabilities(engine.mind, o.nested, o.mayWait);
    into.push({ key: o.key, before, choice: choiceAt(engine, o, row, p) });
    return row;
  },
});

/** The number (from 1) of the choice that led to an act; undefined for what follows by itself. */
export function stepOf(world: WatchedWorld, act: number): number | undefined {
  const x = world.engine.scene.state;
  const by = x.actBy[act] ?? -1;
  for (let k = world.choices.length - 1; k >= 0; k--) {
    const { choice, before } = world.choices[k]!;
    if (choice.person !== by || before > act) continue;
    // His first act since that choice, if he chose to act or voted.
    if (choice.chosen < 0 && choice.occasion !== 2) continue;
    for (let j = before; j < act; j++) if (x.actBy[j] === by) return undefined;
    return k + 1;
  }
  return undefined;
}

/** The same moment in the other world, if it comes to it. */
export const sameMoment = (world: WatchedWorld, at: WatchedChoice): WatchedChoice | undefined =>
  world.choices.find((c) => c.key === at.key && c.choice.person === at.choice.person);
