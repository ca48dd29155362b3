import { citation, licenceName } from '../../report/citation.ts';
import type { Words } from '../../episode/types.ts';
import { version } from '../../version.ts';
import type { Ready } from './opened.ts';
import type { AboutView } from './protocol.ts';

/** How to cite the opened episode, whose files have this hash, and under which licence it stands. */
export function aboutEpisode({ episode }: Ready, hash: string): AboutView {
  const both = (said: (lang: 'en' | 'ru') => string): Words => ({ en: said('en'), ru: said('ru') });
  return {
    citation: both((lang) => citation({ episode, lang, hash, version })),
    licence: both((lang) => licenceName(episode, lang)),
    version,
  };
}
