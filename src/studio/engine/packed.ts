import type { EpisodeInput } from '../../episode/index.ts';
import { packFilm, type PackedFilm, unpackFilm } from './packed-film.ts';
import type { Course, Opened } from './protocol.ts';

/** What opening an episode comes to, so that whoever has it need not read the files again: the page for its first picture, the worker for its first runs. */
export interface Prepared {
  readonly opened: Opened;
  /** The record replayed. */
  readonly history: Course;
  /** What the episode was normalised from: further questions are read against it. */
  readonly input: EpisodeInput;
}

/** Numbers that JSON has no word for, by where they stand. */
type Odd = readonly [way: readonly (string | number)[], text: string];

interface Packed {
  readonly value: Omit<Prepared, 'history'> & { readonly history: Omit<Course, 'frames'> };
  readonly film: PackedFilm;
  readonly odd: readonly Odd[];
}

/** As text. What is undefined is left out. */
export function pack({ history: { frames, ...history }, ...rest }: Prepared): string {
  const value = { ...rest, history };
  const odd: Odd[] = [];
  collectOdd(value, [], odd);
  return JSON.stringify({ value, film: packFilm(frames), odd } satisfies Packed);
}

/** The same values again, bit for bit. Throws a SyntaxError on what `pack` did not write. */
export function unpack(text: string): Prepared {
  const { value, film, odd } = JSON.parse(text) as Packed;
  for (const [way, word] of odd) put(value, way, Number(word));
  return { ...value, history: { ...value.history, frames: unpackFilm(film) } };
}

function collectOdd(value: unknown, way: readonly (string | number)[], into: Odd[]): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) into.push([way, String(value)]);
    else if (Object.is(value, -0)) into.push([way, '-0']);
  } else if (Array.isArray(value)) value.forEach((one, k) => collectOdd(one, [...way, k], into));
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) collectOdd(one, [...way, key], into);
}

function put(root: object, way: readonly (string | number)[], value: number): void {
  let at = root as Record<string | number, unknown>;
  for (const key of way.slice(0, -1)) at = at[key] as typeof at;
  at[way.at(-1) ?? ''] = value;
}
