import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { syncFolder } from '../../ensemble/node/store/atomic.ts';
import { writeNew } from './saving/drafts.ts';
import type { Rename } from './saving/save.ts';

/** A file to publish; `path` with slashes, relative to the folder. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Says what the folder holds, so that the next publication may replace it and nothing else. */
export const marker = '.plenum-published.json';

/** Why a folder is not replaced: what in it did not come from an earlier publication. */
export type Strange = { readonly kind: 'strange'; readonly first: string; readonly count: number };

/** What stands in a folder besides the unchanged files of an earlier publication; undefined if nothing does. */
export function strangeIn(folder: string): Strange | undefined {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return undefined;
  if (!lstatSync(folder).isDirectory()) return { kind: 'strange', first: basename(folder), count: 1 };
  const ours = readMarker(folder);
  const isOurs = (path: string): boolean =>
    lstatSync(path).isFile() && ours.get(within(folder, path)) === shaOf(readFileSync(path));
  const strange = pathsIn(folder)
    .filter((path) => within(folder, path) !== marker && !isOurs(path))
    .map((path) => within(folder, path));
  const [first] = strange;
  return first === undefined ? undefined : { kind: 'strange', first, count: strange.length };
}

/**
 * Writes a folder as a whole: it is built beside its place and then renamed. An earlier publication is replaced; anything else that stands
 * there is not deleted but put beside, under the name that is returned. Throws the system's error; what was there is there again then.
 */
export function writePublication(
  folder: string,
  files: readonly NewFile[],
  rename: Rename = renameSync,
): string | undefined {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  const draft = join(parent, `.${basename(folder)}.${randomBytes(6).toString('hex')}.part`);
  try {
    build(draft, files);
    const aside = takePlace(draft, folder, rename);
    sweep(folder);
    return aside;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    syncFolder(parent);
  }
}

function build(draft: string, files: readonly NewFile[]): void {
  const shas = Object.fromEntries(files.map(({ path, text }) => [path, shaOf(text)]));
  const list = { path: marker, text: `${JSON.stringify({ plenum: 1, files: shas }, null, 1)}\n` };
  for (const { path, text } of [...files, list]) {
    mkdirSync(dirname(join(draft, path)), { recursive: true });
    writeNew(join(draft, path), new TextEncoder().encode(text));
  }
}

function takePlace(draft: string, folder: string, rename: Rename): string | undefined {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (there?.isDirectory() && readdirSync(folder).length === 0) rmdirSync(folder);
  else if (there !== undefined) return replace(draft, folder, rename);
  rename(draft, folder);
  return undefined;
}

function replace(draft: string, folder: string, rename: Rename): string | undefined {
  const strange = strangeIn(folder) !== undefined;
  const aside = strange ? freeName(`${folder}.before`) : `${draft}.old`;
  rename(folder, aside);
  try {
    rename(draft, folder);
  } catch (error) {
    rename(aside, folder);
    throw error;
  }
  if (strange) return aside;
  rmSync(aside, { recursive: true, force: true });
  return undefined;
}

/** Drafts that a crash left behind, once they are surely nobody's work. */
function sweep(folder: string, now = Date.now()): void {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    const rest = name.startsWith(`.${basename(folder)}.`) ? name.slice(basename(folder).length + 2) : '';
    if (!/^[0-9a-f]{12}\.part(\.old)?$/.test(rest)) continue;
    const path = join(parent, name);
    if (now - lstatSync(path).mtimeMs > 600_000) rmSync(path, { recursive: true, force: true });
  }
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(name); n++) name = `${wanted}-${n}`;
  return name;
}

const shaOf = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** Everything in a folder and below it but the folders themselves. */
const pathsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const within = (folder: string, path: string): string => relative(folder, path).replaceAll('\\', '/');

function readMarker(folder: string): ReadonlyMap<string, unknown> {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, marker), 'utf8')) as { readonly files: object };
    return new Map(Object.entries(files));
  } catch {
    return new Map();
  }
}
