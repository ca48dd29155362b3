import { stringify } from 'yaml';
import type { Episode } from '../../episode/index.ts';
import { listed, say, type Language } from '../../report/language.ts';
import type { Publication } from './publication.ts';

/** "CC-BY-4.0", or that none is stated. */
export const licenceName = (episode: Episode, lang: Language): string =>
  episode.meta.licence ?? say(lang, 'no licence stated', 'лицензия не указана');

const codersOf = (episode: Episode): readonly string[] => episode.meta.coders.map((coder) => coder.name);

/** How to cite a published episode, in one line. */
export function citation({ episode, lang, hash, version }: Publication): string {
  const coders = codersOf(episode);
  const by = coders.length === 0 ? '' : `${listed(coders, lang)}. `;
  const title = episode.meta.title[lang].replace(/\.$/, '');
  const what = say(
    lang,
    `Episode “${episode.id}”, files ${hash}, for Plenum ${version}`,
    `Эпизод «${episode.id}», файлы ${hash}, для Plenum ${version}`,
  );
  return `${by}${title}. ${what}. ${licenceName(episode, lang)}.`;
}

/** CITATION.cff 1.2.0 of the data, with the program as a reference. Without coders the episode's own name stands for its authors. */
export function citationFile(publication: Publication): string {
  const { episode, lang, hash, version } = publication;
  const { coders, licence, title, summary } = episode.meta;
  const authors = coders.map(({ name, orcid }) => ({
    name,
    ...(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(orcid ?? '') ? { orcid: `https://orcid.org/${orcid}` } : {}),
  }));
  const anonymous = say(lang, `Coders of the episode ${episode.id}`, `Авторы эпизода ${episode.id}`);
  return stringify(
    {
      'cff-version': '1.2.0',
      message: citation(publication),
      type: 'dataset',
      title: title[lang],
      ...(summary === undefined ? {} : { abstract: summary[lang] }),
      authors: authors.length === 0 ? [{ name: anonymous }] : authors,
      version: hash,
      // An identifier of SPDX; anything else is not valid here and stands in LICENSE.txt.
      ...(/^[A-Za-z0-9.+-]+$/.test(licence ?? '') ? { license: licence } : {}),
      references: [
        {
          type: 'software',
          title: 'Plenum: a workbench for the politics inside organisations',
          authors: [{ name: 'The Plenum developers' }],
          version,
          license: 'MIT',
        },
      ],
    },
    { lineWidth: 120 },
  );
}
