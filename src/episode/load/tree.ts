import type { Path } from '../types.ts';

/** A value of a file with the range of text it came from. Lists have children by index, maps by key. */
export interface Located {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** Range of the key, for values of a map. */
  readonly keyStart?: number | undefined;
  readonly keyEnd?: number | undefined;
  readonly value: Scalar | readonly Located[] | ReadonlyMap<string, Located>;
}

export type Scalar = string | number | boolean | null;

export type Plain = Scalar | readonly Plain[] | { readonly [key: string]: Plain };

export interface MapNode extends Located {
  readonly value: ReadonlyMap<string, Located>;
}

export interface ListNode extends Located {
  readonly value: readonly Located[];
}

export const isMap = (node: Located): node is MapNode => node.value instanceof Map;
export const isList = (node: Located): node is ListNode => Array.isArray(node.value);

/** Plain data without positions. Keys such as __proto__ were refused when the file was read. */
export function toPlain(node: Located): Plain {
  if (isMap(node)) return Object.fromEntries([...node.value].map(([key, child]) => [key, toPlain(child)]));
  if (isList(node)) return node.value.map(toPlain);
  return node.value as Scalar;
}

/** One id may stand for a list of one, so step 0 into a scalar is the scalar. */
export function childOf(node: Located, step: string | number): Located | undefined {
  if (isMap(node)) return node.value.get(String(step));
  if (isList(node)) return typeof step === 'number' ? node.value[step] : undefined;
  return step === 0 ? node : undefined;
}

/** The node at a path, or the deepest one on the way that exists. */
export function nearest(root: Located, path: Path): { readonly node: Located; readonly exact: boolean } {
  let node = root;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) return { node, exact: false };
    node = next;
  }
  return { node, exact: true };
}
