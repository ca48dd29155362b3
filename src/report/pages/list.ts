import { isoDay, type Episode } from '../../episode/index.ts';
import { dayText } from '../dates.ts';
import type { Language } from '../language.ts';
import { formatNumber } from '../numbers.ts';
import { code, heading, type Page, table } from '../page.ts';
import { textsOf } from '../texts/index.ts';

export interface Listed {
  readonly id: string;
  /** Absent if it cannot be read. */
  readonly episode?: Episode | undefined;
}

/** The episodes of a folder. */
export function listPage(episodes: readonly Listed[], lang: Language): Page {
  const t = textsOf(lang);
  const rows = episodes.map(({ id, episode: e }) =>
    e === undefined
      ? [id, t.list.broken, '', '', '', '']
      : [
          id,
          e.meta.title[lang],
          `${dayText(e.meta.starts, e.meta, lang)} – ${dayText(e.meta.ends, e.meta, lang)}`,
          ...[e.people, e.record, e.questions].map((l) => formatNumber(l.length, lang)),
        ],
  );
  const l = t.list;
  const right = { align: 'right' } as const;
  const first = episodes.find((e) => e.episode !== undefined)?.id;
  return {
    blocks: [
      table(
        [
          { title: l.id, min: 30 },
          { title: l.title },
          { title: l.days },
          { title: l.people, ...right },
          { title: l.acts, ...right },
          { title: l.questions, ...right },
        ],
        rows,
      ),
      ...(first === undefined ? [] : [heading(t.next), code(...l.next(first))]),
    ],
    data: {
      episodes: episodes.map(({ id, episode: e }) =>
        e === undefined
          ? { id, readable: false }
          : {
              id,
              readable: true,
              title: e.meta.title[lang],
              starts: isoDay(e.meta.starts),
              ends: isoDay(e.meta.ends),
              people: e.people.length,
              acts: e.record.length,
              questions: e.questions.map((q) => q.id),
            },
      ),
      units: { starts: 'Gregorian day', ends: 'Gregorian day' },
    },
    table: {
      columns: ['id', 'title', 'starts', 'ends', 'people', 'acts', 'questions'],
      rows: episodes.map(({ id, episode: e }) =>
        e === undefined
          ? [id, null, null, null, null, null, null]
          : [
              id,
              e.meta.title[lang],
              isoDay(e.meta.starts),
              isoDay(e.meta.ends),
              e.people.length,
              e.record.length,
              e.questions.length,
            ],
      ),
    },
  };
}
