import type { Inferred } from '../../questions/abduction/infer.ts';
import { beginRun, createEngine, type Engine } from '../../run/engine.ts';
import { compileHistory } from '../../run/history/compile.ts';
import { beginReplay, replay } from '../../run/history/replay.ts';
import { continueRun } from '../../run/run.ts';
import type { Scene } from '../../world/scene.ts';
import { along } from './along.ts';
import { engineFor } from './engines.ts';
import type { Ready } from './opened.ts';
import type { CourseName, TieSpell } from './protocol.ts';

/** By less than this a tie counts as unchanged. */
const give = 0.005;

/** The ties of a whole course, each with the days during which it had about the same value. Ties of value 0 are left out. */
export function tieSpells(ready: Ready, name: CourseName, inferred?: Inferred): readonly TieSpell[] {
  const { starts, ends } = ready.world;
  const engine = name.kind === 'run' ? engineFor(ready, name.changes) : createEngine(ready.world);
  const w = engine.scene.world;
  const spells: TieSpell[] = [];
  const value = new Float64Array(w.edges);
  const since = new Float64Array(w.edges).fill(starts);
  const close = (k: number, end: number): void => {
    if (value[k] !== 0 && end > (since[k] ?? end))
      spells.push({
        from: w.edgeFrom[k] ?? -1,
        to: w.edgeTo[k] ?? -1,
        value: value[k] ?? 0,
        start: since[k] ?? starts,
        end,
      });
  };
  const look = (day: number, { state: x }: Scene = engine.scene): void => {
    for (let k = 0; k < w.edges; k++) {
      const now = x.tie[k] ?? 0;
      if (Math.abs(now - (value[k] ?? 0)) < give && (now === 0) === (value[k] === 0)) continue;
      close(k, day);
      value[k] = now;
      since[k] = day;
    }
  };
  if (name.kind === 'run' && name.until !== undefined)
    along(ready, name, inferred, {
      day: (scene, day) => {
        look(day, scene);
        return false;
      },
    });
  else walk(ready, engine, name, look);
  for (let k = 0; k < w.edges; k++) close(k, ends + 1);
  return spells.sort((a, b) => a.from - b.from || a.to - b.to || a.start - b.start);
}

/** Goes through a course and stops at the beginning and whenever something may have changed. */
function walk(ready: Ready, engine: Engine, name: CourseName, look: (day: number) => void): void {
  const { starts, ends } = ready.world;
  if (name.kind === 'run') {
    beginRun(engine, name.seed, name.run);
    look(starts);
    const progress = { planned: 0 };
    for (let day = starts; day <= ends; day++) {
      continueRun(engine, progress, day + 1);
      look(day);
    }
    return;
  }
  beginReplay(engine);
  look(starts);
  let day = starts;
  for (const seen of replay(engine, compileHistory(ready.episode), ends + 1)) {
    day = Math.max(day, Math.floor(seen.act.time));
    look(day);
  }
}
