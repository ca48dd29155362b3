import { prepare, runShard } from '../../ensemble/shard.ts';
import { readAdded } from '../../episode/index.ts';
import { planOf } from './ask.ts';
import { tellCourse } from './course.ts';
import { makeReady, openFiles, type Ready, type RunsAhead } from './opened.ts';
import { pack, unpack } from './packed.ts';
import type { Opened, StudioFile } from './protocol.ts';

/** What the page asks first: few runs of the first seed, enough for a first number. */
const [firstSeed, shards, runsEach] = [1, 4, 2];

/** Opens files for somebody else, as text for `adoptPrepared` and `unpack`; undefined where errors forbid running. */
export function prepareFiles(files: readonly StudioFile[]): string | undefined {
  const { opened, ready, input } = openFiles(files);
  if (!ready || !input) return undefined;
  return pack({ opened, history: tellCourse(ready, { kind: 'history' }), input, ahead: runAhead(ready) });
}

function runAhead(ready: Ready): RunsAhead {
  const prepared = prepare(planOf(ready, { seed: firstSeed, runs: shards * runsEach }, []));
  const parts = Array.from({ length: shards }, (_, k) =>
    runShard(prepared, { first: k * runsEach, runs: runsEach }),
  );
  return { seed: firstSeed, parts };
}

/** Takes over what was prepared from these very files, without reading them. */
export function adoptPrepared(
  files: readonly StudioFile[],
  text: string,
): { readonly ready: Ready; readonly opened: Opened } {
  const { opened, input, ahead } = unpack(text);
  const { episode } = opened;
  if (!episode) throw new Error('what was prepared holds no episode');
  return { opened, ready: makeReady(files, episode, (file) => readAdded(file, episode, input), ahead) };
}
