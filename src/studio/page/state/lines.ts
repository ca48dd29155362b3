import type { ActView } from '../../engine/protocol.ts';

/** One line of a list of acts: an act, or the votes of one ballot folded into one. */
export interface Line {
  readonly key: string;
  readonly acts: readonly [ActView, ...ActView[]];
}

export interface ActFilter {
  readonly person: string;
  readonly body: string;
  readonly kind: string;
}

/** What an act is called in the address. */
export const actKey = (a: ActView): string => a.id ?? `#${a.index}`;

const concerns = (a: ActView, f: ActFilter): boolean =>
  (f.kind === '' || a.kind === f.kind) &&
  (f.person === '' || a.by.includes(f.person) || a.to.includes(f.person)) &&
  (f.body === '' || a.body === f.body || a.by.includes(f.body) || a.to.includes(f.body));

const oneBallot = (a: ActView, b: ActView): boolean =>
  a.kind === 'vote' &&
  b.kind === 'vote' &&
  a.body === b.body &&
  a.issue === b.issue &&
  Math.floor(a.time) === Math.floor(b.time);

/** The acts that the filter lets through, in order, the votes of one ballot as one line. */
export function linesOf(acts: readonly ActView[], filter: ActFilter): readonly Line[] {
  const lines: Line[] = [];
  for (const a of acts) {
    if (!concerns(a, filter)) continue;
    const last = lines.at(-1);
    if (last && oneBallot(last.acts[0], a)) lines[lines.length - 1] = { ...last, acts: [...last.acts, a] };
    else lines.push({ key: actKey(a), acts: [a] });
  }
  return lines;
}

/** How a ballot went: votes by option, the commonest first. */
export function tally(line: Line): readonly (readonly [option: string, votes: number])[] {
  const counts = new Map<string, number>();
  for (const a of line.acts)
    counts.set(a.option ?? '', (counts.get(a.option ?? '') ?? 0) + Math.max(1, a.by.length));
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Whom an act comes from and goes to, one entry a pair: what is joint in one course may be done one by one in another. */
function pairsOf(a: ActView): readonly string[] {
  const to = a.to.length === 0 ? [''] : a.to;
  const by = a.by.length === 0 ? [''] : a.by;
  return by.flatMap((b) => to.map((t) => [a.kind, b, t, a.body ?? ''].join('|')));
}

export interface Compared {
  /** Indices of the acts of a run that history has, too: by kind, by whom, to whom, in which body. */
  readonly shared: ReadonlySet<number>;
  /** Acts of history that the run has not. */
  readonly missing: readonly ActView[];
}

/** Lays a run beside history. Each act of history is found at most as often as it happened. */
export function compare(run: readonly ActView[], history: readonly ActView[]): Compared {
  const left = new Map<string, number>();
  for (const key of history.flatMap(pairsOf)) left.set(key, (left.get(key) ?? 0) + 1);
  const shared = new Set<number>();
  const found = new Map<string, number>();
  for (const a of run) {
    for (const key of pairsOf(a)) {
      const n = left.get(key) ?? 0;
      if (n === 0) continue;
      left.set(key, n - 1);
      found.set(key, (found.get(key) ?? 0) + 1);
      shared.add(a.index);
    }
  }
  const missing = history.filter((a) => {
    const here = pairsOf(a).filter((key) => {
      const n = found.get(key) ?? 0;
      if (n > 0) found.set(key, n - 1);
      return n > 0;
    });
    return here.length === 0;
  });
  return { shared, missing };
}

/** The acts that surprised the model most: those it gave a probability, the least likely first. */
export const mostSurprising = (acts: readonly ActView[]): readonly ActView[] =>
  acts.filter((a) => (a.bits ?? 0) > 0).sort((a, b) => (b.bits ?? 0) - (a.bits ?? 0) || a.index - b.index);

/** The next line in a direction from the one that holds an act; the first or last where none does. */
export function stepFrom(lines: readonly Line[], act: string, by: 1 | -1): Line | undefined {
  const at = lines.findIndex((l) => l.acts.some((a) => actKey(a) === act));
  if (at < 0) return by > 0 ? lines[0] : lines.at(-1);
  return lines[at + by];
}
