import type { Places } from './load/places.ts';
import type { Problem } from './problems.ts';
import type { Episode } from './types.ts';
import { actKinds } from './vocabulary.ts';

export interface Vocabulary {
  readonly kinds: readonly string[];
}

export interface CheckOptions {
  readonly vocabulary?: Vocabulary;
  /** Checks of rooms that know more (the engine): they return problems with their own codes and wording. */
  readonly extra?: (episode: Episode, places: Places) => readonly Problem[];
}

export function checkEpisode(
  episode: Episode,
  places: Places,
  options: CheckOptions = {},
): readonly Problem[] {
  void actKinds;
  return [...(options.extra?.(episode, places) ?? [])];
}
