import { loadEpisode } from '../../episode/index.ts';
import type { Episode } from '../../episode/types.ts';
import { versionsOf } from '../../episode/versions.ts';
import type { ComparedView, StudioFile } from './protocol.ts';

/** What changed from other files to the opened episode. Throws a RangeError if they do not fit the format at all. */
export function compareWith(episode: Episode, files: readonly StudioFile[]): ComparedView {
  const older = loadEpisode(files);
  if (!older.episode) throw new RangeError('not-an-episode');
  return {
    title: older.episode.meta.title,
    problems: older.problems.filter((p) => p.severity === 'error').length,
    versions: versionsOf(older.episode, episode),
  };
}
