import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { isEpisodeFile } from '../../ensemble/node/files.ts';

/** Milliseconds: an editor that saves touches a file several times; what the system does not announce is looked for now and then. */
export interface Pace {
  readonly settle: number;
  readonly look: number;
}

const usual: Pace = { settle: 120, look: 3000 };

/** Calls `touched` soon after something in a folder changed, perhaps without need. Returns what ends it. */
export function watchFolder(folder: string, touched: () => void, pace: Pace = usual): () => void {
  let waiting: NodeJS.Timeout | undefined;
  let last = lookAt(folder);
  const soon = (): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      touched();
    }, pace.settle);
  };
  const watcher = announced(folder, soon);
  const timer = setInterval(() => {
    const now = lookAt(folder);
    if (now === last) return;
    last = now;
    soon();
  }, pace.look);
  return () => {
    clearInterval(timer);
    clearTimeout(waiting);
    watcher?.close();
  };
}

/** The system's own announcements. Some disks have none, and their number is limited; then the looks must do. */
function announced(folder: string, soon: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, soon);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}

/** What a look can tell without reading: names, sizes, times. */
function lookAt(folder: string): string {
  try {
    return readdirSync(folder)
      .filter(isEpisodeFile)
      .map((name) => {
        const found = statSync(join(folder, name), { throwIfNoEntry: false });
        return `${name} ${found?.size} ${found?.mtimeMs} ${found?.ino}`;
      })
      .join('\n');
  } catch {
    return '';
  }
}
