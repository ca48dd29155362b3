import type { Path, Words } from '../../../episode/types.ts';
import type { Opened, StudioFile } from './opened.ts';

/** A value to be written by an edit, as YAML would hold it. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

export type StudioEdit =
  | { readonly kind: 'set' | 'insert'; readonly path: Path; readonly value: Plain }
  | { readonly kind: 'delete'; readonly path: Path };

export interface Edited {
  readonly files: readonly StudioFile[];
  readonly changed: readonly string[];
  readonly opened: Opened;
}

/** Edits that change one coded value or term, with what stood there and what will; or why there are none. */
export type Recoding =
  | {
      readonly kind: 'edits';
      readonly edits: readonly StudioEdit[];
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'refused'; readonly why: Words };

/** Another first or last day of a term, or the first day of its second half. */
export interface TermChange {
  readonly kind: 'from' | 'to' | 'split';
  readonly day: number;
}

/** How far one person trusted or fought another from a day up to another, which is not included. Indices of people. */
export interface TieSpell {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** A coded value as its file has it, for editing. */
export interface ClaimText {
  /** As it would be typed; undefined if the claim has no number. */
  readonly value: string | undefined;
  readonly confidence: string;
  readonly note: string;
  /** "source locator", several separated by semicolons. */
  readonly source: string;
}
