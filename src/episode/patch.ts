import { isScalar } from 'yaml';
import type { Plain } from './load/tree.ts';
import { deleteSplice, setSplice } from './patch/splices.ts';
import {
  findTarget,
  nodeAt,
  parseFile,
  PatchError,
  type Splice,
  type Target,
  type TextFile,
} from './patch/target.ts';
import type { Path } from './types.ts';

export { PatchError, type Splice, type TextFile } from './patch/target.ts';

/** Paths are those of the merged episode; CSL items are ['sources', index]. */
export type Edit =
  | { readonly kind: 'set'; readonly path: Path; readonly value: Plain }
  /** Into a list: before the item at the last step of the path, or behind the last one. */
  | { readonly kind: 'insert'; readonly path: Path; readonly value: Plain }
  | { readonly kind: 'delete'; readonly path: Path };

export interface Patched {
  /** All files, changed or not. */
  readonly files: readonly TextFile[];
  readonly changed: readonly string[];
  /** What was changed, in order; `inverse` undoes it with `applySplices`. */
  readonly splices: readonly Splice[];
  readonly inverse: readonly Splice[];
}

/**
 * The one way to change an episode's files. Nothing but the value concerned is rewritten, so comments, order and layout
 * stay as their author left them. Throws a PatchError if a path does not exist or a file cannot be read.
 */
export function patchEpisode(files: readonly TextFile[], edits: readonly Edit[]): Patched {
  let now = files;
  const splices: Splice[] = [];
  const inverse: Splice[] = [];
  for (const edit of edits) {
    const target = findTarget(now, edit.path);
    const splice = spliceFor(target, edit);
    inverse.unshift(invert(now, splice));
    splices.push(splice);
    now = applySplices(now, [splice]);
    confirm(now, edit);
  }
  return { files: now, changed: [...new Set(splices.map((splice) => splice.file))], splices, inverse };
}

/** A text of one file; the path is that of the file by itself. */
export interface NewText {
  readonly path: Path;
  readonly value: string;
}

/**
 * Replaces many texts of one file, which it reads twice however many they are. Each path must lead to a text, and none twice. Throws a PatchError
 * otherwise.
 */
export function replaceTexts(file: TextFile, texts: readonly NewText[]): TextFile {
  const parsed = parseFile(file);
  const splices = texts.map(({ path, value }) => {
    if (!isScalar(nodeAt(parsed.document, path))) throw noText(path);
    return setSplice({ ...parsed, path }, value);
  });
  // From the last to the first, so that the places of those before stay what they are.
  const [now = file] = applySplices(
    [file],
    splices.sort((a, b) => b.start - a.start),
  );
  const { document } = parseFile(now);
  for (const { path, value } of texts) {
    const node = nodeAt(document, path);
    if (!isScalar(node) || node.value !== value) throw noText(path);
  }
  return now;
}

const noText = (path: Path): PatchError =>
  new PatchError('not-applied', `${path.join('.')} is no text that could be replaced by itself`);

function spliceFor(target: Target, edit: Edit): Splice {
  if (edit.kind === 'delete') return deleteSplice(target);
  if (edit.kind === 'set') return setSplice(target, edit.value);
  return insertBefore(target, edit.value);
}

function insertBefore(target: Target, value: Plain): Splice {
  if (typeof target.path.at(-1) !== 'number')
    throw new PatchError('no-such-path', 'insert needs a place in a list');
  return setSplice(target, value, true);
}

export function applySplices(files: readonly TextFile[], splices: readonly Splice[]): readonly TextFile[] {
  return splices.reduce<readonly TextFile[]>(
    (now, { file, start, end, text }) =>
      now.map((one) =>
        one.path === file ? { ...one, text: one.text.slice(0, start) + text + one.text.slice(end) } : one,
      ),
    files,
  );
}

function invert(files: readonly TextFile[], { file, start, end, text }: Splice): Splice {
  const before = files.find((one) => one.path === file)?.text ?? '';
  return { file, start, end: start + text.length, text: before.slice(start, end) };
}

/** The new text must say what was asked for; otherwise the edit is refused as a whole. */
function confirm(files: readonly TextFile[], edit: Edit): void {
  const { document, path } = findTarget(files, edit.path);
  if (edit.kind === 'delete') return;
  const node = nodeAt(document, path);
  const found: unknown = node === undefined ? undefined : node.toJS(document);
  if (JSON.stringify(found) === JSON.stringify(edit.value)) return;
  throw new PatchError(
    'not-applied',
    `${edit.path.join('.')} could not be written without changing something else`,
  );
}
