import type { Frames } from './protocol.ts';

/** A number, or null for NaN. */
type Cell = number | null;

/** A row of pictures of the same things: the first whole, of the others what is new, as place, value, place, value. */
interface PackedRow {
  readonly first: readonly Cell[];
  readonly steps: readonly (readonly Cell[])[];
}

const kinds = ['stance', 'position', 'seat', 'holder', 'line', 'belongs'] as const;
type Kind = (typeof kinds)[number];

export type PackedFilm = { readonly days: readonly number[] } & Readonly<Record<Kind, PackedRow>>;

/** Frames as plain data: from one day to the next little changes, so it is a tenth of what they are in memory. */
export function packFilm(frames: Frames): PackedFilm {
  const rows = kinds.map((kind) => [kind, packRow(frames[kind])]);
  return { ...(Object.fromEntries(rows) as Readonly<Record<Kind, PackedRow>>), days: [...frames.days] };
}

export function unpackFilm(film: PackedFilm): Frames {
  const floats = (cells: readonly number[]): Float32Array => new Float32Array(cells);
  const bytes = (cells: readonly number[]): Uint8Array => new Uint8Array(cells);
  return {
    days: Float64Array.from(film.days),
    stance: unpackRow(film.stance, floats),
    position: unpackRow(film.position, floats),
    seat: unpackRow(film.seat, bytes),
    holder: unpackRow(film.holder, (cells) => new Int16Array(cells)),
    line: unpackRow(film.line, floats),
    belongs: unpackRow(film.belongs, bytes),
  };
}

const cellOf = (value: number): Cell => (Number.isNaN(value) ? null : value);
const numberOf = (cell: Cell | undefined): number => cell ?? Number.NaN;

function packRow(pictures: Frames[Kind]): PackedRow {
  const [first = []] = pictures;
  const steps = pictures.slice(1).map((picture, k) => {
    const before = pictures[k];
    const step: Cell[] = [];
    picture.forEach((value, at) => {
      if (!Object.is(value, before?.[at])) step.push(at, cellOf(value));
    });
    return step;
  });
  return { first: Array.from(first, cellOf), steps };
}

function unpackRow<T>({ first, steps }: PackedRow, make: (cells: readonly number[]) => T): T[] {
  const cells = first.map(numberOf);
  const pictures = [make(cells)];
  for (const step of steps) {
    for (let k = 0; k < step.length; k += 2) cells[step[k] ?? 0] = numberOf(step[k + 1]);
    pictures.push(make(cells));
  }
  return pictures;
}
