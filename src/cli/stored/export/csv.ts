import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { StoredCell } from '../../../ensemble/stored/cells.ts';
import type { StoredColumn } from '../../../ensemble/stored/columns.ts';
import { isoDay } from '../../../episode/index.ts';
import { csvRows } from '../../../report/csv.ts';
import type { Cell } from '../../../report/page.ts';
import type { Sink } from './sink.ts';

/** Dates as ISO texts, yes and no as R writes them (pandas reads both ways), nothing for a missing value; numbers with all their digits. */
export function csvSink(path: string, columns: readonly StoredColumn[]): Sink {
  const file = openSync(path, 'w');
  writeFileSync(file, csvRows([columns.map((c) => c.name)]));
  return {
    write: async (cells) => {
      const rows = cells[0]?.length ?? 0;
      const table = Array.from({ length: rows }, (_, k) =>
        columns.map((column, c) => shown(column, cells[c]?.[k] ?? null)),
      );
      writeFileSync(file, csvRows(table));
    },
    close: async () => closeSync(file),
  };
}

function shown(column: StoredColumn, cell: StoredCell): Cell {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return column.type === 'date' && typeof cell === 'number' ? isoDay(cell) : cell;
}
