import { type EpisodeFileInput, loadEpisode } from '../../episode/index.ts';

/** What the shelf says of an episode. Without a title, its files do not fit the format. */
export interface Summary {
  /** Errors and warnings. */
  readonly problems: number;
  readonly title?: { readonly en: string; readonly ru: string } | undefined;
}

/** Checks files; where, is its own affair. Rejects only for bugs. */
export type Checker = (inputs: readonly EpisodeFileInput[]) => Promise<Summary>;

export function summarise(inputs: readonly EpisodeFileInput[]): Summary {
  const { problems, episode } = loadEpisode(inputs);
  return { problems: problems.length, title: episode?.meta.title };
}

/** In the calling thread, which does nothing else meanwhile: a second for a large episode. */
export const checkHere: Checker = async (inputs) => summarise(inputs);
