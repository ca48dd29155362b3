import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Plain } from '../load/tree.ts';
import { findPair, keyText, nodeAt, PatchError, type Splice, type Target } from './target.ts';
import { blockText, fitsOnLine, inlineText, isEmptyCollection, type Style } from './text.ts';

/** Sets the value at a path. What does not exist yet is added to the deepest ancestor that does. */
export function setSplice(target: Target, value: Plain, insert = false): Splice {
  const existing = insert ? undefined : nodeAt(target.document, target.path);
  if (existing !== undefined && target.path.length > 0) return replaceSplice(target, existing, value);
  for (let depth = target.path.length - 1; depth >= 0; depth--) {
    const parent = nodeAt(target.document, target.path.slice(0, depth));
    if (parent === undefined) continue;
    const rest = target.path.slice(depth + 1);
    const whole = rest.reduceRight<Plain>(
      (inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }),
      value,
    );
    if (isCollection(parent))
      return insertSplice(target, parent as YAMLMap | YAMLSeq, target.path[depth] ?? '', whole);
    const step = target.path[depth] ?? '';
    return replaceSplice(
      { ...target, path: target.path.slice(0, depth) },
      parent,
      typeof step === 'number' ? [whole] : { [step]: whole },
    );
  }
  throw new PatchError('no-such-path', `${target.path.join('.')} has no parent`);
}

function styleOf({ file }: Target, node: Node | undefined, flow: boolean): Style {
  const kind = isScalar(node) ? node.type : undefined;
  const quotes = kind === 'QUOTE_DOUBLE' ? 'double' : kind === 'QUOTE_SINGLE' ? 'single' : undefined;
  return { json: /\.json$/i.test(file.path), flow, quotes };
}

function replaceSplice(target: Target, node: Node, value: Plain): Splice {
  const { file, document, path } = target;
  const [start, end] = rangeOf(node);
  const flow = path.some((_, depth) => isFlow(nodeAt(document, path.slice(0, depth))));
  const blockBefore = isCollection(node) && !node.flow;
  const literal = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
  if (blockBefore && !fitsOnLine(value) && !isEmptyCollection(value)) {
    return {
      file: file.path,
      start,
      end: contentEnd(file.text, node),
      text: blockText(value, columnOf(file.text, start)),
    };
  }
  const text = inlineText(value, styleOf(target, node, flow));
  if (!blockBefore && !literal)
    return { file: file.path, start, end, text: start === end ? ` ${text}` : text };
  const from = afterColon(target, start);
  return { file: file.path, start: from, end: contentEnd(file.text, node), text: ` ${text}` };
}

/** Behind the ":" of the key or the "-" of the item whose value begins at `start`. */
function afterColon({ file, document, path }: Target, start: number): number {
  const parent = nodeAt(document, path.slice(0, -1));
  const pair = isMap(parent) ? findPair(parent, path.at(-1) ?? '') : undefined;
  const keyEnd =
    pair === undefined ? file.text.lastIndexOf('-', start - 1) : file.text.indexOf(':', rangeOf(pair.key)[1]);
  return keyEnd + 1;
}

function insertSplice(
  target: Target,
  parent: YAMLMap | YAMLSeq,
  step: string | number,
  value: Plain,
): Splice {
  const { file } = target;
  if (parent.flow || parent.items.length === 0) return insertFlow(target, parent, step, value);
  const [start] = rangeOf(parent);
  const indent = columnOf(file.text, start);
  const line = isSeq(parent)
    ? `- ${blockText(value, indent + 2)}`
    : `${inlineText(String(step), { json: false, flow: false })}:${valueText(value, indent)}`;
  const before = isSeq(parent) && typeof step === 'number' ? parent.items[step] : undefined;
  if (before !== undefined) {
    const dash = file.text.lastIndexOf('-', rangeOf(before as Node)[0] - 1);
    return { file: file.path, start: dash, end: dash, text: `${line}\n${' '.repeat(indent)}` };
  }
  const at = lineEnd(file.text, contentEnd(file.text, parent));
  return { file: file.path, start: at, end: at, text: `\n${' '.repeat(indent)}${line}` };
}

function valueText(value: Plain, indent: number): string {
  if (fitsOnLine(value) || isEmptyCollection(value))
    return ` ${inlineText(value, { json: false, flow: false })}`;
  return `\n${' '.repeat(indent + 2)}${blockText(value, indent + 2)}`;
}

