import type { Difference } from '../../stored/manifest.ts';

/** What can go wrong with a folder of runs, as data; whoever shows it finds the words. */
export type Trouble =
  | { readonly kind: 'other-plan'; readonly differences: readonly Difference[]; readonly done: number }
  | { readonly kind: 'exists'; readonly done: number; readonly total: number }
  | { readonly kind: 'not-a-store' }
  | { readonly kind: 'not-empty' }
  | { readonly kind: 'newer-format'; readonly format: number }
  | { readonly kind: 'broken-manifest'; readonly message: string }
  | { readonly kind: 'damaged'; readonly file: string }
  | { readonly kind: 'locked'; readonly pid: number; readonly host: string; readonly here: boolean }
  | { readonly kind: 'other-values'; readonly run: number }
  | { readonly kind: 'full'; readonly done: number; readonly total: number }
  | { readonly kind: 'unwritable'; readonly message: string };

/** Trouble with a folder of runs. */
export class StoreError extends Error {
  readonly folder: string;
  readonly trouble: Trouble;

  constructor(folder: string, trouble: Trouble) {
    super(`${folder}: ${trouble.kind}`);
    this.name = 'StoreError';
    this.folder = folder;
    this.trouble = trouble;
  }
}

const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Turns a system's refusal to write into trouble; anything else stays what it is. */
export function writing<T>(folder: string, done: number, total: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (noRoom.has(code)) throw new StoreError(folder, { kind: 'full', done, total });
    if (/^E[A-Z]+$/.test(code) && error instanceof Error)
      throw new StoreError(folder, { kind: 'unwritable', message: error.message });
    throw error;
  }
}
