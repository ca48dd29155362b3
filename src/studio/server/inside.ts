import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { isEpisodeFile } from '../../ensemble/node/files.ts';

/**
 * The first file of an episode's folder that is a link out of it, or a broken one. An episode from a stranger could show, or publish, a
 * private file that way. Throws the system's error if the folder cannot be read.
 */
export function linkOut(folder: string): string | undefined {
  const home = realpathSync(folder);
  return readdirSync(folder)
    .filter(isEpisodeFile)
    .find((name) => lstatSync(join(folder, name)).isSymbolicLink() && !liesIn(home, join(folder, name)));
}

function liesIn(home: string, path: string): boolean {
  try {
    return isWithin(home, realpathSync(path));
  } catch {
    return false;
  }
}

/** Whether a path is a folder or below it; both absolute and without links. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || /^\.\.[/\\]/.test(way) || isAbsolute(way));
}
