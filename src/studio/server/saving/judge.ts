import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { decodeFile } from '../../../episode/load/decode.ts';
import type { ConflictAnswer, SaveRequest } from '../../contract.ts';
import { isTooLarge } from '../reading.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { stampOf, textOf } from '../stamps.ts';
import { bytesAt } from './drafts.ts';
import { mayBeSaved } from './names.ts';

type NewFile = SaveRequest['files'][number];

/** The first reason why the files may not be written at all, whatever is on the disk. */
export function acceptable(folder: string, { files }: SaveRequest): Refusal | undefined {
  const seen = new Set<string>();
  for (const file of files) {
    // On some disks two names that differ in case or in how a letter is composed are one file.
    const name = file.path.normalize('NFC').toLowerCase();
    if (seen.has(name)) return refuse('file-twice', { path: shown(file.path) });
    seen.add(name);
    const refused = acceptableFile(folder, file);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function acceptableFile(folder: string, { path, text }: NewFile): Refusal | undefined {
  if (!mayBeSaved(path)) return refuse('file-name', { path: shown(path) });
  const there = lstatSync(join(folder, path), { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile()) return refuse('file-link', { path });
  if (there !== undefined && textOf(bytesAt(join(folder, path)) ?? new Uint8Array()) === undefined)
    return refuse('file-damaged', { path });
  const bytes = new TextEncoder().encode(text);
  if (isTooLarge(bytes))
    return refuse('file-large', { path, megabytes: (bytes.length / 1_000_000).toFixed(1) });
  if (textOf(bytes) !== text) return refuse('file-utf8', { path });
  const { problem } = decodeFile({ path, bytes });
  if (problem?.code === 'control-character')
    return refuse('file-control', { path, charCode: Number(problem.params['charCode']) });
  return problem === undefined ? undefined : refuse('file-utf8', { path });
}

const shown = (path: string): string => path.slice(0, 100);

/** The files that are no longer what the page had read. */
export function conflicts(folder: string, { files }: SaveRequest): ConflictAnswer['changed'] {
  return files.flatMap(({ path, stamp }) => {
    const bytes = bytesAt(join(folder, path));
    const now = bytes === null ? null : stampOf(bytes);
    return now === stamp ? [] : [{ path, text: bytes === null ? null : decoded(bytes), stamp: now }];
  });
}

const decoded = (bytes: Uint8Array): string => textOf(bytes) ?? new TextDecoder().decode(bytes);
