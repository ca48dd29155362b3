import type { Path } from '../../episode/index.ts';
import type { Language } from '../language.ts';
import { type Block, code, type Page, table, text } from '../page.ts';
import { textsOf } from '../texts/index.ts';

/** What was published and what was not. */
export interface PublishedFolder {
  readonly folder: string;
  readonly files: readonly string[];
  /** Where something else that stood there is now. */
  readonly before?: string | undefined;
  readonly hash: { readonly episode: string; readonly published: string };
  /** Title of the composed page that is shown first, if there is one. */
  readonly first?: string | undefined;
  readonly leftOut: readonly {
    readonly file: string;
    readonly line: number;
    readonly path: Path;
    readonly words: number;
  }[];
}

export function publishPage(p: PublishedFolder, lang: Language): Page {
  const t = textsOf(lang).publish;
  return {
    blocks: [
      text(t.written(p.folder)),
      code(...p.files),
      ...(p.first === undefined ? [] : [text(t.first(p.first))]),
      ...(p.before === undefined ? [] : [text(t.before(p.before))]),
      ...leftOutBlocks(p, lang),
    ],
    data: {
      folder: p.folder,
      files: [...p.files],
      before: p.before ?? null,
      page: p.first ?? null,
      hash: { ...p.hash },
      leftOut: p.leftOut.map((one) => ({ ...one, path: [...one.path] })),
    },
    table: {
      columns: ['file', 'line', 'path', 'words'],
      rows: p.leftOut.map((one) => [one.file, one.line, one.path.join('.'), one.words]),
    },
  };
}

function leftOutBlocks(p: PublishedFolder, lang: Language): readonly Block[] {
  const t = textsOf(lang).publish;
  if (p.leftOut.length === 0) return [];
  const rows = p.leftOut.map((one) => [
    `${one.file}:${one.line}`,
    one.path.length === 0 ? t.comment : one.path.join('.'),
    String(one.words),
  ]);
  return [
    text(t.leftOut(p.leftOut.length)),
    table([{ title: t.place }, { title: t.what }, { title: t.words }], rows),
    text(t.hash(p.hash.episode, p.hash.published)),
  ];
}
