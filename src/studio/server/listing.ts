import { loadEpisode } from '../../episode/index.ts';
import type { ShelfEpisode } from '../contract.ts';
import { readOpen } from './reading.ts';
import { isRefusal } from './refusal.ts';
import type { OpenEpisode } from './shelf.ts';

interface Summary {
  readonly problems: number;
  readonly title: { readonly en: string; readonly ru: string };
}

/** Says of each episode what the shelf shows. A folder is checked again only when its files have changed. */
export function createListing(): (episodes: readonly OpenEpisode[]) => readonly ShelfEpisode[] {
  const known = new Map<string, Summary>();
  return (episodes) =>
    episodes.map((episode) => {
      const { problems, title } = summaryOf(episode, known);
      const { id, shown, writable } = episode;
      return {
        id,
        ...(shown === undefined ? {} : { folder: shown }),
        writable: writable === 'yes',
        problems,
        title,
      };
    });
}

function summaryOf(episode: OpenEpisode, known: Map<string, Summary>): Summary {
  const untitled = { en: episode.id, ru: episode.id };
  const reading = readOpen(episode);
  if (isRefusal(reading)) return { problems: 1, title: untitled };
  const key = `${episode.folder}\n${reading.stamp}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const loaded = loadEpisode(reading.inputs);
  const summary = {
    problems: loaded.problems.length,
    title: loaded.episode?.meta.title ?? untitled,
  };
  known.set(key, summary);
  return summary;
}
