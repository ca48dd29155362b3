import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { StoredColumn } from '../../../ensemble/stored/columns.ts';
import { schemaOf } from '../../../ensemble/stored/parquet.ts';
import { version } from '../../../version.ts';
import type { Sink } from './sink.ts';

/** A Parquet file, one row group a piece; `notes` go under the key "plenum". */
export function parquetSink(path: string, columns: readonly StoredColumn[], notes: string): Sink {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: schemaOf(columns),
    kvMetadata: [{ key: 'plenum', value: notes }],
    createdBy: `plenum ${version}`,
  });
  return {
    write: async (cells) => {
      const columnData = columns.map((c, k) => ({ name: c.name, data: [...(cells[k] ?? [])] }));
      await writer.write({ columnData, rowGroupSize: Math.max(1, cells[0]?.length ?? 1) });
    },
    close: async () => writer.finish(),
  };
}
