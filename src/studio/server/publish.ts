import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledFolder, hashOf } from '../../ensemble/node/files.ts';
import type { Episode, EpisodeFileInput } from '../../episode/index.ts';
import type { Language } from '../../report/language.ts';
import { citationFile } from '../publish/citation.ts';
import { publishedData } from '../publish/data.ts';
import { licenceFile } from '../publish/licence.ts';
import { type PageParts, publishedPage } from '../publish/page.ts';
import type { ComposedPage } from '../publish/composed-schema.ts';
import type { Publication } from '../publish/publication.ts';
import { isPublicDomain, type LeftOut, shareable } from '../publish/quotations.ts';
import { type PageFiles, pageText } from './page-files.ts';
import type { NewFile } from './publication.ts';

export interface ToPublish {
  readonly version: string;
  readonly lang: Language;
  readonly episode: Episode;
  readonly folder: string;
  readonly inputs: readonly EpisodeFileInput[];
  readonly page: PageFiles;
  readonly composed?: ComposedPage | undefined;
}

export interface Published {
  readonly files: readonly NewFile[];
  readonly leftOut: readonly LeftOut[];
  /** Of the files as they are published; another than that of the episode if something was left out. */
  readonly hash: string;
}

/** Everything that a publication holds, in memory. The inputs must have been loaded without errors. */
export function publication(to: ToPublish): Published {
  const { version, lang, episode, folder, inputs, page } = to;
  const rights = new Map(episode.sources.map((source) => [source.id, source.rights]));
  const texts = inputs.map(({ path, bytes, text }) => ({
    path: basename(path),
    text: text ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  }));
  const { files, leftOut } = shareable(texts, (source) => isPublicDomain(rights.get(source)));
  const hash = hashOf(files);
  const composed = to.composed && frozenTo(to.composed, hashOf(inputs), hash);
  const about: Publication = { version, lang, episode, hash, files, page: composed };
  const title = composed?.title[lang] || episode.meta.title[lang];
  const parts = { parts: partsOf(page), data: publishedData(about), title, sha256 };
  const licence = 'LICENSE.txt';
  return {
    hash,
    leftOut,
    files: [
      { path: 'index.html', text: publishedPage({ ...parts, licence }) },
      { path: `${episode.id}.html`, text: publishedPage(parts) },
      ...files.map((file) => ({ path: `episode/${file.path}`, text: file.text })),
      { path: 'CITATION.cff', text: citationFile(about) },
      { path: licence, text: licenceFile(episode, lang, licences(folder, page)) },
    ],
  };
}

/** Shortened quotations give the files another hash, not other runs: a page frozen to the one is frozen to the other. */
const frozenTo = (page: ComposedPage, before: string, after: string): ComposedPage =>
  page.hash === before ? { ...page, hash: after } : page;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

function partsOf(page: PageFiles): PageParts {
  const pictures = [...page].filter(([name]) => !/\.(html|js|css|txt)$/.test(name));
  return {
    index: pageText(page, 'index.html'),
    module: pageText(page, 'page.js'),
    engine: pageText(page, 'engine.js'),
    css: pageText(page, 'page.css'),
    pictures: new Map(
      pictures.map(([name, { bytes, type }]) => [
        name,
        `data:${type};base64,${Buffer.from(bytes).toString('base64')}`,
      ]),
    ),
  };
}

const programLicence = fileURLToPath(new URL('../../../LICENSE', import.meta.url));

/** The licence beside the episode, that of the program, and the notices that the page's build may have written. */
function licences(folder: string, page: PageFiles) {
  const own = ['LICENSE', 'LICENSE.txt', 'LICENSE.md', 'LICENCE', 'LICENCE.txt'];
  const homes = dirname(folder) === dirname(join(bundledFolder, 'any')) ? [folder, bundledFolder] : [folder];
  const found = homes.flatMap((home) => own.map((name) => join(home, name))).find((path) => existsSync(path));
  return {
    episode: found === undefined ? undefined : readFileSync(found, 'utf8'),
    program: readFileSync(programLicence, 'utf8'),
    notices: page.has('licenses.txt') ? pageText(page, 'licenses.txt') : undefined,
  };
}
