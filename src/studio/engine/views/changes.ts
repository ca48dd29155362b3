import type { Words } from '../../../episode/types.ts';

/** An intervention as the format of episodes writes it: {force: …, at: …}, {set: …}; or {question: id} for those of a question of the episode. */
export type Change = Readonly<Record<string, unknown>>;

export interface ChangesView {
  /** What is changed, in words; the same act forced on several people is one sentence. */
  readonly sentences: readonly Words[];
  readonly problems: readonly Words[];
  /** Of each problem: the number of the change it is about, −1 for none in particular. */
  readonly places: readonly number[];
  /** Each change in words of its own; none where it has problems. */
  readonly each: readonly (readonly Words[])[];
}

export type ActField = 'to' | 'in' | 'issue' | 'value' | 'office' | 'organ' | 'option';

/** A kind of act as composers of changes need it. */
export interface KindView {
  readonly kind: string;
  readonly name: Words;
  readonly options: readonly { readonly id: string; readonly name: Words }[];
  /** What says more of such an act, beside its author. */
  readonly fields: readonly ActField[];
}

/** From where runs start: "asked" as the questions among the changes say, "start" free from the first day, or from history kept up to a day. */
export type From = 'asked' | 'start' | number;

export interface AskOptions {
  readonly seed: number;
  readonly runs: number;
  readonly changes: readonly Change[];
  /** "asked" where it is left out. */
  readonly from?: From | undefined;
}
