import type { Cell, DataTable } from './page.ts';

/** RFC 4180: commas, CRLF, quotes doubled. Text that a spreadsheet would take for a formula is preceded by a quote mark. */
export const toCsv = (table: DataTable): string => csvRows([table.columns, ...table.rows]);

/** Some rows of such a table. */
export const csvRows = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');

function field(cell: Cell): string {
  if (cell === null || (typeof cell === 'number' && Number.isNaN(cell))) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
