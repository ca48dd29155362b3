import type { Episode } from '../../episode/types.ts';
import { at, type Names } from './names.ts';

/** Bodies with at most this many named members make everybody in them known to everybody. */
const acquainted = 32;

export interface Edges {
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly inStart: Int32Array;
  readonly inEdge: Int32Array;
  readonly matrix: Int32Array;
}

/** Up to this many people edges are found by a table. */
const tabled = 600;

/** People who deal with each other: a coded tie, a belief, a pledge, or seats in the same small body. Sorted by source, then target. */
export function compileEdges(e: Episode, n: Names): Edges {
  const P = e.people.length;
  const rows: Set<number>[] = Array.from({ length: P }, () => new Set<number>());
  const link = (a: number, b: number): void => {
    if (a !== b && a >= 0 && b >= 0) rows[a].add(b);
  };
  for (const t of e.ties) link(at(n.person, t.from), at(n.person, t.to));
  for (const p of e.pledges) {
    link(at(n.person, p.who), at(n.person, p.to));
    link(at(n.person, p.to), at(n.person, p.who));
  }
  const members = membersAtStart(e, n);
  for (const b of e.beliefs) {
    if (b.who === 'public') continue;
    const about = n.person.has(b.about) ? [at(n.person, b.about)] : members[at(n.body, b.about)];
    for (const j of about) link(at(n.person, b.who), j);
  }
  members.forEach((list, body) => {
    if (list.length > acquainted) return;
    for (const a of list) for (const b of list) link(a, b);
    // A guest knows them, and they know him.
    for (const t of e.terms) {
      if (t.role !== 'guest' || at(n.body, t.body) !== body) continue;
      if (t.from > e.meta.starts || t.to < e.meta.starts) continue;
      for (const b of list) {
        link(at(n.person, t.person), b);
        link(b, at(n.person, t.person));
      }
    }
  });
  return flatten(rows);
}

/** Who sits where on the first day, by body. */
export function membersAtStart(e: Episode, n: Names): readonly (readonly number[])[] {
  const lists: number[][] = e.bodies.map(() => []);
  for (const t of e.terms) {
    if (t.body === undefined || t.role === 'guest' || t.from > e.meta.starts || t.to < e.meta.starts)
      continue;
    const list = lists[at(n.body, t.body)];
    const p = at(n.person, t.person);
    if (!list.includes(p)) list.push(p);
  }
  return lists;
}

function flatten(rows: readonly Set<number>[]): Edges {
  const P = rows.length;
  const start = new Int32Array(P + 1);
  for (let p = 0; p < P; p++) start[p + 1] = start[p] + rows[p].size;
  const E = start[P];
  const from = new Int32Array(E);
  const to = new Int32Array(E);
  for (let p = 0; p < P; p++) {
    let k = start[p];
    for (const j of [...rows[p]].sort((a, b) => a - b)) {
      from[k] = p;
      to[k++] = j;
    }
  }
  const matrix = new Int32Array(P <= tabled ? P * P : 0).fill(-1);
  if (P <= tabled) for (let k = 0; k < E; k++) matrix[from[k] * P + to[k]] = k;
  return { start, from, to, matrix, ...incoming(P, to) };
}

function incoming(P: number, to: Int32Array): { inStart: Int32Array; inEdge: Int32Array } {
  const inStart = new Int32Array(P + 1);
  for (const j of to) inStart[j + 1]++;
  for (let p = 0; p < P; p++) inStart[p + 1] += inStart[p];
  const fill = inStart.slice(0, P);
  const inEdge = new Int32Array(to.length);
  for (let k = 0; k < to.length; k++) inEdge[fill[to[k]]++] = k;
  return { inStart, inEdge };
}
