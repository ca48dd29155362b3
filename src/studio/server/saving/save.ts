import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../../ensemble/node/store/atomic.ts';
import type { ConflictAnswer, SaveAnswer, SaveRequest } from '../../contract.ts';
import { systemCode } from '../reading.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { stampOf } from '../stamps.ts';
import { bytesAt, writeDraft } from './drafts.ts';
import { acceptable, conflicts } from './judge.ts';
import { closeJournal, finishSaves, openJournal, type Step } from './unfinished.ts';

export type Saved =
  | ({ readonly kind: 'saved' } & SaveAnswer)
  | ({ readonly kind: 'conflict' } & ConflictAnswer)
  | Refusal;

/** The system's renaming, given as an argument so that a disk which fails half-way can be tried. */
export type Rename = (from: string, to: string) => void;

/**
 * Writes the files of a request, all or none: drafts first, each flushed; then a journal; then one renaming a file. Where a renaming fails, those
 * before it are put back; where the machine fails, the journal is finished at the next reading. Nothing waits in between, so two requests cannot mix.
 */
export function saveFiles(folder: string, request: SaveRequest, rename: Rename = renameSync): Saved {
  const refused = acceptable(folder, request);
  if (refused !== undefined) return refused;
  try {
    finishSaves(folder);
    const changed = conflicts(folder, request);
    if (changed.length > 0) return { kind: 'conflict', changed };
    return { kind: 'saved', files: writeAll(folder, request, rename) };
  } catch (error) {
    return refuse('disk', { detail: systemCode(error) });
  }
}

/** What brings a file back to what it was: its former bytes under another name, or nothing if there was none. */
interface Old {
  readonly path: string;
  readonly copy: string | null;
}

function writeAll(folder: string, { files }: SaveRequest, rename: Rename): SaveAnswer['files'] {
  const steps: Step[] = [];
  const old: Old[] = [];
  let renamed = 0;
  try {
    for (const { path, text, stamp } of files) {
      const bytes = new TextEncoder().encode(text);
      steps.push({ path, draft: writeDraft(folder, path, bytes), before: stamp, after: stampOf(bytes) });
    }
    // Copies beforehand, so that putting back needs no room on a full disk. The last file is never put back.
    for (const { path } of files.slice(0, -1)) old.push({ path, copy: copyOf(folder, path) });
    openJournal(folder, steps);
    for (const { path, draft } of steps) {
      rename(join(folder, draft), join(folder, path));
      renamed++;
    }
  } catch (error) {
    for (const file of old.slice(0, renamed).reverse()) putBack(folder, file);
    closeJournal(folder);
    throw error;
  } finally {
    for (const name of [...steps.map(({ draft }) => draft), ...old.map(({ copy }) => copy)])
      if (name !== null) rmSync(join(folder, name), { force: true });
  }
  syncFolder(folder);
  closeJournal(folder);
  return steps.map(({ path, after }) => ({ path, stamp: after }));
}

function copyOf(folder: string, path: string): string | null {
  const bytes = bytesAt(join(folder, path));
  return bytes === null ? null : writeDraft(folder, path, bytes);
}

function putBack(folder: string, { path, copy }: Old): void {
  if (copy === null) rmSync(join(folder, path), { force: true });
  else renameSync(join(folder, copy), join(folder, path));
}
