import type { Episode } from '../../../episode/types.ts';
import type { ActView, Course, EnsembleView } from '../../engine/protocol.ts';
import { mainIssue } from './names.ts';

/** As much of a course as its miniature needs. */
export type Drawn = Pick<Course, 'frames'> & { readonly acts: readonly Pick<ActView, 'by' | 'kind'>[] };

/**
 * The people who act most in a course, the most active first; indices. Collective actors come last, and after them those who do nothing
 * but have a seat in the body that decides the main issue.
 */
export function mostActive(e: Episode, course: Pick<Drawn, 'acts'>, count: number): readonly number[] {
  const acts = new Map<string, number>();
  for (const a of course.acts)
    for (const id of a.by) acts.set(id, (acts.get(id) ?? 0) + (a.kind === 'vote' ? 0.2 : 1));
  const deciding = e.issues[mainIssue(e)]?.body;
  const seated = new Set(e.terms.filter((t) => t.body === deciding).map((t) => t.person));
  return e.people
    .map((p, k) => ({ k, n: (acts.get(p.id) ?? 0) / (p.collective ? 1000 : 1), seat: seated.has(p.id) }))
    .filter((x) => x.n > 0 || x.seat)
    .sort((a, b) => b.n - a.n || a.k - b.k)
    .slice(0, count)
    .map((x) => x.k);
}

/** Number of the last frame at or before the end of a day. */
export function frameAt(course: Course, day: number): number {
  const { days } = course.frames;
  let k = 0;
  while (k + 1 < days.length && (days[k + 1] ?? 0) <= day) k++;
  return k;
}

/** One stretch of a person's line: where he stands on an issue, and whether he sits in the body. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** 0–100: what is said, else what is wanted; NaN if neither is coded. */
  readonly value: number;
  /** Is the value said in public, or only wanted? */
  readonly said: boolean;
  readonly inside: boolean;
}

/** Where a person stands on an issue over the days, and whether he sits in the body. */
export function stretches(
  e: Episode,
  course: Pick<Drawn, 'frames'>,
  person: number,
  issue: number,
  body: number,
): readonly Stretch[] {
  const { days, stance, position, seat } = course.frames;
  const I = e.issues.length;
  const P = e.people.length;
  const made: Stretch[] = [];
  days.forEach((day, k) => {
    const said = stance[k]?.[person * I + issue] ?? Number.NaN;
    const value = Number.isNaN(said) ? (position[k]?.[person * I + issue] ?? Number.NaN) : said;
    const inside = (seat[k]?.[body * P + person] ?? 0) > 0;
    const to = days[k + 1] ?? e.meta.ends + 1;
    const last = made.at(-1);
    const same =
      last && last.inside === inside && last.said === !Number.isNaN(said) && Object.is(last.value, value);
    if (same) made[made.length - 1] = { ...last, to };
    else made.push({ from: day, to, value, said: !Number.isNaN(said), inside });
  });
  return made;
}

/** Runs that differ most from one another in their outcomes: the farthest from those already chosen, one after the other. */
export function differentRuns(view: EnsembleView, count: number, changed: boolean): readonly number[] {
  const columns = changed && view.with.length > 0 ? view.with : view.without;
  const n = Math.min(view.runs.length, 200);
  if (n === 0) return [];
  const distance = (a: number, b: number): number =>
    columns.reduce((sum, c) => sum + (Object.is(c[a], c[b]) ? 0 : 1), 0);
  const chosen = [0];
  const nearest = Array.from({ length: n }, (_, k) => (k === 0 ? -1 : distance(k, 0)));
  while (chosen.length < Math.min(count, n)) {
    const best = nearest.indexOf(Math.max(...nearest));
    chosen.push(best);
    for (let k = 0; k < n; k++) nearest[k] = Math.min(nearest[k] ?? 0, distance(k, best));
    // Where no run differs any more, another is taken all the same, never one twice.
    for (const k of chosen) nearest[k] = -1;
  }
  return chosen.map((k) => view.runs[k] ?? 0);
}

/** A hundred of the runs that stand for all, each for as many as any other, sorted by an outcome. */
export function hundred(
  view: EnsembleView,
  outcome: number,
  changed: boolean,
): readonly { readonly run: number; readonly value: number }[] {
  const column = (changed ? view.with : view.without)[outcome];
  if (!column) return [];
  const order = Array.from(view.runs, (run, k) => ({ run, value: column[k] ?? Number.NaN }));
  const rank = (v: number): number => (Number.isNaN(v) ? Number.NEGATIVE_INFINITY : v);
  order.sort((a, b) => rank(b.value) - rank(a.value) || a.run - b.run);
  if (order.length <= 100) return order;
  return Array.from(
    { length: 100 },
    (_, k) => order[Math.floor(((k + 0.5) * order.length) / 100)] ?? order[0]!,
  );
}
