import type { Language } from '../language.ts';
import { formatNumber } from '../numbers.ts';
import { type Page, pairs, text } from '../page.ts';
import type { Exported } from '../stored/papers.ts';
import { textsOf } from '../texts/index.ts';

/** Paths of the written files, as the user would type them. */
export interface WrittenFiles {
  readonly data: string;
  readonly failed: string;
  readonly dictionaryJson: string;
  readonly dictionaryMd: string;
  readonly readme: string;
}

/** What an export wrote. */
export function exportPage(x: Exported, files: WrittenFiles, lang: Language): Page {
  const t = textsOf(lang).stored.export;
  const kinds = ['data', 'failed', 'dictionaryJson', 'dictionaryMd', 'readme'] as const;
  return {
    blocks: [
      text(t.written),
      pairs(kinds.map((kind) => [files[kind], t.about[kind]])),
      text(t.rows(formatNumber(x.rows, lang), formatNumber(x.entries.length, lang))),
    ],
    data: {
      form: x.form,
      rows: x.rows,
      columns: x.entries.length,
      failedRuns: x.failedRuns,
      files: { ...files },
    },
    table: { columns: ['file', 'holds'], rows: kinds.map((kind) => [files[kind], t.about[kind]]) },
  };
}
