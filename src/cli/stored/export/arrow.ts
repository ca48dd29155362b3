import {
  AsyncByteQueue,
  Bool,
  type DataType,
  DateDay,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { StoredCell } from '../../../ensemble/stored/cells.ts';
import type { ColumnType, StoredColumn } from '../../../ensemble/stored/columns.ts';
import type { Entry } from '../../../report/stored/dictionary.ts';
import type { Sink } from './sink.ts';

const types: Readonly<Record<ColumnType, () => DataType>> = {
  integer: () => new Int32(),
  day: () => new Int32(),
  number: () => new Float64(),
  boolean: () => new Bool(),
  date: () => new DateDay(),
  id: () => new Utf8(),
  word: () => new Utf8(),
};

const millisecondsADay = 86_400_000;

/** Where the library would queue bytes until somebody reads them, they go to the file at once, or memory would grow with the file. */
class FileQueue extends AsyncByteQueue {
  readonly #file: number;

  constructor(file: number) {
    super();
    this.#file = file;
  }

  override write(value: Uint8Array): void {
    writeFileSync(this.#file, new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }
}

/** An Arrow file (IPC, also called Feather 2), a batch a piece; fields carry their meaning and unit, the schema `notes` under "plenum". */
export function arrowSink(
  path: string,
  columns: readonly StoredColumn[],
  entries: readonly Entry[],
  notes: string,
): Sink {
  const fields = columns.map(
    (c, k) => new Field(c.name, types[c.type](), c.optional, metadataOf(entries[k])),
  );
  const schema = new Schema(fields, new Map([['plenum', notes]]));
  const writer = new RecordBatchFileWriter();
  const file = openSync(path, 'w');
  writer.reset(new FileQueue(file), schema);
  return {
    write: async (cells) => {
      const children = columns.map(
        (c, k) => vectorFromArray(values(c, cells[k] ?? []), types[c.type]()).data[0],
      );
      const length = cells[0]?.length ?? 0;
      const data = makeData({
        type: new Struct(fields),
        length,
        nullCount: 0,
        children: children.filter((child) => child !== undefined),
      });
      writer.write(new RecordBatch(schema, data));
    },
    close: async () => {
      writer.close();
      closeSync(file);
    },
  };
}

const metadataOf = (e: Entry | undefined): Map<string, string> =>
  new Map([
    ['meaning', e?.meaning.en ?? ''],
    ['meaning_ru', e?.meaning.ru ?? ''],
    ...(e?.unit ? [['unit', e.unit.en] as const, ['unit_ru', e.unit.ru] as const] : []),
  ]);

/** The library takes dates in milliseconds. */
const values = (column: StoredColumn, cells: readonly StoredCell[]): readonly unknown[] =>
  column.type === 'date'
    ? cells.map((cell) => (typeof cell === 'number' ? cell * millisecondsADay : null))
    : cells;
