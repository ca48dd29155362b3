import type { ColumnType, StoredColumn, ThroughPart } from '../../ensemble/stored/columns.ts';
import type { Manifest } from '../../ensemble/stored/manifest.ts';
import type { Words } from '../../episode/types.ts';
import { kindName } from '../texts/kinds.ts';

/** What is known of a column without looking at the runs. */
export interface Entry {
  readonly name: string;
  readonly type: ColumnType;
  readonly meaning: Words;
  /** Null where there is none. */
  readonly unit: Words | null;
  /** What a missing value says; null if the column has none. */
  readonly missingMeans: Words | null;
}

/** What the runs show of it. */
export interface Extent {
  readonly missing: number;
  /** Smallest and largest value (of days the number, of yes and no 0 and 1); null for ids, and if all are missing. */
  readonly range: readonly [number, number] | null;
  /** Of ids, those that occur, sorted. */
  readonly values: readonly string[] | null;
}

/** The data dictionary: every column's meaning in both languages, in the order of the columns. */
export const entriesOf = (m: Manifest, columns: readonly StoredColumn[]): readonly Entry[] =>
  columns.map((column) => ({
    name: column.name,
    type: column.type,
    meaning: meaningOf(column, m),
    unit: unitOf(column, m),
    missingMeans: column.optional ? missingOf(column, m) : null,
  }));

const both = (en: string, ru: string): Words => ({ en, ru });

function meaningOf({ source, type }: StoredColumn, m: Manifest): Words {
  switch (source.kind) {
    case 'run':
      return both(
        'Number of the run. The same number, seed and episode give the same luck.',
        'Номер прогона. Те же номер, зерно и эпизод дают то же везение.',
      );
    case 'failed':
      return both(
        'The run stopped with an error: its outcomes are missing.',
        'Прогон сорвался из-за ошибки: исходов у него нет.',
      );
    case 'parted':
      return type === 'date'
        ? both(
            'Day on which the runs with and without the change begin to differ.',
            'День, с которого прогоны с изменением и без него расходятся.',
          )
        : both(
            'The same as a number of days; the fraction is the time of day.',
            'То же числом дней; дробная часть — время суток.',
          );
    case 'through':
      return throughMeaning[source.part];
    case 'acts': {
      const kind = m.acts[source.act] ?? '';
      const where = m.twins ? both(', without the change', ', без изменения') : both('', '');
      return both(
        `How often the act occurred${where.en}: ${kindName(kind, 'en')}.`,
        `Сколько раз совершено действие${where.ru}: ${kindName(kind, 'ru')}.`,
      );
    }
    case 'outcome': {
      const ask = m.outcomes[source.outcome]?.ask ?? both('', '');
      const side = m.twins
        ? source.side === 'with'
          ? both('With the change: ', 'С изменением: ')
          : both('Without the change: ', 'Без изменения: ')
        : both('', '');
      const form = type === 'day' ? both(' (the same as a number)', ' (то же числом)') : both('', '');
      return both(side.en + ask.en + form.en, side.ru + ask.ru + form.ru);
    }
  }
}

const throughMeaning: Readonly<Record<ThroughPart, Words>> = {
  by: both(
    'Through whom they part: whose act is the first that only one of the two has. What the question forces does not count.',
    'Через кого они расходятся: чьё действие первым есть лишь в одном из двух. Предписанное вопросом не в счёт.',
  ),
  act: both('By which kind of act they part.', 'Каким действием они расходятся.'),
  side: both(
    'Where that act is done: without the change, with it, or on both sides at the same moment, but otherwise.',
    'Где это действие: без изменения (without), с ним (with) или с обеих сторон в один миг, но по-разному (otherwise).',
  ),
};

function unitOf({ source, type }: StoredColumn, m: Manifest): Words | null {
  if (type === 'date') return both('Gregorian date', 'дата по григорианскому календарю');
  if (type === 'day' || source.kind === 'parted')
    return both('days since 1970-01-01 (Gregorian)', 'дней от 1970-01-01 (по григорианскому календарю)');
  if (source.kind === 'acts') return both('times', 'раз');
  if (source.kind === 'outcome' && type === 'number') return m.outcomes[source.outcome]?.unit ?? null;
  return null;
}

function missingOf({ source, type }: StoredColumn, m: Manifest): Words {
  const failed = both('the run failed', 'прогон сорвался');
  if (source.kind === 'parted' || source.kind === 'through')
    return both('the two never differ, or the run failed', 'расхождения нет, или прогон сорвался');
  if (source.kind !== 'outcome') return failed;
  const { kind } = m.outcomes[source.outcome] ?? { kind: 'number' };
  if (kind === 'date')
    return both('it never happened, or the run failed', 'этого не было, или прогон сорвался');
  if (type === 'id') return both('nobody, or the run failed', 'никто, или прогон сорвался');
  return kind === 'number'
    ? both('there is no such value, or the run failed', 'такого значения нет, или прогон сорвался')
    : failed;
}
