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

/** Natural widths; if they are too much, heads wrap first, then the widest columns shrink. */
function fit(
  heads: readonly Column[],
  rows: readonly (readonly string[])[],
  room: number,
): readonly number[] {
  const cells = heads.map((h, k) => ({ head: h.title, body: rows.map((row) => row[k] ?? '') }));
  const widest = (texts: readonly string[]): number =>
    Math.max(1, ...texts.flatMap((cell) => cell.split('\n').map(width)));
  const widths = cells.map(({ head, body }) => widest([head, ...body]));
  const folded = cells.map(({ head, body }) => widest([...halves(head), ...body]));
  const least = cells.map(({ head, body }, k) =>
    Math.min(widths[k] ?? 1, heads[k]?.min ?? Math.min(12, longestWord([head, ...body]))),
  );
  const over = (): number => widths.reduce((sum, w) => sum + w, 0) - room;
  shrink(widths, folded, over());
  shrink(widths, least, over());
  return widths;
}

/** A head may wrap over two lines, so it can do with half its length. */
function halves(title: string): readonly string[] {
  return wrap(title, Math.max(longestWord([title]), Math.ceil(width(title) / 2) + 1));
}

/** Takes away column by column from the widest, down to `least`. */
function shrink(widths: number[], least: readonly number[], over: number): void {
  for (let left = over; left > 0; left--) {
    let best = -1;
    widths.forEach((w, k) => {
      if (w > (least[k] ?? 0) && (best < 0 || w > (widths[best] ?? 0))) best = k;
    });
    if (best < 0) return;
    widths[best] = (widths[best] ?? 1) - 1;
  }
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
