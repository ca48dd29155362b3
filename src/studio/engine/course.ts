import type { CompiledOutcome } from '../../questions/outcomes.ts';
import type { Inferred } from '../../questions/abduction/infer.ts';
import { type ChoiceMade, countingSteps, stepsOfActs } from '../../questions/why.ts';
import { answerText } from '../../report/answers.ts';
import { beginRun, createEngine, type Engine } from '../../run/engine.ts';
import { compileHistory } from '../../run/history/compile.ts';
import { beginReplay, replay } from '../../run/history/replay.ts';
import { continueRun } from '../../run/run.ts';
import type { Scene } from '../../world/scene.ts';
import { Counter } from '../../world/state.ts';
import { recordActs, runActs } from './acts.ts';
import { along, type RunName } from './along.ts';
import { engineFor } from './engines.ts';
import { filming } from './frames.ts';
import { both, type Ready } from './opened.ts';
import type { Course, CourseName } from './protocol.ts';

/** One whole course of events, history or a run, in the same form. */
export function tellCourse(ready: Ready, name: CourseName, inferred?: Inferred): Course {
  if (name.kind === 'history') return tellHistory(ready);
  return name.until === undefined ? tellRun(ready, name) : tellFromHistory(ready, name, inferred);
}

/** An engine at the end of a day of a course. A run from history needs the luck inferred. */
export function engineAt(ready: Ready, name: CourseName, day: number, inferred?: Inferred): Engine {
  const until = Math.min(day + 1, ready.world.ends + 1);
  if (name.kind === 'run' && name.until !== undefined)
    return along(ready, name, inferred, { day: (_, now) => now + 1 >= until });
  if (name.kind === 'run') {
    const engine = engineFor(ready, name.changes);
    beginRun(engine, name.seed, name.run);
    continueRun(engine, { planned: 0 }, until);
    return engine;
  }
  const engine = createEngine(ready.world);
  beginReplay(engine);
  const history = compileHistory(ready.episode).filter((a) => a.time < until);
  for (const _ of replay(engine, history, until));
  return engine;
}

function tellHistory(ready: Ready): Course {
  const { replayed, frames } = ready.past;
  return {
    name: { kind: 'history' },
    acts: recordActs(ready, replayed),
    frames,
    outcomes: replayed.outcomes,
    outcomeTexts: textsOf(ready, replayed.outcomes),
    bits: replayed.bits,
  };
}

function tellRun(ready: Ready, name: RunName): Course {
  const engine = engineFor(ready, name.changes);
  const x = engine.scene.state;
  const steps = countingSteps(engine);
  engine.chooser = steps.chooser;
  beginRun(engine, name.seed, name.run);
  const film = filming();
  const { starts, ends } = ready.world;
  film.take(engine.scene, starts);
  const outcomes = ready.outcomes.map(() => Number.NaN);
  const progress = { planned: 0 };
  for (let day = starts; day <= ends; day++) {
    const acts = x.counters[Counter.acts];
    continueRun(engine, progress, day + 1);
    if (x.counters[Counter.acts] !== acts || day === ends) film.take(engine.scene, day);
    readAt(ready.outcomes, engine.scene, day + 1, ends + 1, outcomes);
  }
  return {
    name,
    acts: runActs(ready, engine.scene, steps.told().stepOfAct),
    frames: film.frames(),
    outcomes,
    outcomeTexts: textsOf(ready, outcomes),
  };
}

function tellFromHistory(ready: Ready, name: RunName, inferred: Inferred | undefined): Course {
  const film = filming();
  const { starts, ends } = ready.world;
  const outcomes = ready.outcomes.map(() => Number.NaN);
  const made: ChoiceMade[] = [];
  let step = 0;
  let acts = -1;
  const engine = along(ready, name, inferred, {
    day: (scene, day) => {
      const now = scene.state.counters[Counter.acts] ?? 0;
      if (now !== acts || day === ends || day === starts) film.take(scene, day);
      acts = now;
      readAt(ready.outcomes, scene, day + 1, ends + 1, outcomes);
      return false;
    },
    choice: (g, o, row) => {
      const x = g.scene.state;
      step++;
      if (row >= 0 || o.kind === 2)
        made.push({
          step,
          person: o.person,
          kind: row < 0 ? -1 : (g.mind.menu.kind[row] ?? -1),
          from: x.counters[Counter.acts] ?? 0,
          time: x.clock[0] ?? Number.NaN,
        });
      return false;
    },
  });
  return {
    name,
    acts: runActs(ready, engine.scene, stepsOfActs(engine.scene.state, made)),
    frames: film.frames(),
    outcomes,
    outcomeTexts: textsOf(ready, outcomes),
  };
}

function readAt(
  compiled: readonly CompiledOutcome[],
  scene: Scene,
  now: number,
  end: number,
  into: number[],
): void {
  compiled.forEach((o, k) => {
    if (Math.min(o.at, end) === now) into[k] = o.value(scene);
  });
}

const textsOf = (ready: Ready, values: readonly number[]): Course['outcomeTexts'] =>
  ready.outcomes.map((o, k) => both(ready, (s) => answerText(o, values[k] ?? Number.NaN, s)));
