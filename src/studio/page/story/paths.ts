import { type PlacedLine, type Stay, stayAt } from './layout.ts';

/** One stroke of a line: drawn the same way from end to end. */
export interface Stroke {
  readonly d: string;
  readonly said: boolean;
  readonly inside: boolean;
}

/** Widest bend, in pixels, with which a line passes to another row. It ends on the day of the change. */
const widest = 16;

const n = (v: number): string => v.toFixed(1);

/** The strokes of a line. `x` of a day, `y` of a row, in pixels. */
export function strokesOf(
  line: PlacedLine,
  x: (day: number) => number,
  y: (row: number) => number,
): readonly Stroke[] {
  const bend = (k: number): number => {
    const before = line.stays[k - 1];
    return before ? Math.min(widest, (x(before.to) - x(before.from)) * 0.7) : 0;
  };
  return line.pieces.map((piece) => {
    const k = line.stays.findIndex((s) => s.from <= piece.from && piece.from < s.to);
    const stay = line.stays[k];
    if (!stay) return { d: '', said: piece.said, inside: piece.inside };
    const before = piece.from === stay.from ? line.stays[k - 1] : undefined;
    const leaves = piece.to === stay.to && line.stays[k + 1] !== undefined;
    const end = x(piece.to) - (leaves ? bend(k + 1) : 0);
    return {
      d: `${before ? curve(before, stay, x(piece.from), bend(k), y) : `M${n(x(piece.from))} ${n(y(stay.row))}`}H${n(Math.max(end, x(piece.from)))}`,
      said: piece.said,
      inside: piece.inside,
    };
  });
}

function curve(from: Stay, to: Stay, at: number, width: number, y: (row: number) => number): string {
  const middle = n(at - width / 2);
  return `M${n(at - width)} ${n(y(from.row))}C${middle} ${n(y(from.row))} ${middle} ${n(y(to.row))} ${n(at)} ${n(y(to.row))}`;
}

/** A line, or some days of it, as one path along its rows: for halos and for pointing at. */
export function trackOf(
  line: PlacedLine,
  from: number,
  to: number,
  x: (day: number) => number,
  y: (row: number) => number,
): string {
  const inside = line.stays.filter((s) => s.from < to && s.to > from);
  return inside
    .map(
      (s, k) =>
        `${k === 0 ? 'M' : 'L'}${n(x(Math.max(s.from, from)))} ${n(y(s.row))}H${n(x(Math.min(s.to, to)))}`,
    )
    .join('');
}

export const rowAt = (line: PlacedLine, day: number): number => stayAt(line, day)?.row ?? 0;
