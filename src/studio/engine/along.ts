import { type Watch, runFromHistory } from '../../ensemble/from-history.ts';
import { prepare } from '../../ensemble/shard.ts';
import type { Inferred } from '../../questions/abduction/infer.ts';
import type { CompiledOutcome } from '../../questions/outcomes.ts';
import type { Chooser, Occasion } from '../../run/chooser.ts';
import type { Engine } from '../../run/engine.ts';
import type { Scene } from '../../world/scene.ts';
import { soundChanges } from './changes.ts';
import type { Ready } from './opened.ts';
import { pastUntil } from './pasts.ts';
import type { CourseName } from './protocol.ts';

export type RunName = Extract<CourseName, { readonly kind: 'run' }>;

/** Thrown to leave a run where what was looked for has been seen. */
class Seen extends Error {}

interface Looking {
  /** Called at the end of each day; true ends the run there. */
  readonly day?: (scene: Scene, day: number) => boolean | undefined;
  /** Called at each choice after the day up to which history is kept; true ends the run there. */
  readonly choice?: (engine: Engine, o: Occasion, row: number) => boolean | undefined;
}

/**
 * Goes along one world of a run from history, the changed one if the course has changes, exactly as the ensemble does, and looks on. Returns
 * the engine of that world, as it is where the run was left.
 */
export function along(ready: Ready, name: RunName, inferred: Inferred | undefined, look: Looking): Engine {
  const { seed, run, until } = name;
  if (until === undefined || !inferred) throw new RangeError('the luck of history has not been inferred');
  const p = prepare({
    episode: ready.episode,
    seed,
    first: run,
    runs: 1,
    interventions: soundChanges(ready, name.changes),
    parameters: {},
    past: pastUntil(until),
    inferred,
  });
  if (!p.past) throw new RangeError('the luck of history has not been inferred');
  const { engine, twin } = p;
  // A twin that parts after the date is a copy of the other world up to there.
  const parts = p.intervention?.parts ?? Number.NEGATIVE_INFINITY;
  const shared = twin && parts >= p.past.given.end ? parts : Number.NEGATIVE_INFINITY;
  const world = { now: twin && shared === Number.NEGATIVE_INFINITY ? twin : engine };
  const looks = (g: Engine, time: number, atEnd: boolean): boolean => {
    const own = twin && (atEnd ? time > shared : time >= shared) ? twin : engine;
    if (g !== own) return false;
    world.now = own;
    return true;
  };
  const watch: Watch = (g, by) => (look.choice ? watching(g, by, look.choice, looks) : by);
  const days = everyDay(ready, (scene, day) => {
    const g = scene === twin?.scene ? twin : engine;
    if (looks(g, day + 1, true) && look.day?.(scene, day)) throw new Seen();
  });
  try {
    runFromHistory(p.past, { ...p, outcomes: days }, run, 0, [], [], watch);
  } catch (error) {
    if (!(error instanceof Seen)) throw error;
  }
  return world.now;
}

/** Chooses as another does, looking at every option, and shows what was chosen. */
const watching = (
  g: Engine,
  by: Chooser,
  saw: NonNullable<Looking['choice']>,
  looks: (g: Engine, time: number, atEnd: boolean) => boolean,
): Chooser => ({
  choose: (engine, o) => {
    const row = by.choose(engine, o);
    if (looks(g, engine.scene.state.clock[0] ?? 0, false) && saw(engine, o, row)) throw new Seen();
    return row;
  },
});

const nothingAsked: CompiledOutcome['source'] = {
  id: '',
  path: [],
  ask: { en: '', ru: '' },
  measure: { kind: 'open', procedure: '', at: 0 },
};

/** What is read at the end of each day of the episode: a run stops for it as it does for the outcomes, and goes on unchanged. */
const everyDay = (ready: Ready, look: (scene: Scene, day: number) => void): readonly CompiledOutcome[] => {
  const { starts, ends } = ready.world;
  return Array.from({ length: ends - starts + 1 }, (_, k) => ({
    id: '',
    kind: 'number',
    at: starts + k + 1,
    source: nothingAsked,
    value: (scene) => {
      look(scene, starts + k);
      return Number.NaN;
    },
  }));
};
