/**
 * What needs Node: opening an episode's folder, and running on all cores.
 *
 * @packageDocumentation
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatProblem, hasErrors, loadEpisode } from '../../episode/index.ts';
import type { Episode } from '../../episode/types.ts';

export { nodeExecutor } from './pool.ts';

const bundled = fileURLToPath(new URL('../../../episodes/', import.meta.url));

/**
 * Opens the episode in a folder, or one that comes along, by its id. Throws an Error that lists every problem if it does not load, and a
 * RangeError if there is no such folder.
 */
export function openEpisode(folderOrId: string): Episode {
  const folder = existsSync(folderOrId) ? folderOrId : join(bundled, folderOrId);
  if (!existsSync(folder))
    throw new RangeError(`there is no folder "${folderOrId}" and no bundled episode of that name`);
  const files = readdirSync(folder)
    .filter((name) => /\.(ya?ml|json)$/i.test(name))
    .sort()
    .map((name) => ({ path: join(folder, name), bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const loaded = loadEpisode(files);
  if (!loaded.episode || hasErrors(loaded.problems)) {
    const errors = loaded.problems.filter((p) => p.severity === 'error');
    throw new Error(errors.map((p) => formatProblem(p, 'en')).join('\n'));
  }
  return loaded.episode;
}
