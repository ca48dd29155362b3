import type { Match } from '../episode/types.ts';
import type { Names } from '../world/compile/names.ts';
import type { Scene } from '../world/scene.ts';
import { compileMatch, firstAct } from './outcomes.ts';

/** Is this the day on which the first act of that kind, from a day on, has been done? Read in the evening. */
export function compileOccasion(when: Match, from: number, n: Names): (scene: Scene, day: number) => boolean {
  const match = compileMatch({ ...when, from: Math.max(from, when.from ?? from) }, n);
  return (scene, day) => {
    const first = firstAct(scene, match);
    return first >= 0 && Math.floor(scene.state.actTime[first] ?? Number.NaN) === day;
  };
}
