import type { Finding } from '../problems.ts';
import type { Path } from '../types.ts';
import { isList, isMap, type Located } from './tree.ts';

/** What is left of an episode when the entries that do not fit the format are taken out. */
export interface Salvage {
  readonly root: Located;
  /** Leaves out what only follows from the entries taken out, and gives list items their place in the file back. */
  readonly honest: (findings: readonly Finding[]) => readonly Finding[];
}

/** Sections without which nothing can be read. */
const vital = new Set(['plenum', 'episode']);

/**
 * So that one misspelt key does not hide every other mistake: entries with findings go, the rest can be checked.
 * Undefined if too little would be left.
 */
export function salvage(root: Located, findings: readonly Finding[]): Salvage | undefined {
  if (findings.some(({ path }) => path.length < 2 || vital.has(String(path[0])))) return undefined;
  const bad = new Set(findings.map(({ path }) => keyOf(path)));
  const kept = new Map<string, readonly number[]>();
  const dropped = new Set<string>();
  const sections = [...(isMap(root) ? root.value : [])].map(
    ([section, node]) => [section, prune(section, node)] as const,
  );
  return { root: { ...root, value: new Map(sections) }, honest };

  function prune(section: string, node: Located): Located {
    const isBad = (step: string | number): boolean => bad.has(keyOf([section, step]));
    if (isMap(node)) {
      for (const key of node.value.keys()) if (isBad(key)) dropped.add(key);
      return { ...node, value: new Map([...node.value].filter(([key]) => !isBad(key))) };
    }
    if (!isList(node)) return node;
    node.value.forEach((item, at) => {
      const id = isBad(at) && isMap(item) ? item.value.get('id')?.value : undefined;
      if (typeof id === 'string') dropped.add(id);
    });
    const indices = node.value.map((_, at) => at).filter((at) => !isBad(at));
    kept.set(section, indices);
    return { ...node, value: indices.map((at) => node.value[at] as Located) };
  }

  function honest(found: readonly Finding[]): readonly Finding[] {
    return found
      .filter((one) => !dropped.has(String(one.params.id)) && one.code !== 'voter-not-seated')
      .map(restore);
  }

  function restore(one: Finding): Finding {
    const [section, step, ...rest] = one.path;
    const original = typeof step === 'number' ? kept.get(String(section))?.[step] : undefined;
    return original === undefined ? one : { ...one, path: [String(section), original, ...rest] };
  }
}

const keyOf = (path: Path): string => JSON.stringify(path.slice(0, 2).map(String));
