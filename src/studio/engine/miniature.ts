import { loadEpisode } from '../../episode/index.ts';
import { createEngine } from '../../run/engine.ts';
import { compileHistory } from '../../run/history/compile.ts';
import { beginReplay, replay } from '../../run/history/replay.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import { filming } from './frames.ts';
import type { MiniatureView, StudioFile } from './protocol.ts';

/** What a card of the shelf shows: the episode, and its record as a course without words. Undefined where the files cannot be run. */
export function miniature(files: readonly StudioFile[]): MiniatureView | undefined {
  const { episode, ok } = loadEpisode(files);
  if (!episode || !ok) return undefined;
  const world = compileWorld(episode);
  const engine = createEngine(world);
  beginReplay(engine);
  const film = filming();
  film.take(engine.scene, world.starts);
  let day = world.starts;
  for (const seen of replay(engine, compileHistory(episode), world.ends + 1)) {
    day = Math.max(day, Math.floor(seen.act.time));
    film.take(engine.scene, day);
  }
  film.take(engine.scene, world.ends);
  const acts = episode.record.map((a) => ({ by: a.by, kind: a.kind }));
  return { episode, course: { acts, frames: film.frames() } };
}
