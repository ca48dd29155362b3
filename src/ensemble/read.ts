import type { CompiledOutcome } from '../questions/outcomes.ts';
import type { Engine } from '../run/engine.ts';
import { continueRun, type Progress } from '../run/run.ts';

/** Runs on to `until`, stopping at the days on which outcomes are read. */
export function finish(
  engine: Engine,
  progress: Progress,
  outcomes: readonly CompiledOutcome[],
  k: number,
  columns: readonly Float64Array[],
  until = Number.POSITIVE_INFINITY,
): void {
  const end = engine.scene.world.ends + 1;
  const from = engine.scene.state.clock[0] ?? 0;
  const stops = [...new Set(outcomes.map((o) => Math.min(o.at, end)))]
    .filter((t) => t > from && t <= until)
    .sort((a, b) => a - b);
  for (const stop of stops) {
    continueRun(engine, progress, stop);
    for (let o = 0; o < outcomes.length; o++) {
      const outcome = outcomes[o];
      if (outcome && Math.min(outcome.at, end) === stop) put(columns, o, k, outcome.value(engine.scene));
    }
  }
  if (until < end) continueRun(engine, progress, until);
}

export function put(columns: readonly Float64Array[], o: number, k: number, value: number): void {
  const column = columns[o];
  if (column) column[k] = value;
}
