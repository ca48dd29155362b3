import type { ShelfEpisode } from '../contract.ts';
import type { Checker, Summary } from './checking.ts';
import { readOpen } from './reading.ts';
import { isRefusal } from './refusal.ts';
import type { OpenEpisode } from './shelf.ts';

export type Listing = (episodes: readonly OpenEpisode[]) => Promise<readonly ShelfEpisode[]>;

/** Says of each episode what the shelf shows. A folder is checked again only when its files have changed. */
export function createListing(check: Checker): Listing {
  const known = new Map<string, { readonly stamp: string; readonly summary: Promise<Summary> }>();
  const summaryOf = (episode: OpenEpisode): Promise<Summary> => {
    const reading = readOpen(episode);
    if (isRefusal(reading)) return Promise.resolve({ problems: 1 });
    const before = known.get(episode.folder);
    if (before?.stamp === reading.stamp) return before.summary;
    const summary = check(reading.inputs);
    known.set(episode.folder, { stamp: reading.stamp, summary });
    summary.catch(() => known.delete(episode.folder));
    return summary;
  };
  return (episodes) => Promise.all(episodes.map(async (one) => shelfEpisode(one, await summaryOf(one))));
}

function shelfEpisode(episode: OpenEpisode, { problems, title }: Summary): ShelfEpisode {
  const { id, shown, writable } = episode;
  return {
    id,
    ...(shown === undefined ? {} : { folder: shown }),
    writable: writable === 'yes',
    problems,
    title: title ?? { en: id, ru: id },
  };
}
