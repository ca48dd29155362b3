import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Params, ProblemCode } from '../problems.ts';
import { limits, lineStarts, placeOf, type TextFinding } from './files.ts';
import type { Located, Scalar } from './tree.ts';

export interface ReadYaml {
  readonly root?: Located | undefined;
  readonly problems: readonly TextFinding[];
}

/** Options under which every YAML text of an episode is read, here and in the patch function. */
export const yamlOptions = {
  version: '1.2',
  schema: 'core',
  merge: false,
  // Checked below with a map: the library compares every key with every other.
  uniqueKeys: false,
  prettyErrors: false,
  // 'silent' would also keep quiet about a second document.
  logLevel: 'error',
} as const;

/** Reads YAML (or JSON) into a tree that knows its positions. Never throws. */
export function readYaml(file: string, text: string): ReadYaml {
  const reader = new TreeReader(file, text);
  if (runsTooDeep(text)) return { problems: [reader.problem('too-deep', 0, { limit: limits.depth })] };
  try {
    const document = parseDocument(text, yamlOptions);
    if (document.errors.length > 0) return { problems: syntaxProblems(reader, document) };
    const root = document.contents === null ? undefined : reader.read(document.contents, 0);
    return { root, problems: reader.problems };
  } catch (error) {
    if (error instanceof RangeError)
      return { problems: [reader.problem('too-deep', 0, { limit: limits.depth })] };
    return { problems: [reader.problem('yaml-syntax', 0, { detail: String(error), yamlCode: 'INTERNAL' })] };
  }
}

/** Openers in a row cost the parser the square of their number, so they are refused before it sees them. */
function runsTooDeep(text: string): boolean {
  return /(?:[[{]\s*){60}|(?:[-?:] +){60}|(?:^|\n) {2000}/.test(text);
}

function syntaxProblems(reader: TreeReader, document: Document): readonly TextFinding[] {
  return document.errors.slice(0, limits.syntaxErrors).map((error: YAMLError) => {
    if (error.code === 'TAB_AS_INDENT') return reader.problem('tab-indent', error.pos[0]);
    const detail = error.message.split('\n')[0] ?? error.code;
    return reader.problem('yaml-syntax', error.pos[0], { detail, yamlCode: error.code });
  });
}

const plainTags = /^(tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)|!)$/;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

class TreeReader {
  readonly problems: TextFinding[] = [];
  private readonly anchors = new Map<string, Node>();
  private readonly file: string;
  private readonly text: string;
  private lines: readonly number[] | undefined;
  private fromAliases = 0;
  private inAlias = false;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  problem(code: ProblemCode, offset: number, params: Params = {}): TextFinding {
    return { code, params, file: this.file, offset, path: [] };
  }

  read(node: Node, depth: number): Located | undefined {
    if (isAlias(node)) return this.readAlias(node.source, node.range?.[0] ?? 0, depth);
    if (this.inAlias && ++this.fromAliases > limits.aliasValues) return undefined;
    const [start, end] = node.range ?? [0, 0];
    if (depth > limits.depth) return this.refuse('too-deep', start, { limit: limits.depth });
    if (node.tag !== undefined && !plainTags.test(node.tag)) return this.refuseTag(node.tag, start);
    const value = this.readValue(node, depth);
    if (node.anchor !== undefined && node.anchor !== '') this.anchors.set(node.anchor, node);
    return { file: this.file, start, end, value };
  }

  private refuseTag(tag: string, start: number): undefined {
    const before = this.text.slice(Math.max(0, start - 200), start);
    const mark = before.search(/!\S*\s*$/);
    return this.refuse('tag-refused', mark < 0 ? start : start - before.length + mark, { tag });
  }

  private readValue(node: Node, depth: number): Located['value'] {
    if (isMap(node)) return this.readMap(node.items as Pair<Node, Node | null>[], depth);
    if (!isSeq(node)) return isScalar(node) ? scalarOf(node.value) : null;
    const items = node.items.map((item) => this.read(item as Node, depth + 1));
    return items.filter((item) => item !== undefined);
  }

  private readMap(pairs: readonly Pair<Node, Node | null>[], depth: number): ReadonlyMap<string, Located> {
    const map = new Map<string, Located>();
    for (const pair of pairs) {
      const [keyStart, keyEnd] = pair.key.range ?? [0, 0];
      const key = this.readKey(pair.key, keyStart, keyEnd);
      if (key === undefined || this.isDuplicate(map, key, keyStart)) continue;
      const empty = { file: this.file, start: keyStart, end: keyEnd, value: null };
      const child = pair.value === null ? empty : this.read(pair.value, depth + 1);
      if (child !== undefined) map.set(key, { ...child, keyStart, keyEnd });
    }
    return map;
  }

  private readKey(key: Node, start: number, end: number): string | undefined {
    if (!isScalar(key) || (key.tag !== undefined && !plainTags.test(key.tag))) {
      this.refuse('key-not-text', start);
      return undefined;
    }
    const text = typeof key.value === 'string' ? key.value : this.text.slice(start, end);
    if (!reserved.has(text)) return text;
    this.refuse('reserved-key', start, { key: text });
    return undefined;
  }

  private isDuplicate(map: ReadonlyMap<string, Located>, key: string, start: number): boolean {
    const first = map.get(key);
    if (first === undefined) return false;
    this.lines ??= lineStarts(this.text);
    const { line } = placeOf(this.lines, first.keyStart ?? 0);
    this.refuse('duplicate-key', start, { key, line });
    return true;
  }

  private readAlias(name: string, start: number, depth: number): Located | undefined {
    const target = this.anchors.get(name);
    if (target === undefined) return this.refuse('unknown-anchor', start, { name });
    const outer = !this.inAlias;
    this.inAlias = true;
    const node = this.read(target, depth);
    if (outer) this.inAlias = false;
    if (this.fromAliases > limits.aliasValues) return this.bomb(outer, start);
    return node === undefined ? undefined : { ...node, start, end: start + name.length + 1 };
  }

  private bomb(report: boolean, start: number): undefined {
    if (report && !this.problems.some((problem) => problem.code === 'too-many-aliases')) {
      this.refuse('too-many-aliases', start, { limit: limits.aliasValues });
    }
  }

  private refuse(code: ProblemCode, offset: number, params: Params = {}): undefined {
    if (this.problems.length < limits.problems) this.problems.push(this.problem(code, offset, params));
  }
}

function scalarOf(value: unknown): Scalar {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? Number(value) : null;
}
