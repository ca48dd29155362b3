import type { Entity } from '../../episode/types.ts';

/** Index of each id in a list. */
export type Index = ReadonlyMap<string, number>;

export const indexOf = (list: readonly Entity[]): Index => new Map(list.map((e, k) => [e.id, k]));

/** The index of an id; -1 for undefined. Throws a RangeError for an unknown id: the checker should have caught it. */
export function at(index: Index, id: string | undefined): number {
  if (id === undefined) return -1;
  const k = index.get(id);
  if (k === undefined) throw new RangeError(`unknown id "${id}" reached the compiler; run the checker first`);
  return k;
}

/** All indices that the compiler needs. */
export interface Names {
  readonly person: Index;
  readonly body: Index;
  readonly office: Index;
  readonly issue: Index;
  readonly organisation: Index;
  readonly resource: Index;
  readonly branch: Index;
  readonly pressure: Index;
}
