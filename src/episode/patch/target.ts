import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { yamlOptions } from '../load/yaml.ts';
import type { Path } from '../types.ts';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A change of text: what stands from `start` to `end` of a file is replaced. */
export interface Splice {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A promise broken by the caller, or a text that cannot be edited as it is. */
export class PatchError extends Error {
  readonly code: 'no-such-path' | 'not-readable' | 'not-applied';
  constructor(code: PatchError['code'], message: string) {
    super(message);
    this.name = 'PatchError';
    this.code = code;
  }
}

/** The file that holds a path of the merged episode, and the path inside it. */
export interface Target {
  readonly file: TextFile;
  readonly document: Document;
  readonly path: Path;
}

export interface Parsed {
  readonly file: TextFile;
  readonly document: Document;
}

const isJson = (file: TextFile): boolean => /\.json$/i.test(file.path);

/** Sections may be spread over files: lists follow each other, maps hold different keys. New entries go to the last file that has the section. */
export function findTarget(files: readonly TextFile[], path: Path): Target {
  const [section, ...rest] = path;
  if (section === 'sources') return inSources(files, rest);
  const parsed = files.filter((file) => /\.ya?ml$/i.test(file.path)).map(parseFile);
  const holders = parsed.filter(({ document }) => isMap(document.contents) && document.contents.has(section));
  const last = holders.at(-1);
  if (last === undefined) {
    const home = parsed.find(({ file }) => /(^|\/)episode\.ya?ml$/i.test(file.path)) ?? parsed[0];
    if (home === undefined) throw new PatchError('no-such-path', 'there is no YAML file to write into');
    return { ...home, path };
  }
  return inHolders(holders, last, section ?? '', rest);
}

function inHolders(holders: readonly Parsed[], last: Parsed, section: string | number, rest: Path): Target {
  let [step, ...deeper] = rest;
  for (const holder of holders) {
    const node = nodeAt(holder.document, [section]);
    if (!isCollection(node)) continue;
    if (isSeq(node) && typeof step === 'number') {
      if (step < node.items.length || (holder === last && step >= node.items.length))
        return { ...holder, path: [section, step, ...deeper] };
      step -= node.items.length;
    } else if (step !== undefined && isMap(node) && findPair(node, step) !== undefined)
      return { ...holder, path: [section, step, ...deeper] };
  }
  return { ...last, path: [section, ...rest] };
}

function inSources(files: readonly TextFile[], rest: Path): Target {
  const file = files.find(isJson);
  if (file === undefined) throw new PatchError('no-such-path', 'there is no sources.json');
  return { ...parseFile(file), path: rest };
}

/** Throws a PatchError if the file cannot be read. */
export function parseFile(file: TextFile): Parsed {
  const document = parseDocument(file.text, yamlOptions);
  const [error] = document.errors;
  if (error !== undefined)
    throw new PatchError('not-readable', `${file.path} is not readable: ${error.message}`);
  return { file, document };
}

/** Steps into maps go by the text of the key: the 50 of a scale is a number to YAML and a key to us. */
export function nodeAt(document: Document, path: Path): Node | undefined {
  let node: unknown = document.contents;
  for (const step of path) {
    if (isMap(node)) node = findPair(node, step)?.value;
    else node = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
  }
  return node === null || node === undefined ? undefined : (node as Node);
}

export function findPair(map: YAMLMap, step: string | number): Pair<Node, Node | null> | undefined {
  return map.items.find((pair) => keyText(pair) === String(step)) as Pair<Node, Node | null> | undefined;
}

export function keyText(pair: unknown): string | undefined {
  const key: unknown = (pair as Pair | undefined)?.key;
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}
