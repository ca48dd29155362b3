import { allActs } from '../../acts/index.ts';
import { firstWidth } from '../../ensemble/firsts.ts';
import type { ShardResult } from '../../ensemble/plan.ts';
import { kindName } from '../../report/texts/kinds.ts';
import { actorId } from '../../world/actor-id.ts';
import type { Ready } from './opened.ts';
import type { Turning, Turnings } from './protocol.ts';

/** How many runs are told apart by their first acts, at most: enough for a picture, and little to hand over. */
export const turningRuns = 500;

/** What the shards tell of the first acts, by run. A run in which no such act happens has none. */
export function turningsIn(ready: Ready, parts: readonly ShardResult[]): readonly Turnings[] {
  const found: Turnings[] = [];
  for (const part of parts) {
    const acts = new Map<number, Turning[]>();
    const cells = part.firsts ?? new Float64Array(0);
    for (let k = 0; k < cells.length; k += firstWidth) {
      const run = cells[k] ?? -1;
      acts.set(run, [...(acts.get(run) ?? []), turningAt(ready, cells, k)]);
    }
    for (let k = 0; k < part.runs && found.length < turningRuns; k++)
      found.push({ run: part.first + k, acts: acts.get(part.first + k) ?? [] });
  }
  return found;
}

function turningAt(ready: Ready, cells: Float64Array, k: number): Turning {
  const kind = allActs()[cells[k + 1] ?? -1]?.kind ?? '';
  return {
    kind,
    kindName: { en: kindName(kind, 'en'), ru: kindName(kind, 'ru') },
    by: actorId(ready.world, cells[k + 2] ?? -1) ?? '',
    body: ready.world.bodyId[cells[k + 3] ?? -1] ?? '',
    time: cells[k + 4] ?? Number.NaN,
  };
}
