import type { Episode, Intervention } from '../episode/types.ts';

/** The day on which a change begins, if it has one that can be moved; undefined for what merely does not happen (an event, a meeting). */
function dayOf(i: Intervention, starts: number): number | undefined {
  switch (i.kind) {
    case 'force':
      return i.whenever ? undefined : (i.at ?? starts);
    case 'forbid':
      return Math.max(starts, i.from);
    case 'set':
      // A rule holds for the whole run.
      return i.target.kind === 'rule' ? undefined : Math.max(starts, i.at);
    default:
      return undefined;
  }
}

/** The first day of those parts of a change that have one; undefined if none has. */
export function firstDayOf(list: readonly Intervention[], e: Pick<Episode, 'meta'>): number | undefined {
  const days = list.flatMap((i) => dayOf(i, e.meta.starts) ?? []);
  return days.length === 0 ? undefined : Math.min(...days);
}

/** The same change begun on another day: all dated parts are moved alike, so that what lay days apart still does. */
export function shifted(
  list: readonly Intervention[],
  e: Pick<Episode, 'meta'>,
  day: number,
): readonly Intervention[] {
  const first = firstDayOf(list, e);
  if (first === undefined) return list;
  const by = day - first;
  return list.map((i) => {
    const at = dayOf(i, e.meta.starts);
    if (at === undefined) return i;
    if (i.kind === 'forbid') return { ...i, from: at + by, until: Math.max(i.until, at + by) };
    return i.kind === 'force' || i.kind === 'set' ? { ...i, at: at + by } : i;
  });
}

/** `count` days from the first of the episode to `last`, evenly spread, each once. */
export function daysBetween(first: number, last: number, count: number): readonly number[] {
  const step = count > 1 ? (last - first) / (count - 1) : 0;
  return [...new Set(Array.from({ length: count }, (_, k) => Math.round(first + k * step)))];
}
