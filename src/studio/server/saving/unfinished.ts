import { lstatSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../../ensemble/node/store/atomic.ts';
import { stampAt, writeNew } from './drafts.ts';
import { journalName, mayBeSaved, targetOf } from './names.ts';

/** One file of a save under way. */
export interface Step {
  readonly path: string;
  readonly draft: string;
  /** Stamps of what was there (null: nothing) and of what is to be. */
  readonly before: string | null;
  readonly after: string;
}

/** Younger than this, a journal may be another program's at work, not a crash. */
const crashedAfter = 2_000;
/** Drafts without a journal belong to a save that was cut off before it began. */
const oldAfter = 60_000;

/** Notes what is about to be renamed. From here on a crash is made good by `finishSaves`. */
export function openJournal(folder: string, steps: readonly Step[]): void {
  writeNew(join(folder, journalName), new TextEncoder().encode(JSON.stringify(steps)));
  syncFolder(folder);
}

export function closeJournal(folder: string): void {
  rmSync(join(folder, journalName), { force: true });
}

/**
 * Finishes what a crash cut off between two files, so that a save of several is there as a whole. What somebody changed since then
 * stays as it is. Costs one look where there is nothing to do.
 */
export function finishSaves(folder: string, now = Date.now()): void {
  const journal = lstatSync(join(folder, journalName), { throwIfNoEntry: false });
  if (journal !== undefined && Math.abs(now - journal.mtimeMs) > crashedAfter) {
    for (const step of readJournal(folder)) finish(folder, step);
    closeJournal(folder);
    syncFolder(folder);
  }
  for (const name of readdirSync(folder).filter((one) => targetOf(one) !== undefined)) {
    const draft = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (draft?.isFile() && now - draft.mtimeMs > oldAfter) rmSync(join(folder, name), { force: true });
  }
}

function finish(folder: string, step: Step): void {
  const draft = join(folder, step.draft);
  if (!lstatSync(draft, { throwIfNoEntry: false })?.isFile()) return;
  if (stampAt(draft) === step.after && stampAt(join(folder, step.path)) === step.before)
    renameSync(draft, join(folder, step.path));
  else rmSync(draft);
}

/** A journal that cannot be read was torn as it was written: nothing had been renamed yet. Names that lead elsewhere are passed over. */
function readJournal(folder: string): readonly Step[] {
  try {
    if (!lstatSync(join(folder, journalName)).isFile()) return [];
    const steps = JSON.parse(readFileSync(join(folder, journalName), 'utf8')) as readonly Step[];
    return steps.filter((step) => mayBeSaved(step.path) && targetOf(step.draft) === step.path);
  } catch {
    return [];
  }
}
