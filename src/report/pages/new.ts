import type { Language } from '../language.ts';
import { code, heading, type Page, text } from '../page.ts';
import { textsOf } from '../texts/index.ts';

/** What was written, and what to do with it. */
export function newPage(files: readonly string[], folder: string, lang: Language): Page {
  const t = textsOf(lang);
  const shown = folder.includes('/') ? folder : `./${folder}`;
  return {
    blocks: [
      text(t.fresh.written),
      code(...files),
      heading(t.next),
      code(`plenum check ${shown}`, `plenum replay ${shown}`, `plenum run ${shown} --runs 100`),
    ],
    data: { folder, files: [...files] },
    table: { columns: ['file'], rows: files.map((f) => [f]) },
  };
}
