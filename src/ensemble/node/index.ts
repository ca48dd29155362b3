/**
 * What needs Node: opening an episode's folder, and running on all cores.
 *
 * @packageDocumentation
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, hasErrors, loadEpisode } from '../../episode/index.ts';
import type { Episode } from '../../episode/types.ts';
import { bundledFolder, readEpisodeFiles } from './files.ts';

export { nodeExecutor } from './pool.ts';

/**
 * Opens the episode in a folder, or one that comes along, by its id. Throws an Error that lists every problem if it does not load, and a
 * RangeError if there is no such folder.
 */
export function openEpisode(folderOrId: string): Episode {
  const folder = existsSync(folderOrId) ? folderOrId : join(bundledFolder, folderOrId);
  if (!existsSync(folder))
    throw new RangeError(`there is no folder "${folderOrId}" and no bundled episode of that name`);
  const loaded = loadEpisode(readEpisodeFiles(folder));
  if (!loaded.episode || hasErrors(loaded.problems)) {
    const errors = loaded.problems.filter((p) => p.severity === 'error');
    throw new Error(errors.map((p) => formatProblem(p, 'en')).join('\n'));
  }
  return loaded.episode;
}
