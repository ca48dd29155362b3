import { isoDay } from '../dates/format.ts';
import { type Finding, finding, formatPath } from '../problems.ts';
import type { Episode, Term } from '../types.ts';
import type { CheckRule } from './known.ts';

/** Terms that end before they begin, that overlap, or that lie outside the episode. */
export const termRules: CheckRule = ({ episode }) => [
  ...episode.terms.flatMap((term) => oneTerm(term, episode)),
  ...groups(episode.terms, (term) =>
    term.body === undefined ? undefined : `${term.person} ${term.body}`,
  ).flatMap((terms) =>
    pairs(terms).map(([a, b]) =>
      finding('terms-overlap', b.path, { person: b.person, body: b.body, other: formatPath(a.path) }),
    ),
  ),
  ...groups(episode.terms, (term) => term.office).flatMap((terms) =>
    pairs(terms).map(([a, b]) => twoHolders(a, b, episode)),
  ),
];

function oneTerm(term: Term, { meta }: Episode): readonly Finding[] {
  if (term.to < term.from) return [finding('term-backwards', term.path, { person: term.person })];
  const outside = term.to < meta.starts || term.from > meta.ends;
  return outside ? [finding('term-outside', term.path, { person: term.person })] : [];
}

function twoHolders(a: Term, b: Term, { meta }: Episode): Finding {
  const day = isoDay(Math.max(a.from, b.from, meta.starts), meta.calendar);
  return finding('office-two-holders', b.path, {
    office: b.office,
    person: b.person,
    rival: a.person,
    other: formatPath(a.path),
    day,
  });
}

/** Terms that share more than the day of handing over, whatever the vague dates may turn out to be. */
function pairs(terms: readonly Term[]): readonly (readonly [Term, Term])[] {
  const sorted = [...terms].sort((a, b) => a.from - b.from);
  const found: (readonly [Term, Term])[] = [];
  sorted.forEach((b, at) => {
    const a = sorted.slice(0, at).find((earlier) => surely(earlier, b));
    if (a !== undefined) found.push([a, b]);
  });
  return found;
}

function surely(a: Term, b: Term): boolean {
  const begins = Math.max(a.fromDate?.latest ?? a.from, b.fromDate?.latest ?? b.from);
  const ends = Math.min(a.toDate?.earliest ?? a.to, b.toDate?.earliest ?? b.to);
  return begins < ends;
}

function groups(
  terms: readonly Term[],
  keyOf: (term: Term) => string | undefined,
): readonly (readonly Term[])[] {
  const found = new Map<string, Term[]>();
  for (const term of terms) {
    const key = keyOf(term);
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), term]);
  }
  return [...found.values()];
}
