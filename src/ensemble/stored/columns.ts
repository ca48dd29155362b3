import type { OutcomeKind } from '../../questions/outcomes.ts';
import type { Manifest } from './manifest.ts';

/** Types as analysts know them. A `date` is a Gregorian day; a `day` the same as a number, days since 1970-01-01. */
export type ColumnType = 'integer' | 'number' | 'boolean' | 'date' | 'day' | 'id' | 'word';

export type Side = 'without' | 'with';

/** What a column holds. */
export type Source =
  | { readonly kind: 'run' }
  | { readonly kind: 'failed' }
  /** The moment at which the twins begin to differ: the day, the time of day as its fraction. */
  | { readonly kind: 'parted' }
  /** One part of how they part: who, by what kind of act, in which world. */
  | { readonly kind: 'through'; readonly part: ThroughPart }
  | {
      readonly kind: 'outcome';
      /** Number of the outcome in the manifest. */
      readonly outcome: number;
      readonly side: Side;
    }
  /** How often one kind of act occurred, in the run without the change. */
  | { readonly kind: 'acts'; readonly act: number };

export type ThroughPart = 'by' | 'act' | 'side';
export const throughParts: readonly ThroughPart[] = ['by', 'act', 'side'];

export interface StoredColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly source: Source;
  /** May be missing; `run` and `failed` never are. */
  readonly optional: boolean;
}

/** The columns of a folder's files, one row for each run or pair of twins. */
export function columnsOf(m: Pick<Manifest, 'outcomes' | 'acts' | 'twins'>): readonly StoredColumn[] {
  const sides: readonly Side[] = m.twins ? ['without', 'with'] : ['without'];
  const columns: StoredColumn[] = [
    { name: 'run', type: 'integer', source: { kind: 'run' }, optional: false },
    { name: 'failed', type: 'boolean', source: { kind: 'failed' }, optional: false },
  ];
  const add = (name: string, type: ColumnType, source: Source): void => {
    columns.push({ name, type, source, optional: true });
  };
  m.outcomes.forEach((o, outcome) => {
    for (const side of sides) {
      const name = m.twins ? `${wordsOf(o.id)}_${side}` : wordsOf(o.id);
      for (const [ending, type] of formsOf(o.kind))
        add(name + ending, type, { kind: 'outcome', outcome, side });
    }
  });
  if (m.twins) {
    add('parted', 'date', { kind: 'parted' });
    add('parted_day', 'number', { kind: 'parted' });
    for (const part of throughParts) add(`parted_${part}`, 'word', { kind: 'through', part });
  }
  m.acts.forEach((kind, act) => add(`acts_${wordsOf(kind)}`, 'integer', { kind: 'acts', act }));
  return distinct(columns);
}

/** The columns of an outcome: a date is written as a date and as the number of the day. */
function formsOf(kind: OutcomeKind): readonly (readonly [ending: string, type: ColumnType])[] {
  switch (kind) {
    case 'yes-no':
      return [['', 'boolean']];
    case 'number':
      return [['', 'number']];
    case 'date':
      return [
        ['', 'date'],
        ['_day', 'day'],
      ];
    case 'who':
      return [['', 'id']];
  }
}

/** An id as R and Python can write it: party-leaves becomes party_leaves. */
const wordsOf = (id: string): string => id.replaceAll(/[^A-Za-z0-9]+/g, '_');

/** Two ids may come to the same words; the later one gets a number. */
function distinct(columns: readonly StoredColumn[]): readonly StoredColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = column.name;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${column.name}_${n}`;
    taken.add(name.toLowerCase());
    return { ...column, name };
  });
}

/** The column from which a value can be read back exactly: of a date the day, of the parting the number. */
export const exactly = (columns: readonly StoredColumn[], source: Source): StoredColumn => {
  const same = JSON.stringify(source);
  const found = columns.filter((c) => JSON.stringify(c.source) === same && c.type !== 'date');
  const [column] = found;
  if (!column) throw new Error(`no column holds ${same}`);
  return column;
};
