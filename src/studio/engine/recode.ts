import { findTarget, nodeAt } from '../../episode/patch/target.ts';
import type { Plain } from '../../episode/load/tree.ts';
import type { Path, Scale, Words } from '../../episode/types.ts';
import type { Ready } from './opened.ts';
import type { Recoding, StudioEdit } from './protocol.ts';

type Raw = Plain | undefined;
type RawMap = { readonly [key: string]: Plain };

const isMap = (raw: Raw): raw is RawMap => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** What stands at a path of the files, as YAML means it; undefined if nothing does. */
export function rawAt(ready: Ready, path: Path): Raw {
  const target = findTarget(ready.files, path);
  return nodeAt(target.document, target.path)?.toJS(target.document) as Raw;
}

/**
 * The edits that move a coded number to another middle. Its spread and everything that backs it stay as they are; a note, if given, is put
 * behind the one that is there. A shape whose middle is not one number is refused, and so is a value that nobody coded.
 */
export function recode(ready: Ready, claim: number, to: number, note: string): Recoding {
  const found = ready.episode.claims[claim];
  if (!found?.distribution) throw new RangeError(`claim ${claim} has no value`);
  const raw = rawAt(ready, found.path);
  if (raw === undefined) return { kind: 'refused', why: notCoded };
  const valued = isMap(raw) && raw['value'] !== undefined;
  const before = valued ? (raw['value'] as Plain) : raw;
  const after = movedTo(before, to, found.scale);
  if (after === undefined) return { kind: 'refused', why: noMiddle };
  const at = [...found.path, ...(valued ? ['value'] : [])];
  const bare = note !== '' && !valued;
  const edits: StudioEdit[] = bare
    ? [{ kind: 'set', path: found.path, value: { value: after, note } }]
    : [{ kind: 'set', path: at, value: after }];
  if (note !== '' && valued) {
    const old = raw['note'];
    edits.push({
      kind: 'set',
      path: [...found.path, 'note'],
      value: typeof old === 'string' ? `${old} ${note}` : note,
    });
  }
  return { kind: 'edits', edits, before: textOf(before), after: textOf(after) };
}

const notCoded: Words = {
  en: 'Nobody has coded this value; it comes from the defaults. Code it in the file first, with its source.',
  ru: 'Это значение никто не кодировал; оно взято из умолчаний. Сначала закодируйте его в файле, с источником.',
};
const noMiddle: Words = {
  en: 'This distribution has no single middle that could be moved. Change it in the file.',
  ru: 'У этого распределения нет одной середины, которую можно сдвинуть. Измените его в файле.',
};

const textOf = (value: Plain): string => (typeof value === 'string' ? value : JSON.stringify(value));
const spread = /^\s*[-+−]?[\d.]+\s*((?:±|\+-|\+\/-)\s*[\d.]+)\s*$/;
const range = /^\s*([-+−]?[\d.]+)\s*(?:\.\.|…)\s*([-+−]?[\d.]+)\s*$/;
const plain = /^\s*[-+−]?[\d.]+\s*$/;
const numberOf = (text: string | undefined): number => Number((text ?? '').replace('−', '-'));
const tidy = (v: number): number => Math.round(v * 1000) / 1000;

/** A coded number with its middle elsewhere; undefined where it has none. */
function movedTo(value: Plain, to: number, scale: Scale | undefined): Plain | undefined {
  if (typeof value === 'number') return tidy(to);
  if (typeof value === 'string') {
    if (plain.test(value)) return tidy(to);
    const around = spread.exec(value);
    if (around) return `${tidy(to)} ${around[1]}`;
    const limits = range.exec(value);
    if (!limits) return undefined;
    const [low, high] = shifted(numberOf(limits[1]), numberOf(limits[2]), to, scale);
    return `${low}..${high}`;
  }
  if (!isMap(value)) return undefined;
  if (typeof value['mean'] === 'number') return { ...value, mean: tidy(to) };
  const ends = value['range'];
  if (Array.isArray(ends)) return { ...value, range: shifted(Number(ends[0]), Number(ends[1]), to, scale) };
  const three = value['triangular'];
  if (!Array.isArray(three)) return undefined;
  return {
    ...value,
    triangular: [Math.min(Number(three[0]), tidy(to)), tidy(to), Math.max(Number(three[2]), tidy(to))],
  };
}

/** Both ends moved alike, as far as the scale lets them. */
function shifted(low: number, high: number, to: number, scale: Scale | undefined): readonly [number, number] {
  const half = (high - low) / 2;
  return [
    tidy(Math.max(scale?.low ?? Number.NEGATIVE_INFINITY, to - half)),
    tidy(Math.min(scale?.high ?? Number.POSITIVE_INFINITY, to + half)),
  ];
}
