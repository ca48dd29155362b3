import { basename } from 'node:path';
import { hashOf, readEpisodeFiles } from '../../ensemble/node/files.ts';
import type { EpisodeFileInput } from '../../episode/index.ts';
import { limits } from '../../episode/load/files.ts';
import type { StampedFile } from '../contract.ts';
import { linkOut } from './inside.ts';
import { type Refusal, refuse } from './refusal.ts';
import { finishSaves } from './saving/unfinished.ts';
import type { OpenEpisode } from './shelf.ts';
import { stampOf, textOf } from './stamps.ts';

/** The files of an episode as they are on the disk now. */
export interface Reading {
  readonly kind: 'reading';
  readonly inputs: readonly EpisodeFileInput[];
  readonly hash: string;
  readonly stamp: string;
  readonly stamps: readonly { readonly path: string; readonly stamp: string }[];
}

/** Reads an episode; a save that was cut off by a crash is finished first. */
export function readOpen(episode: OpenEpisode): Reading | Refusal {
  const { id, folder } = episode;
  try {
    if (episode.writable === 'yes') finishSaves(folder);
    const path = linkOut(folder);
    if (path !== undefined) return refuse('leads-out', { id, path });
    return readingOf(readEpisodeFiles(folder, '.'));
  } catch (error) {
    return refuse('unreadable', { id, detail: systemCode(error) });
  }
}

function readingOf(inputs: readonly EpisodeFileInput[]): Reading {
  const stamps = inputs.map(({ path, bytes }) => ({ path: basename(path), stamp: stampOf(bytes ?? '') }));
  const stamp = stampOf(stamps.map((file) => `${file.stamp} ${file.path}\n`).join(''));
  return { kind: 'reading', inputs, hash: hashOf(inputs), stamp, stamps };
}

/** The files as the page gets them. */
export function stampedFiles({ inputs, stamps }: Reading): readonly StampedFile[] {
  return stamps.map(({ path, stamp }, at) => {
    const bytes = inputs[at]?.bytes ?? new Uint8Array();
    const text = isTooLarge(bytes) ? undefined : textOf(bytes);
    return text === undefined
      ? { path, text: new TextDecoder().decode(bytes.subarray(0, 100_000)), stamp, damaged: true }
      : { path, text, stamp };
  });
}

export const isTooLarge = (bytes: Uint8Array): boolean => bytes.length > limits.megabytes * 1_000_000;

/** The system's short name of what went wrong, without the path that its message has. Anything else is a bug and thrown again. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)))
    return String(error.code);
  throw error;
}
