import { type NewText, type Path, replaceTexts, type TextFile } from '../../episode/index.ts';
import { lineStarts, placeOf } from '../../episode/load/files.ts';
import { isList, isMap, type Located, type MapNode, toPlain } from '../../episode/load/tree.ts';
import { readYaml } from '../../episode/load/yaml.ts';
import { readAnchors } from '../../episode/normalise/claims.ts';
import { withShortComments } from './comments.ts';
import { passages, shortened, wordsIn } from './passages.ts';

/** A quotation of which only the first words were kept. */
export interface LeftOut {
  readonly file: string;
  readonly line: number;
  /** The way to the value in its file; empty for a comment. */
  readonly path: Path;
  readonly words: number;
}

export interface Shareable {
  readonly files: readonly TextFile[];
  readonly leftOut: readonly LeftOut[];
}

/** Values that are the words of somebody else as a whole. */
const foreign = new Set(['quote', 'asWritten', 'abstract']);

/**
 * The files of an episode without the words of others beyond a few (see `passages.ts`), unless every source named with them says in its
 * `rights` that it is in the public domain. Everything else, layout and comments included, stays as it is. Files must be readable.
 */
export function shareable(files: readonly TextFile[], isFree: (source: string) => boolean): Shareable {
  const results = files.map((file) => shareableFile(file, isFree));
  return {
    files: results.map(({ file }) => file),
    leftOut: results.flatMap(({ leftOut }) => leftOut),
  };
}

/** Whether a source says that it is in the public domain. A licence that only allows copying is not enough: the words stay somebody's. */
export const isPublicDomain = (rights: string | undefined): boolean =>
  /^\s*(public domain|cc0\b|общественное достояние|\S*creativecommons\.org\/publicdomain\/)/i.test(
    rights ?? '',
  );

function shareableFile(
  file: TextFile,
  isFree: (source: string) => boolean,
): { readonly file: TextFile; readonly leftOut: readonly LeftOut[] } {
  const { root } = readYaml(file.path, file.text);
  const bibliography = /\.json$/i.test(file.path);
  const walk: Walk = { file: file.text, bibliography, seen: new Set() };
  const texts: NewText[] = [];
  // Lines are those of the file before anything was cut.
  const leftOut: LeftOut[] = withShortComments(file.text).leftOut.map((one) => ({
    file: file.path,
    path: [],
    ...one,
  }));
  const starts = lineStarts(file.text);
  for (const { path, key, text: whole, start, sources } of root === undefined
    ? []
    : textsIn(root, [], [], walk)) {
    if (sources.length > 0 && sources.every(isFree)) continue;
    const short = foreign.has(key) ? shortened(whole) : passages(whole);
    if (short === whole) continue;
    const { line } = placeOf(starts, start);
    texts.push({ path, value: short });
    leftOut.push({ file: file.path, line, path, words: wordsIn(whole) - wordsIn(short) });
  }
  const replaced = texts.length === 0 ? file : replaceTexts(file, texts);
  const text = withShortComments(replaced.text).text;
  return { file: { ...file, text }, leftOut: leftOut.sort((one, other) => one.line - other.line) };
}

interface Found {
  readonly path: Path;
  readonly key: string;
  readonly text: string;
  readonly start: number;
  /** The sources named nearest to it. */
  readonly sources: readonly string[];
}

interface Walk {
  readonly file: string;
  /** CSL-JSON: each item is a source itself. */
  readonly bibliography: boolean;
  /** Offsets of the texts met so far. */
  readonly seen: Set<number>;
}

/** The texts of a file, each once: what an alias repeats stands where its anchor is. Titles of works are no quotations. */
function* textsIn(node: Located, path: Path, sources: readonly string[], walk: Walk): Generator<Found> {
  if (walk.file[node.start] === '*') return;
  if (isMap(node)) {
    const own = sourcesOf(node, walk.bibliography) ?? sources;
    for (const [key, child] of node.value)
      if (!/title/i.test(key)) yield* textsIn(child, [...path, key], own, walk);
  } else if (isList(node)) {
    for (const [at, child] of node.value.entries()) yield* textsIn(child, [...path, at], sources, walk);
  } else if (typeof node.value === 'string' && !walk.seen.has(node.start)) {
    walk.seen.add(node.start);
    const key = String(path.findLast((step) => typeof step === 'string') ?? '');
    yield { path, key, text: node.value, start: node.start, sources };
  }
}

/** The ids of the sources that a map names, or the id of the work that it is. */
function sourcesOf(node: MapNode, bibliography: boolean): readonly string[] | undefined {
  const found = node.value.get(bibliography ? 'id' : 'source');
  if (found === undefined) return undefined;
  const source = toPlain(found) as Parameters<typeof readAnchors>[0];
  return readAnchors(source).map((anchor) => anchor.source);
}
