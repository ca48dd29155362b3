import type { ActView, Turning, Turnings } from '../../engine/protocol.ts';

/** A branch of the tree of courses: the runs that share their turning acts up to here. */
export interface Branch {
  /** Kinds from the root to here, joined: what the branch is called among others. */
  readonly key: string;
  /** Kind of the turning act; empty at the root, "end" where no further one follows, "others" for what is too rare to be shown. */
  readonly kind: string;
  readonly runs: readonly number[];
  /** Who does it, how often: the commonest first. */
  readonly by: readonly (readonly [id: string, runs: number])[];
  /** Median moment, in days; NaN where there is none. */
  readonly time: number;
  /** Does history take this branch? */
  readonly history: boolean;
  readonly children: readonly Branch[];
}

export const nothingMore = 'end';
export const tooRare = 'others';

interface Course {
  readonly run: number;
  readonly acts: readonly Turning[];
}

/** History's number among the courses of a tree. */
const past = -1;

/**
 * A tree of courses by the order in which the first acts of each turning kind come. Branches with fewer than `least` runs go together.
 */
export function branchesOf(
  courses: readonly Turnings[],
  history: readonly Turning[],
  depth: number,
  least: number,
): Branch {
  return grow([...courses, { run: past, acts: history }], { key: '', kind: '', level: 0 }, depth, least);
}

interface At {
  readonly key: string;
  readonly kind: string;
  /** How many turning acts are behind. */
  readonly level: number;
}

function grow(courses: readonly Course[], at: At, depth: number, least: number): Branch {
  const own = courses.filter((c) => c.run !== past);
  const act = (c: Course): Turning | undefined => c.acts[at.level - 1];
  const closed = at.kind === nothingMore || at.kind === tooRare || at.level >= depth;
  return {
    key: at.key,
    kind: at.kind,
    runs: own.map((c) => c.run),
    by: at.kind === tooRare ? [] : counted(own.flatMap((c) => act(c)?.by ?? [])),
    time: at.kind === tooRare ? Number.NaN : median(own.flatMap((c) => act(c)?.time ?? [])),
    history: own.length < courses.length,
    children: closed ? [] : split(courses, at, depth, least),
  };
}

function split(courses: readonly Course[], at: At, depth: number, least: number): readonly Branch[] {
  const groups = new Map<string, Course[]>();
  for (const c of courses) {
    const kind = c.acts[at.level]?.kind ?? nothingMore;
    groups.set(kind, [...(groups.get(kind) ?? []), c]);
  }
  const runs = (list: readonly Course[]): number => list.filter((c) => c.run !== past).length;
  const large = [...groups].filter(([kind, list]) => kind === nothingMore || runs(list) >= least);
  const small = [...groups].filter(([kind, list]) => kind !== nothingMore && runs(list) < least);
  large.sort((a, b) => runs(b[1]) - runs(a[1]) || (a[0] < b[0] ? -1 : 1));
  const rest = small.flatMap(([, list]) => list);
  return [...large, ...(rest.length > 0 ? [[tooRare, rest] as const] : [])]
    .filter(([, list]) => runs(list) > 0)
    .map(([kind, list]) => grow(list, { key: `${at.key}/${kind}`, kind, level: at.level + 1 }, depth, least));
}

function counted(ids: readonly string[]): Branch['by'] {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== '') counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The first act of each turning kind of a course, as the worker tells it of runs. `kinds` are those that runs can turn by. */
export function turningsOf(acts: readonly ActView[], kinds: ReadonlySet<string>): readonly Turning[] {
  const seen = new Set<string>();
  return acts.flatMap((a): readonly Turning[] => {
    if (!kinds.has(a.kind) || seen.has(a.kind)) return [];
    seen.add(a.kind);
    return [{ kind: a.kind, kindName: a.kindName, by: a.by[0] ?? '', body: a.body ?? '', time: a.time }];
  });
}

/**
 * The run nearest to all others of a group by its outcomes, and the one farthest from them. Outcomes are ranked within the ensemble, so that
 * days, counts and answers weigh alike; runs of a long list are compared with a sample.
 */
export function typicalAndOddest(
  columns: readonly Float64Array[],
  rows: readonly number[],
): { readonly typical: number; readonly oddest: number } | undefined {
  if (rows.length === 0) return undefined;
  const scaled = columns.map(ranks);
  const others = rows.filter((_, k) => k % Math.ceil(rows.length / 100) === 0);
  const distance = (a: number, b: number): number =>
    scaled.reduce((sum, c) => sum + Math.abs((c[a] ?? 0) - (c[b] ?? 0)), 0);
  const total = rows.map((a) => others.reduce((sum, b) => sum + distance(a, b), 0));
  const at = (value: number): number => rows[total.indexOf(value)] ?? rows[0] ?? 0;
  return { typical: at(Math.min(...total)), oddest: at(Math.max(...total)) };
}

/** Values as shares of the cells below them, 0–1, ties alike; nothing (NaN) lies apart at −0.5. */
function ranks(column: Float64Array): Float64Array {
  const sorted = Float64Array.from(column.filter((v) => !Number.isNaN(v))).sort();
  const first = new Map<number, number>();
  sorted.forEach((v, k) => {
    if (!first.has(v)) first.set(v, k / Math.max(1, sorted.length));
  });
  return column.map((v) => (Number.isNaN(v) ? -0.5 : (first.get(v) ?? 0)));
}
