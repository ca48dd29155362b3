import type { PublishedData } from '../contract.ts';
import { citation, licenceName } from '../../report/citation.ts';
import type { Publication } from './publication.ts';

/** What a published page carries. */
export function publishedData(publication: Publication): PublishedData {
  const { version, lang, episode, hash, files, page } = publication;
  return {
    mode: 'published',
    version,
    lang,
    id: episode.id,
    hash,
    license: licenceName(episode, lang),
    citation: citation(publication),
    ...(page && { page: JSON.stringify(page) }),
    files,
  };
}
