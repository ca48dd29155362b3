import type { Words } from '../types.ts';

export type WordsInput = string | { readonly en: string; readonly ru?: string | undefined };

export function words(input: WordsInput): Words {
  if (typeof input === 'string') return { en: input, ru: input };
  return { en: input.en, ru: input.ru ?? input.en };
}

export const optionalWords = (input: WordsInput | undefined): Words | undefined =>
  input === undefined ? undefined : words(input);

/** A single id or a list of them, as a list. */
export function list<T extends string>(input: T | readonly T[] | undefined): readonly T[] {
  if (input === undefined) return [];
  return typeof input === 'string' ? [input] : input;
}
