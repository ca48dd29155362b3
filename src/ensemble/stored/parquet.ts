import { type DecodedArray, type ParquetScan, parquetScan, type SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { FailedRun, ShardResult, Work } from '../plan.ts';
import { cellsOf, codesOf, numbersOf, type StoredCell } from './cells.ts';
import {
  type ColumnType,
  columnsOf,
  exactly,
  type Source,
  throughParts,
  type StoredColumn,
} from './columns.ts';
import type { Manifest } from './manifest.ts';

/** What a shard holds beside its rows: in the file's own key "plenum", as JSON. */
export interface ShardNotes {
  readonly seed: number;
  readonly first: number;
  readonly runs: number;
  readonly failed: readonly FailedRun[];
  readonly work: Work;
  readonly forced: ShardResult['forced'];
}

const physical: Readonly<Record<ColumnType, Omit<SchemaElement, 'name'>>> = {
  integer: { type: 'INT32' },
  day: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  id: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  word: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
};

/** The schema of a Parquet file with these columns. */
export const schemaOf = (columns: readonly StoredColumn[]): SchemaElement[] => [
  { name: 'runs', num_children: columns.length },
  ...columns.map(
    (c): SchemaElement => ({
      name: c.name,
      repetition_type: c.optional ? 'OPTIONAL' : 'REQUIRED',
      ...physical[c.type],
    }),
  ),
];

/** A shard as a Parquet file: the same result gives the same bytes. */
export function encodeShard(m: Manifest, r: ShardResult): Uint8Array {
  const columns = columnsOf(m);
  const notes: ShardNotes = {
    seed: m.plan.seed,
    first: r.first,
    runs: r.runs,
    failed: r.failed,
    work: r.work,
    forced: r.forced,
  };
  return new Uint8Array(
    parquetWriteBuffer({
      schema: schemaOf(columns),
      columnData: columns.map((c) => ({ name: c.name, data: [...cellsOf(c, r, m)] })),
      rowGroupSize: Math.max(1, r.runs),
      kvMetadata: [{ key: 'plenum', value: JSON.stringify(notes) }],
      createdBy: `plenum ${m.plenum}`,
    }),
  );
}

/** A shard opened for reading, a column at a time. */
export interface ShardReader {
  readonly notes: ShardNotes;
  readonly rows: number;
  readonly cells: (column: StoredColumn) => Promise<ArrayLike<StoredCell | undefined>>;
}

/** Opens the bytes of a shard. Rejects with an Error if they are no such file. */
export async function openShard(bytes: Uint8Array): Promise<ShardReader> {
  const file = bytes.slice().buffer;
  const scan: ParquetScan = await parquetScan({ file, parsers: { dateFromDays: (day) => day } });
  const notes = scan.metadata.key_value_metadata?.find((pair) => pair.key === 'plenum')?.value;
  if (notes === undefined) throw new Error('not a file of runs: the key "plenum" is missing');
  const rows = Number(scan.metadata.num_rows);
  return {
    notes: JSON.parse(notes) as ShardNotes,
    rows,
    cells: async (column) =>
      plainCells(await scan.readColumn({ column: column.name, rowStart: 0, rowEnd: rows })),
  };
}

const plainCells = (data: DecodedArray): ArrayLike<StoredCell | undefined> =>
  data as ArrayLike<StoredCell | undefined>;

/** The numbers of one source in a shard, as the engine gave them. Occurrences of acts of a failed run are 0. */
export async function numbersIn(
  shard: ShardReader,
  columns: readonly StoredColumn[],
  source: Source,
  numberOfPerson: ReadonlyMap<string, number>,
): Promise<Float64Array> {
  const column = exactly(columns, source);
  const failed = await shard.cells(exactly(columns, { kind: 'failed' }));
  const numbers = numbersOf(column.type, await shard.cells(column), failed, numberOfPerson);
  return source.kind === 'acts' ? numbers.map((n) => (Number.isNaN(n) ? 0 : n)) : numbers;
}

/** How pairs parted in a shard, as codes of `codeOfThrough`. */
export async function throughIn(
  shard: ShardReader,
  columns: readonly StoredColumn[],
  m: Pick<Manifest, 'actors' | 'acts'>,
): Promise<Float64Array> {
  const [by, act, side] = await Promise.all(
    throughParts.map((part) => shard.cells(exactly(columns, { kind: 'through', part }))),
  );
  return codesOf(by ?? [], act ?? [], side ?? [], m);
}
