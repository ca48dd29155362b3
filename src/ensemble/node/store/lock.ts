import {
  closeSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf, StoreError } from './trouble.ts';

/*
 * One process writes in a folder. The lock is a file that appears whole, by one atomic call; a process that was killed leaves it behind, so it names the
 * process and when the system started it: a process of this machine that is gone, or is another one under the same number, holds nothing.
 */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
}

export interface Lock {
  readonly release: () => void;
}

export const lockName = 'lock.json';
const mine = new Set<string>();

/** Takes the lock of a folder. Throws a StoreError if somebody else holds it, or it cannot be told. */
export function takeLock(folder: string): Lock {
  const path = join(resolve(folder), lockName);
  if (mine.has(path))
    throw new StoreError(folder, { kind: 'locked', pid: process.pid, host: hostname(), here: true });
  for (let attempt = 0; !create(path); attempt++) {
    const holder = holderOf(path);
    if (holder && (attempt > 3 || !isGone(holder)))
      throw new StoreError(folder, {
        kind: 'locked',
        pid: holder.pid,
        host: holder.host,
        here: holder.host === hostname() || holder.host === '',
      });
    if (holder) takeAway(path, holder);
  }
  clearDrafts(path);
  mine.add(path);
  return {
    release: () => {
      mine.delete(path);
      rmSync(path, { force: true });
    },
  };
}

/** Who holds the lock of a folder, if anybody who still lives may. */
export function lockedBy(folder: string): Holder | undefined {
  const path = join(resolve(folder), lockName);
  const holder = holderOf(path);
  return holder && (mine.has(path) || !isGone(holder)) ? holder : undefined;
}

/** Makes the lock, unless there is one: written aside, then linked into its place, so that whoever is killed here leaves none or a whole one. */
function create(path: string): boolean {
  const holder: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, JSON.stringify(holder));
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!withoutLinks.has(codeOf(error))) throw error;
    return createInPlace(path, holder);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What file systems without hard links say. */
const withoutLinks = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

function createInPlace(path: string, holder: Holder): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(file, JSON.stringify(holder));
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Removes what processes that were killed while they took the lock left beside it. */
function clearDrafts(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`)) continue;
    const draft = join(dirname(path), name);
    const holder = holderOf(draft);
    if (holder && isGone(holder)) rmSync(draft, { force: true });
  }
}

/** Undefined if there is no lock. One that cannot be read was torn by a crash of the machine, or is being made where files cannot be linked: its age tells. */
function holderOf(path: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const read = JSON.parse(text) as Partial<Holder>;
    return { pid: Number(read.pid), host: String(read.host), started: String(read.started) };
  } catch {
    return { pid: 0, host: isFresh(path) ? '' : hostname(), started: '' };
  }
}

const isFresh = (path: string): boolean =>
  Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 10_000;

function isGone(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  if (holder.pid === 0 || holder.pid === process.pid) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
  const now = startOf(holder.pid);
  return now !== '' && holder.started !== '' && now !== holder.started;
}

/** When a process was started, as Linux counts it; elsewhere nothing is known. */
function startOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Removes the lock of one who is gone, by renaming it first: of two who try, one only finds it, and finds the one it judged. */
function takeAway(path: string, holder: Holder): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const found = holderOf(aside);
  // Somebody was quicker: what was renamed is a living lock, and goes back.
  if (found && (found.pid !== holder.pid || found.started !== holder.started)) renameSync(aside, path);
  else rmSync(aside, { force: true });
}
