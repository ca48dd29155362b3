import type { Path } from '../types.ts';
import type { Finding } from '../problems.ts';

/** One file of an episode's folder, as the caller read it. */
export interface EpisodeFileInput {
  readonly path: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

/** A finding that already knows its file and offset, because there is no tree yet to look its path up in. */
export interface TextFinding extends Omit<Finding, 'path'> {
  readonly file: string;
  readonly offset: number;
  readonly path: Path;
}

/** Limits on what is read. Far above any real episode; they keep a hostile file from stopping the program. */
export const limits = {
  megabytes: 10,
  depth: 40,
  aliasValues: 10_000,
  syntaxErrors: 20,
  problems: 2000,
} as const;

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column, from 1, of an offset. */
export function placeOf(
  starts: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
