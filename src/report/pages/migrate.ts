import type { Migrated } from '../../episode/index.ts';
import type { Language } from '../language.ts';
import { code, list, type Page, text } from '../page.ts';
import { textsOf } from '../texts/index.ts';

/** What bringing an episode to the present format changed. */
export function migratePage(m: Migrated, changed: readonly string[], lang: Language): Page {
  const t = textsOf(lang).migrate;
  const steps = m.steps.map((step) => step[lang]);
  return {
    blocks:
      m.from === m.to
        ? [text(t.nothing(m.to))]
        : [text(t.done(m.from, m.to)), list(steps), ...(changed.length === 0 ? [] : [code(...changed)])],
    data: { from: m.from, to: m.to, steps, changed: [...changed] },
    table: { columns: ['step'], rows: steps.map((step) => [step]) },
  };
}
