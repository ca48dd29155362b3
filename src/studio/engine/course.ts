import type { CompiledOutcome } from '../../questions/outcomes.ts';
import { countingSteps } from '../../questions/why.ts';
import { answerText } from '../../report/answers.ts';
import { beginRun, createEngine, type Engine } from '../../run/engine.ts';
import { compileHistory } from '../../run/history/compile.ts';
import { beginReplay, replay } from '../../run/history/replay.ts';
import { continueRun } from '../../run/run.ts';
import { Counter } from '../../world/state.ts';
import { recordActs, runActs } from './acts.ts';
import { engineFor } from './engines.ts';
import { filming } from './frames.ts';
import { both, type Ready } from './opened.ts';
import type { Course, CourseName } from './protocol.ts';

/** One whole course of events, history or a run, in the same form. */
export function tellCourse(ready: Ready, name: CourseName): Course {
  return name.kind === 'history' ? tellHistory(ready) : tellRun(ready, name);
}

/** An engine at the end of a day of a course. */
export function engineAt(ready: Ready, name: CourseName, day: number): Engine {
  const until = Math.min(day + 1, ready.world.ends + 1);
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

function tellRun(ready: Ready, name: Extract<CourseName, { kind: 'run' }>): Course {
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
    readOutcomes(ready.outcomes, engine, day + 1, ends + 1, outcomes);
  }
  return {
    name,
    acts: runActs(ready, engine.scene, steps.told().stepOfAct),
    frames: film.frames(),
    outcomes,
    outcomeTexts: textsOf(ready, outcomes),
  };
}

function readOutcomes(
  compiled: readonly CompiledOutcome[],
  engine: Engine,
  now: number,
  end: number,
  into: number[],
): void {
  compiled.forEach((o, k) => {
    if (Math.min(o.at, end) === now) into[k] = o.value(engine.scene);
  });
}

const textsOf = (ready: Ready, values: readonly number[]): Course['outcomeTexts'] =>
  ready.outcomes.map((o, k) => both(ready, (s) => answerText(o, values[k] ?? Number.NaN, s)));
