import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import {
  type Episode,
  type EpisodeFileInput,
  formatProblem,
  hasErrors,
  type Loaded,
  loadEpisode,
  suggest,
} from '../episode/index.ts';
import {
  bundledFolder,
  episodeFolders,
  hashOf,
  isEpisodeFile,
  readEpisodeFiles,
} from '../ensemble/node/files.ts';
import type { Context } from './context.ts';
import { CliError } from './errors.ts';

export { bundledFolder, episodeFolders };

/** The folder meant by an argument: a path, or the id of a bundled episode. */
export function folderOf(argument: string, context: Context): string {
  const path = resolve(context.host.cwd, argument);
  if (
    existsSync(path) &&
    statSync(path).isDirectory() &&
    (argument.includes('/') || argument.includes('\\') || readdirSync(path).some(isEpisodeFile))
  )
    return path;
  const bundled = join(bundledFolder, argument);
  if (/^[\w-]+$/.test(argument) && existsSync(bundled)) return bundled;
  throw new CliError(
    context.texts.unknownEpisode(
      argument,
      suggest(argument, episodeFolders(bundledFolder)),
      episodeFolders(bundledFolder),
    ),
  );
}

export function readFolder(folder: string, cwd: string): readonly EpisodeFileInput[] {
  const inside = relative(cwd, folder);
  const shown = folder.startsWith(bundledFolder)
    ? join('episodes', basename(folder))
    : inside === ''
      ? '.'
      : inside.startsWith('..') || isAbsolute(inside)
        ? folder
        : inside;
  return readEpisodeFiles(folder, shown);
}

export interface Opened {
  readonly episode: Episode;
  readonly folder: string;
  readonly files: readonly EpisodeFileInput[];
  readonly hash: string;
  readonly loaded: Loaded;
}

/** Loads an episode to be run. With errors in it, the user is told the first and how to see all. */
export function openEpisode(argument: string, context: Context): Opened {
  const folder = folderOf(argument, context);
  const files = readFolder(folder, context.host.cwd);
  const loaded = loadEpisode(files);
  if (!loaded.episode || hasErrors(loaded.problems)) {
    const errors = loaded.problems.filter((p) => p.severity === 'error');
    const first = errors.slice(0, 3).map((p) => formatProblem(p, context.lang));
    throw new CliError([...first, context.texts.hasErrors(argument, errors.length)].join('\n'));
  }
  return { episode: loaded.episode, folder, files, hash: hashOf(files), loaded };
}
