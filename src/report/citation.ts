import type { Episode } from '../episode/types.ts';
import { type Language, listed, say } from './language.ts';

/** What a citation is made of: the episode as its files with that hash have it, and the program that reads them. */
export interface Cited {
  readonly episode: Episode;
  readonly lang: Language;
  readonly hash: string;
  readonly version: string;
}

/** "CC-BY-4.0", or that none is stated. */
export const licenceName = (episode: Episode, lang: Language): string =>
  episode.meta.licence ?? say(lang, 'no licence stated', 'лицензия не указана');

/** How to cite an episode, in one line. */
export function citation({ episode, lang, hash, version }: Cited): string {
  const coders = episode.meta.coders.map((coder) => coder.name);
  const by = coders.length === 0 ? '' : `${listed(coders, lang)}. `;
  const title = episode.meta.title[lang].replace(/\.$/, '');
  const what = say(
    lang,
    `Episode “${episode.id}”, files ${hash}, for Plenum ${version}`,
    `Эпизод «${episode.id}», файлы ${hash}, для Plenum ${version}`,
  );
  return `${by}${title}. ${what}. ${licenceName(episode, lang)}.`;
}