/** Into { } or [ ], or into a collection that is still empty. */
function insertFlow(target: Target, parent: YAMLMap | YAMLSeq, step: string | number, value: Plain): Splice {
  const { file } = target;
  const style = styleOf(target, undefined, true);
  const key = style.json ? JSON.stringify(String(step)) : inlineText(String(step), style);
  const text = isSeq(parent) ? inlineText(value, style) : `${key}: ${inlineText(value, style)}`;
  const before = isSeq(parent) && typeof step === 'number' ? parent.items[step] : undefined;
  if (before !== undefined) {
    const [start] = rangeOf(before as Node);
    return { file: file.path, start, end: start, text: `${text}, ` };
  }
  const last = parent.items.at(-1);
  const [start, end] = rangeOf(parent);
  if (last === undefined) return { file: file.path, start: start + 1, end: end - 1, text };
  const at = itemEnd(last);
  const newLine = style.json && file.text.slice(start, at).includes('\n') ? '\n  ' : ' ';
  return { file: file.path, start: at, end: at, text: `,${newLine}${text}` };
}

/** Deletes an entry with its lines; comments above it and beside its neighbours stay. */
export function deleteSplice(target: Target): Splice {
  const { file, document, path } = target;
  const parent = nodeAt(document, path.slice(0, -1));
  const index = isMap(parent)
    ? parent.items.findIndex((pair) => keyText(pair) === String(path.at(-1)))
    : Number(path.at(-1));
  const items = isCollection(parent) ? parent.items : [];
  const item = items[index];
  if (parent === undefined || item === undefined)
    throw new PatchError('no-such-path', `${path.join('.')} does not exist`);
  if (items.length === 1 && path.length > 1)
    return replaceSplice({ ...target, path: path.slice(0, -1) }, parent, isMap(parent) ? {} : []);
  if (isFlow(parent)) return deleteFlow(file.path, items, index);
  const begin = isSeq(parent) ? file.text.lastIndexOf('-', itemStart(item) - 1) : itemStart(item);
  const start = file.text.lastIndexOf('\n', begin - 1) + 1;
  // An entry that shares its line with the dash of a list above it must leave the dash to the next one.
  const shares = file.text.slice(start, begin).trim() !== '';
  const end = lineEnd(file.text, contentEnd(file.text, isPair(item) ? (item.value ?? item.key) : item));
  if (!shares) return { file: file.path, start, end: Math.min(end + 1, file.text.length), text: '' };
  const next = items[index + 1];
  return { file: file.path, start: begin, end: next === undefined ? end : itemStart(next), text: '' };
}

function deleteFlow(file: string, items: readonly unknown[], index: number): Splice {
  const item = items[index];
  const next = items[index + 1];
  if (next !== undefined) return { file, start: itemStart(item), end: itemStart(next), text: '' };
  const before = items[index - 1];
  return {
    file,
    start: before === undefined ? itemStart(item) : itemEnd(before),
    end: itemEnd(item),
    text: '',
  };
}

const isFlow = (node: Node | undefined): boolean => isCollection(node) && node.flow === true;
const rangeOf = (node: unknown): readonly [number, number] => {
  const range = (node as Node | null)?.range;
  return range === null || range === undefined ? [0, 0] : [range[0], range[1]];
};
const isPair = (item: unknown): item is Pair<Node, Node | null> =>
  typeof item === 'object' && item !== null && 'key' in item;
const itemStart = (item: unknown): number => rangeOf(isPair(item) ? item.key : item)[0];
const itemEnd = (item: unknown): number => rangeOf(isPair(item) ? (item.value ?? item.key) : item)[1];
const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** Where the own text of a node ends: ranges of blocks reach over the blank lines and comments behind them. */
function contentEnd(text: string, node: unknown): number {
  if (isCollection(node) && node.flow !== true && node.items.length > 0) {
    const last: unknown = node.items.at(-1);
    if (!isPair(last)) return contentEnd(text, last);
    return last.value === null || rangeOf(last.value)[1] === 0
      ? rangeOf(last.key)[1] + 1
      : contentEnd(text, last.value);
  }
  const end = rangeOf(node)[1];
  return isScalar(node) && text[end - 1] === '\n' ? end - 1 : end;
}

/** The end of the line on which an offset lies, before its line end. */
function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}
