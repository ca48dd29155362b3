import { suggest } from '../distance.ts';
import { type Finding, finding } from '../problems.ts';
import type { Episode, Path } from '../types.ts';

/** What an id may name. Some fields take several sorts of thing. */
export type Sort =
  | 'person'
  | 'body'
  | 'office'
  | 'issue'
  | 'organisation'
  | 'resource'
  | 'branch'
  | 'pressure'
  | 'act'
  | 'source'
  | 'event'
  | 'meeting'
  | 'term'
  | 'place'
  | 'coder'
  | 'actor'
  | 'addressee'
  | 'holder'
  | 'believed'
  | 'person-or-office';

export type Known = Readonly<Record<Sort, ReadonlySet<string>>>;

export interface CheckContext {
  readonly episode: Episode;
  readonly known: Known;
  readonly kinds: ReadonlySet<string>;
  /** Subjects that a motion or a power may have beside the kinds of act. */
  readonly subjects: ReadonlySet<string>;
}

/** A rule of the checker: pure, one family of mistakes each. */
export type CheckRule = (context: CheckContext) => readonly Finding[];

type Named = { readonly id: string };
const ids = (entities: readonly Named[]): readonly string[] => entities.map((entity) => entity.id);

export function knownIds(episode: Episode): Known {
  const people = ids(episode.people);
  const bodies = ids(episode.bodies);
  const branches = ids(episode.branches);
  const offices = ids(episode.offices);
  const sets: Record<Sort, readonly string[]> = {
    person: people,
    body: bodies,
    office: offices,
    issue: ids(episode.issues),
    organisation: ids(episode.organisations),
    resource: ids(episode.resources),
    branch: branches,
    pressure: ids(episode.pressures),
    act: ids(episode.record),
    source: ids(episode.sources),
    event: ids(episode.events),
    meeting: ids(episode.meetings),
    term: ids(episode.terms),
    place: ids(episode.meta.places),
    coder: ids(episode.meta.coders),
    actor: [...people, ...bodies, ...branches],
    addressee: [...people, ...bodies, ...branches, ...ids(episode.organisations)],
    holder: [...people, ...bodies, ...offices, ...branches],
    believed: [...people, ...bodies],
    'person-or-office': [...people, ...offices],
  };
  return Object.fromEntries(
    Object.entries(sets).map(([sort, list]) => [sort, new Set(list)]),
  ) as unknown as Known;
}

/** A finding if no such thing has the id, with the nearest id that there is. */
export function expectId(known: Known, sort: Sort, id: string | undefined, path: Path): readonly Finding[] {
  if (id === undefined || known[sort].has(id)) return [];
  return [finding('unknown-id', path, { kind: sort, id, suggestion: suggest(id, known[sort]) })];
}

export function expectIds(
  known: Known,
  sort: Sort,
  list: readonly string[] | 'all' | undefined,
  path: Path,
): readonly Finding[] {
  if (list === undefined || typeof list === 'string') return [];
  return list.flatMap((id, at) => expectId(known, sort, id, [...path, at]));
}

/** The ids are keys of a table: it is they that are wrong, not their values. */
export const onKey = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map((one) => ({ ...one, onKey: true }));
