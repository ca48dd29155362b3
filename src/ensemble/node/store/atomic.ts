import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Ending of files that are being written. What bears it after a crash is worth nothing. */
export const unfinished = '.part';

/**
 * Writes a file so that it is either there as a whole or not there: under another name, flushed to the disk, then renamed. Throws the
 * system's error; nothing is left behind then.
 */
export function writeWhole(path: string, data: Uint8Array | string): void {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const draft = `${path}${unfinished}`;
  try {
    const file = openSync(draft, 'w');
    try {
      let at = 0;
      while (at < bytes.length) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Makes a renaming last. Some systems cannot open a folder for that; then the renaming is as lasting as they make it. */
export function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // Windows and some network disks.
  } finally {
    closeSync(handle);
  }
}
