import type { Episode } from '../episode/types.ts';
import { createEngine, type Engine } from '../run/engine.ts';
import { compileHistory } from '../run/history/compile.ts';
import { beginReplay, replay, type ReplayedAct } from '../run/history/replay.ts';
import { compileWorld } from '../world/compile/compile.ts';
import { type CompiledOutcome, compileOutcomes } from './outcomes.ts';

export interface Replayed {
  readonly acts: readonly ReplayedAct[];
  /** Outcome values of the record, in the order of the episode's outcomes. */
  readonly outcomes: readonly number[];
  readonly compiled: readonly CompiledOutcome[];
  /** The engine at the end (or at `until`), for looking at the state. */
  readonly engine: Engine;
  /** Sum of −log₂ p over the acts that the model gave a probability. */
  readonly bits: number;
}

/** What looks on while a record is replayed: at the first day (no act), and after each act. */
export type Onlooker = (engine: Engine, seen: ReplayedAct | undefined) => void;

/** Replays an episode's record, all of it or up to a day (its end), and reads the outcomes. */
export function replayEpisode(e: Episode, until?: number, look?: Onlooker): Replayed {
  const world = compileWorld(e);
  const engine = createEngine(world);
  const compiled = compileOutcomes(e, world);
  const outcomes = compiled.map(() => Number.NaN);
  beginReplay(engine);
  look?.(engine, undefined);
  const end = Math.min(until === undefined ? Number.POSITIVE_INFINITY : until + 1, world.ends + 1);
  const acts: ReplayedAct[] = [];
  const stops = [...new Set([...compiled.map((o) => Math.min(o.at, end)), end])]
    .filter((t) => t <= end)
    .sort((a, b) => a - b);
  const history = compileHistory(e);
  // One continuous replay, read at each stop: acts are yielded in order, so a stop is passed when an act lies beyond it.
  let next = 0;
  const readUntil = (t: number): void => {
    while ((stops[next] ?? Number.POSITIVE_INFINITY) <= t) {
      const stop = stops[next++] ?? end;
      compiled.forEach((o, k) => {
        if (Math.min(o.at, end) === stop) outcomes[k] = o.value(engine.scene);
      });
    }
  };
  const run = replay(
    engine,
    history.filter((a) => a.time < end),
    end,
  );
  for (;;) {
    const upcoming = history.filter((a) => a.time < end)[countActs(acts)];
    if (upcoming) readUntil(upcoming.time);
    const step = run.next();
    if (step.done) break;
    acts.push(step.value);
    look?.(engine, step.value);
  }
  readUntil(end);
  const bits = acts.reduce((sum, a) => sum + (Number.isFinite(a.bits) ? a.bits : 0), 0);
  return { acts, outcomes, compiled, engine, bits };
}

/** Different acts replayed so far (several people's shares of one act count once). */
function countActs(acts: readonly ReplayedAct[]): number {
  return new Set(acts.map((a) => a.act.id)).size;
}
