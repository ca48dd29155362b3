import type { TextFinding } from './files.ts';
import { isList, isMap, type Located } from './tree.ts';

type Entries = Map<string, Located>;

/** Maps that are themselves keyed by person: the same person may stand in two files, with different issues. */
const deep = new Set(['positions', 'salience']);

/** What each conflict needs to name the other place. */
export interface Conflict {
  readonly key: string;
  readonly here: Located;
  readonly there: Located;
}

export interface Merged {
  readonly root: Located;
  readonly conflicts: readonly Conflict[];
}

/** Puts the top-level keys of several files together: maps merge their entries, lists follow each other, nothing is overwritten. */
export function mergeFiles(roots: readonly Located[]): Merged {
  const conflicts: Conflict[] = [];
  const entries: Entries = new Map();
  for (const root of roots) if (isMap(root)) mergeInto(entries, root.value, conflicts, 1);
  const first = roots[0] ?? { file: '', start: 0, end: 0, value: null };
  return { root: { ...first, value: entries }, conflicts };
}

function mergeInto(
  into: Entries,
  from: ReadonlyMap<string, Located>,
  conflicts: Conflict[],
  levels: number,
): void {
  for (const [key, here] of from) {
    const there = into.get(key);
    if (there === undefined) into.set(key, here);
    else into.set(key, join(key, there, here, conflicts, levels));
  }
}

function join(key: string, there: Located, here: Located, conflicts: Conflict[], levels: number): Located {
  if (levels > 0 && isMap(there) && isMap(here)) {
    const merged: Entries = new Map(there.value);
    mergeInto(merged, here.value, conflicts, deep.has(key) ? levels : levels - 1);
    return { ...there, value: merged };
  }
  if (levels > 0 && isList(there) && isList(here))
    return { ...there, value: [...there.value, ...here.value] };
  if (there.value !== here.value || levels === 0) conflicts.push({ key, here, there });
  return there;
}

/** Files that do not begin with a key. */
export function notMaps(roots: readonly Located[]): readonly TextFinding[] {
  return roots
    .filter((root) => !isMap(root))
    .map((root) => ({ code: 'root-not-map', params: {}, file: root.file, offset: root.start, path: [] }));
}
