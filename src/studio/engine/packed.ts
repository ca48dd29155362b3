import type { EpisodeInput } from '../../episode/index.ts';
import type { RunsAhead } from './opened.ts';
import { packFilm, type PackedFilm, unpackFilm } from './packed-film.ts';
import type { Course, Opened } from './protocol.ts';

/** What opening an episode comes to, so that whoever has it need not read the files again: the page for its first picture, the worker for its first runs. */
export interface Prepared {
  readonly opened: Opened;
  /** The record replayed. */
  readonly history: Course;
  /** What the episode was normalised from: further questions are read against it. */
  readonly input: EpisodeInput;
  readonly ahead: RunsAhead;
}

type Way = readonly (string | number)[];

const columns = { Float64Array, Uint16Array } as const;

/** What JSON has no word for, by where it stands: numbers as text, columns of numbers. */
interface Odd {
  readonly numbers: [Way, string][];
  readonly columns: [Way, keyof typeof columns, (number | string)[]][];
}

interface Packed {
  readonly value: Omit<Prepared, 'history'> & { readonly history: Omit<Course, 'frames'> };
  readonly film: PackedFilm;
  readonly odd: Odd;
}

/** As text. What is undefined is left out. Throws on a kind of column that it does not know. */
export function pack({ history: { frames, ...history }, ...rest }: Prepared): string {
  const value = { ...rest, history };
  const odd: Odd = { numbers: [], columns: [] };
  collect(value, [], odd);
  const packed: Packed = { value, film: packFilm(frames), odd };
  return JSON.stringify(packed, (_, one: unknown) => (ArrayBuffer.isView(one) ? null : one));
}

/** The same values again, bit for bit. Throws a SyntaxError on what is no JSON. */
export function unpack(text: string): Prepared {
  const { value, film, odd } = JSON.parse(text) as Packed;
  for (const [way, word] of odd.numbers) put(value, way, Number(word));
  for (const [way, kind, cells] of odd.columns) put(value, way, columns[kind].from(cells.map(Number)));
  return { ...value, history: { ...value.history, frames: unpackFilm(film) } };
}

const isOdd = (value: number): boolean => !Number.isFinite(value) || Object.is(value, -0);
const wordOf = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

function collect(value: unknown, way: Way, into: Odd): void {
  if (typeof value === 'number') {
    if (isOdd(value)) into.numbers.push([way, wordOf(value)]);
  } else if (ArrayBuffer.isView(value)) collectColumn(value, way, into);
  else if (Array.isArray(value)) value.forEach((one, k) => collect(one, [...way, k], into));
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) collect(one, [...way, key], into);
}

function collectColumn(column: ArrayBufferView, way: Way, into: Odd): void {
  for (const [kind, Column] of Object.entries(columns))
    if (column instanceof Column) {
      const cells = Array.from(column, (v) => (isOdd(v) ? wordOf(v) : v));
      into.columns.push([way, kind as keyof typeof columns, cells]);
      return;
    }
  throw new Error(`no way to pack a ${column.constructor.name}`);
}

function put(root: object, way: Way, value: unknown): void {
  let at = root as Record<string | number, unknown>;
  for (const key of way.slice(0, -1)) at = at[key] as typeof at;
  at[way.at(-1) ?? ''] = value;
}
