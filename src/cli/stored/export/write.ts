import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unfinished, writeWhole } from '../../../ensemble/node/store/atomic.ts';
import { openStored } from '../../../ensemble/node/store/counted.ts';
import type { FailedRun } from '../../../ensemble/plan.ts';
import type { StoredCell } from '../../../ensemble/stored/cells.ts';
import { columnsOf, type StoredColumn } from '../../../ensemble/stored/columns.ts';
import type { Manifest } from '../../../ensemble/stored/manifest.ts';
import { isoDay } from '../../../episode/index.ts';
import { toCsv } from '../../../report/csv.ts';
import { type Entry, entriesOf, type Extent } from '../../../report/stored/dictionary.ts';
import {
  dictionaryData,
  dictionaryPaper,
  type Exported,
  type ExportForm,
  readmePaper,
} from '../../../report/stored/papers.ts';
import { arrowSink } from './arrow.ts';
import { csvSink } from './csv.ts';
import { parquetSink } from './parquet.ts';
import type { Sink } from './sink.ts';

/** The files of an export, by what they are. */
export interface ExportFiles {
  readonly data: string;
  readonly failed: string;
  readonly dictionaryJson: string;
  readonly dictionaryMd: string;
  readonly readme: string;
}

/** results.csv comes with results.failed.csv, results.dictionary.json, results.dictionary.md and results.README.md. */
export function exportFiles(data: string): ExportFiles {
  const stem = data.replace(/\.[A-Za-z0-9]+$/, '');
  return {
    data,
    failed: `${stem}.failed.csv`,
    dictionaryJson: `${stem}.dictionary.json`,
    dictionaryMd: `${stem}.dictionary.md`,
    readme: `${stem}.README.md`,
  };
}

/**
 * Writes the finished runs of a folder into one file, shard by shard, and its papers beside it. The same runs give the same bytes. Rejects
 * with a StoreError if a shard is damaged; nothing is left behind then.
 */
export async function exportRuns(
  folder: string,
  m: Manifest,
  form: ExportForm,
  files: ExportFiles,
): Promise<Exported> {
  const columns = columnsOf(m);
  const entries = entriesOf(m, columns);
  mkdirSync(dirname(files.data), { recursive: true });
  const draft = `${files.data}${unfinished}`;
  const failed: FailedRun[] = [];
  const extents = columns.map(extending);
  try {
    const sink = sinkOf(form, draft, m, columns, entries);
    for await (const piece of piecesOf(folder, m, columns, failed)) {
      piece.forEach((cells, k) => extents[k]?.add(cells));
      await sink.write(piece);
    }
    await sink.close();
    renameSync(draft, files.data);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft, { force: true });
    throw error;
  }
  const exported: Exported = {
    manifest: m,
    form,
    data: basename(files.data),
    failed: basename(files.failed),
    rows: m.shards.reduce((sum, s) => sum + s.runs, 0),
    failedRuns: failed.length,
    entries: entries.map((e, k) => ({ ...e, ...(extents[k]?.result() ?? none) })),
  };
  writePapers(exported, files, failed);
  return exported;
}

/** Rows a piece: a row group of Parquet, a batch of Arrow. */
const pieceRows = 8192;

/** The cells of the finished runs, column by column, in pieces that do not depend on how the folder is cut into files. */
async function* piecesOf(
  folder: string,
  m: Manifest,
  columns: readonly StoredColumn[],
  failed: FailedRun[],
): AsyncGenerator<readonly (readonly StoredCell[])[]> {
  let pending: StoredCell[][] = columns.map(() => []);
  for (const stored of m.shards) {
    const shard = await openStored(folder, stored);
    failed.push(...shard.notes.failed);
    for (const [k, column] of columns.entries()) {
      const cells = await shard.cells(column);
      for (let row = 0; row < shard.rows; row++) pending[k]?.push(cells[row] ?? null);
    }
    while ((pending[0]?.length ?? 0) >= pieceRows) {
      yield pending.map((cells) => cells.slice(0, pieceRows));
      pending = pending.map((cells) => cells.slice(pieceRows));
    }
  }
  if ((pending[0]?.length ?? 0) > 0) yield pending;
}

function sinkOf(
  form: ExportForm,
  path: string,
  m: Manifest,
  columns: readonly StoredColumn[],
  entries: readonly Entry[],
): Sink {
  const { shards: _, ...about } = m;
  const notes = JSON.stringify({ ...about, columns: entries });
  if (form === 'csv') return csvSink(path, columns);
  return form === 'parquet' ? parquetSink(path, columns, notes) : arrowSink(path, columns, entries, notes);
}

function writePapers(x: Exported, files: ExportFiles, failed: readonly FailedRun[]): void {
  const rows = failed.map((f) => {
    const day = f.day === null || Number.isNaN(f.day) ? null : f.day;
    return [f.run, f.seed, day === null ? null : isoDay(Math.floor(day)), day, f.step, f.message];
  });
  writeWhole(
    files.failed,
    toCsv({ columns: ['run', 'seed', 'stopped', 'stopped_day', 'acts_done', 'message'], rows }),
  );
  writeWhole(files.dictionaryJson, `${JSON.stringify(dictionaryData(x), null, 2)}\n`);
  writeWhole(files.dictionaryMd, dictionaryPaper(x));
  writeWhole(files.readme, readmePaper(x));
}

const none: Extent = { missing: 0, range: null, values: null };

/** Range and missing values of one column, piece by piece. */
function extending(column: StoredColumn): {
  readonly add: (cells: readonly StoredCell[]) => void;
  readonly result: () => Extent;
} {
  let missing = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const ids = new Set<string>();
  return {
    add: (cells) => {
      for (const cell of cells) {
        if (cell === null) missing++;
        else if (typeof cell === 'string') ids.add(cell);
        else {
          low = Math.min(low, Number(cell));
          high = Math.max(high, Number(cell));
        }
      }
    },
    result: () => ({
      missing,
      range: low > high ? null : [low, high],
      values: column.type === 'id' || column.type === 'word' ? [...ids].sort() : null,
    }),
  };
}

/** Where the export of a folder goes if nothing is said. */
export const usualFile = (folder: string, form: ExportForm): string => join(folder, 'export', `runs.${form}`);
