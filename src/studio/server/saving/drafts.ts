import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { stampOf } from '../stamps.ts';
import { draftOf } from './names.ts';

/** The stamp of a file, null if there is none. Throws the system's error for anything else. */
export function stampAt(path: string): string | null {
  const bytes = bytesAt(path);
  return bytes === null ? null : stampOf(bytes);
}

/** Null if there is no such file. */
export function bytesAt(path: string): Uint8Array | null {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined ? null : new Uint8Array(readFileSync(path));
}

/**
 * Writes bytes to a new file beside the one they are meant for, flushed to the disk, with the rights of that one. Returns its
 * name. A name that exists, were it a link, is never opened. Throws the system's error and leaves nothing behind.
 */
export function writeDraft(folder: string, path: string, bytes: Uint8Array): string {
  const name = draftOf(path, randomBytes(6).toString('hex'));
  writeNew(join(folder, name), bytes, statSync(join(folder, path), { throwIfNoEntry: false })?.mode);
  return name;
}

/** Writes a file that must not exist yet, flushed to the disk. */
export function writeNew(path: string, bytes: Uint8Array, mode?: number): void {
  const file = openSync(path, 'wx', 0o666);
  try {
    let at = 0;
    while (at < bytes.length) at += writeSync(file, bytes, at);
    if (mode !== undefined) fchmodSync(file, mode & 0o777);
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}
