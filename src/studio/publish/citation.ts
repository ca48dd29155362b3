import { stringify } from 'yaml';
import { citation } from '../../report/citation.ts';
import { say } from '../../report/language.ts';
import type { Publication } from './publication.ts';

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
