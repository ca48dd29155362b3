import type { ShardResult } from '../plan.ts';
import { codeOfThrough, sides, throughOf } from '../parting.ts';
import type { ColumnType, StoredColumn, ThroughPart } from './columns.ts';
import type { Manifest } from './manifest.ts';

/** A cell of a stored column; days and dates as the number of the day. */
export type StoredCell = number | boolean | string | null;

/** The cells of one column of a shard, run by run. Throws an Error if a value is not of the column's type: a bug, never a user's mistake. */
export function cellsOf(column: StoredColumn, r: ShardResult, m: Manifest): readonly StoredCell[] {
  const failed = new Set(r.failed.map((f) => f.run));
  const each = (value: (k: number) => StoredCell): readonly StoredCell[] =>
    Array.from({ length: r.runs }, (_, k) => value(k));
  const { source } = column;
  switch (source.kind) {
    case 'run':
      return each((k) => r.first + k);
    case 'failed':
      return each((k) => failed.has(r.first + k));
    case 'acts':
      return each((k) => (failed.has(r.first + k) ? null : (r.actCounts[source.act * r.runs + k] ?? 0)));
    case 'parted':
      return each((k) => cellOf(column, r.parted[k] ?? Number.NaN, m));
    case 'through':
      return each((k) => wordOf(r.through[k] ?? Number.NaN, source.part, m));
    case 'outcome': {
      const cells = r[source.side][source.outcome];
      return each((k) => cellOf(column, cells?.[k] ?? Number.NaN, m));
    }
  }
}

function cellOf(column: StoredColumn, value: number, m: Manifest): StoredCell {
  if (Number.isNaN(value)) return null;
  switch (column.type) {
    case 'number':
      return value;
    case 'date':
      return Math.floor(value);
    case 'day':
    case 'integer':
      return checked(Number.isInteger(value) && Math.abs(value) < 2 ** 31, column, value, value);
    case 'boolean':
      return checked(value === 0 || value === 1, column, value, value === 1);
    case 'word':
      throw new Error(`column ${column.name} holds words, not ${value}`);
    case 'id':
      return value === -1
        ? null
        : checked(m.people[value] !== undefined, column, value, m.people[value] ?? '');
  }
}

/** A way of parting in words, one part of it. */
function wordOf(code: number, part: ThroughPart, m: Manifest): StoredCell {
  if (Number.isNaN(code)) return null;
  const found = throughOf(code);
  if (part === 'side') return found.side;
  return (part === 'by' ? m.actors[found.by] : m.acts[found.act]) ?? null;
}

/** Codes of `codeOfThrough` from their three columns of words. */
export function codesOf(
  by: ArrayLike<StoredCell | undefined>,
  act: ArrayLike<StoredCell | undefined>,
  side: ArrayLike<StoredCell | undefined>,
  m: Pick<Manifest, 'actors' | 'acts'>,
): Float64Array {
  const actors = numbered(m.actors);
  const acts = numbered(m.acts);
  return Float64Array.from({ length: side.length }, (_, k) => {
    const which = sides.find((s) => s === side[k]);
    if (which === undefined) return Number.NaN;
    const [who, what] = [actors.get(String(by[k])) ?? -1, acts.get(String(act[k])) ?? -1];
    return codeOfThrough({ by: who, act: what, side: which });
  });
}

const numbered = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, k) => [id, k]));

function checked<T>(good: boolean, column: StoredColumn, value: number, cell: T): T {
  if (!good) throw new Error(`column ${column.name} cannot hold ${value}`);
  return cell;
}

/** The numbers of the engine again, bit for bit: the inverse of `cellsOf` where the run did not fail. */
export function numbersOf(
  type: ColumnType,
  cells: ArrayLike<StoredCell | undefined>,
  failed: ArrayLike<StoredCell | undefined>,
  numberOfPerson: ReadonlyMap<string, number>,
): Float64Array {
  const numbers = new Float64Array(cells.length);
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k] ?? null;
    if (failed[k] === true) numbers[k] = Number.NaN;
    else if (cell === null) numbers[k] = type === 'id' ? -1 : Number.NaN;
    else if (typeof cell === 'string') numbers[k] = numberOfPerson.get(cell) ?? Number.NaN;
    else numbers[k] = Number(cell);
  }
  return numbers;
}
