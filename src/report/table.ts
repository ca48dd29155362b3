import { pad, width, wrap } from './width.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Never narrower than this when the table has to shrink; by default its longest word, at most 12. */
  readonly min?: number;
}

const gap = 2;

/** A table in lines of at most `columns`: head, rule, rows (`bare`: rows alone). Wide columns shrink first; their cells wrap. */
export function layoutTable(
  heads: readonly Column[],
  rows: readonly (readonly string[])[],
  columns = 100,
  bare = false,
): readonly string[] {
  const widths = fit(heads, rows, columns - gap * (bare ? heads.length : Math.max(0, heads.length - 1)));
  if (bare) return rows.flatMap((row) => layoutRow(row, heads, widths).map((line) => ' '.repeat(gap) + line));
  const head = layoutRow(
    heads.map((h) => h.title),
    heads,
    widths,
  );
  const rule = widths.map((w) => '─'.repeat(w)).join(' '.repeat(gap));
  return [...head, rule, ...rows.flatMap((row) => layoutRow(row, heads, widths))];
}

function fit(
  heads: readonly Column[],
  rows: readonly (readonly string[])[],
  room: number,
): readonly number[] {
  const cells = heads.map((h, k) => [...headPieces(h.title), ...rows.map((row) => row[k] ?? '')]);
  const widths = cells.map((column) => Math.max(1, ...column.flatMap((cell) => cell.split('\n').map(width))));
  const least = cells.map((column, k) =>
    Math.min(widths[k] ?? 1, heads[k]?.min ?? Math.min(12, longestWord(column))),
  );
  let over = widths.reduce((sum, w) => sum + w, 0) - room;
  while (over > 0) {
    const k = widest(widths, least);
    if (k < 0) break;
    widths[k] = (widths[k] ?? 1) - 1;
    over--;
  }
  return widths;
}

/** A head may wrap over two lines, so it asks for half its length. */
function headPieces(title: string): readonly string[] {
  return wrap(title, Math.max(longestWord([title]), Math.ceil(width(title) / 2) + 1));
}

function widest(widths: readonly number[], least: readonly number[]): number {
  let best = -1;
  for (let k = 0; k < widths.length; k++) {
    if ((widths[k] ?? 0) <= (least[k] ?? 0)) continue;
    if (best < 0 || (widths[k] ?? 0) > (widths[best] ?? 0)) best = k;
  }
  return best;
}

const longestWord = (cells: readonly string[]): number =>
  Math.max(1, ...cells.flatMap((cell) => cell.split(/[ \n]/).map(width)));

function layoutRow(
  cells: readonly string[],
  heads: readonly Column[],
  widths: readonly number[],
): readonly string[] {
  const wrapped = heads.map((_, k) => wrap(cells[k] ?? '', widths[k] ?? 1));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    heads
      .map((h, k) => pad(wrapped[k]?.[line] ?? '', widths[k] ?? 1, h.align))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}
