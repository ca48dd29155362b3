import type { ShardResult } from '../plan.ts';
import type { ColumnType, StoredColumn } from './columns.ts';
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
    case 'id':
      return value === -1
        ? null
        : checked(m.people[value] !== undefined, column, value, m.people[value] ?? '');
  }
}

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
