import { accessSync, constants, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledFolder, episodeFolders, isEpisodeFile, isEpisodeFolder } from '../../ensemble/node/files.ts';
import { isWithin } from './inside.ts';

/** Whether the studio may save: "bundled" is an episode inside an installed package. */
export type Writable = 'yes' | 'bundled' | 'read-only';

export interface OpenEpisode {
  readonly id: string;
  /** Absolute, without links. */
  readonly folder: string;
  /** As shown to people; absent for bundled episodes. */
  readonly shown?: string | undefined;
  readonly writable: Writable;
}

/** A checkout has the sources beside the episodes; an installed package has not. */
const isCheckout = existsSync(fileURLToPath(new URL('../../../src/version.ts', import.meta.url)));

/**
 * The episodes that are open: those of the folders named, in that order, then the bundled ones. Folders are looked through again at every
 * call, so that a new episode shows; an id, once given to a folder, stays its own.
 */
export class Shelf {
  private readonly roots: readonly string[];
  private readonly cwd: string;
  private readonly bundled: string;
  private readonly checkout: boolean;
  private readonly idOf = new Map<string, string>();

  /** `roots`: folders that are an episode or hold some. */
  constructor(roots: readonly string[], cwd: string, bundled = bundledFolder, checkout = isCheckout) {
    this.roots = roots;
    this.cwd = cwd;
    this.bundled = existsSync(bundled) ? realpathSync(bundled) : bundled;
    this.checkout = checkout;
  }

  list(): readonly OpenEpisode[] {
    const found = [...this.roots, this.bundled].flatMap(episodesAt);
    return [...new Set(found)].map((folder) => this.opened(folder));
  }

  find(id: string): OpenEpisode | undefined {
    return this.list().find((episode) => episode.id === id);
  }

  private opened(folder: string): OpenEpisode {
    const bundled = isWithin(this.bundled, folder);
    return {
      id: this.nameFor(folder),
      folder,
      ...(bundled ? {} : { shown: shownFrom(this.cwd, folder) }),
      writable: bundled && !this.checkout ? 'bundled' : mayWrite(folder) ? 'yes' : 'read-only',
    };
  }

  private nameFor(folder: string): string {
    const known = this.idOf.get(folder);
    if (known !== undefined) return known;
    const taken = new Set(this.idOf.values());
    const plain = basename(folder).replaceAll(/[^\p{L}\p{N}._-]+/gu, '-') || 'episode';
    let name = plain;
    for (let n = 2; taken.has(name); n++) name = `${plain}-${n}`;
    this.idOf.set(folder, name);
    return name;
  }
}

/** The episode that a folder is, or those directly inside it, as real paths. What cannot be read holds none. */
export function episodesAt(folder: string): readonly string[] {
  try {
    if (!statSync(folder).isDirectory()) return [];
    if (isEpisodeFolder(folder)) return [realpathSync(folder)];
    return episodeFolders(folder).map((name) => realpathSync(join(folder, name)));
  } catch {
    return [];
  }
}

function mayWrite(folder: string): boolean {
  try {
    const paths = readdirSync(folder)
      .filter(isEpisodeFile)
      .map((name) => join(folder, name));
    for (const path of [folder, ...paths]) if (existsSync(path)) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Relative to where the studio was started; of a folder elsewhere only its name, since nobody else need know the rest. */
function shownFrom(cwd: string, folder: string): string {
  const home = existsSync(cwd) ? realpathSync(cwd) : cwd;
  if (!isWithin(home, folder)) return `…/${basename(folder)}`;
  return `./${relative(home, folder).replaceAll('\\', '/')}`.replace(/\/$/, '');
}
