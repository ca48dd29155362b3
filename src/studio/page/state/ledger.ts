import type { Claim, Episode } from '../../../episode/types.ts';
import { type Distribution, quantile } from '../../../chance/distributions.ts';

/** What may be looked for among the claims. */
export const filters = [
  'all',
  'unsourced',
  'single',
  'contradictory',
  'disputed',
  'judgement',
  'default',
] as const;
export type Filter = (typeof filters)[number];

export const sorts = ['place', 'width', 'depends'] as const;
export type Sort = (typeof sorts)[number];

const sourcesOf = (c: Claim): number => new Set(c.anchors.map((a) => a.source)).size;

export function passes(c: Claim, filter: Filter): boolean {
  if (filter === 'default') return c.origin !== 'coded';
  if (c.origin !== 'coded') return false;
  switch (filter) {
    case 'all':
      return true;
    case 'unsourced':
      return c.anchors.length === 0;
    case 'single':
      return sourcesOf(c) === 1;
    case 'contradictory':
      return c.alternatives.length > 0;
    case 'disputed':
      return c.confidence === 'disputed' || c.status === 'disputed';
    case 'judgement':
      return c.confidence === 'judgement';
  }
}

/** How wide the middle 90 % of what a value may be lies on its scale, 0–1; 0 for what is certain or no number. */
export function widthOf(c: Claim): number {
  const d: Distribution | undefined = c.distribution;
  if (!d || d.kind === 'point') return 0;
  const high = c.scale?.high ?? (c.scale?.low ?? 0) + 1;
  const range = high - (c.scale?.low ?? 0) || 1;
  return (quantile(d, 0.95) - quantile(d, 0.05)) / range;
}

/** Whom or what a claim is about: the people, bodies and branches of the episode named in it. */
export function subjectsOf(e: Episode, c: Claim): readonly string[] {
  const ids = new Set([...e.people, ...e.bodies, ...e.branches].map((x) => x.id));
  const [section, at] = c.path;
  const things: Readonly<Record<string, readonly object[]>> = {
    terms: e.terms,
    ties: e.ties,
    record: e.record,
    stances: e.stances,
    beliefs: e.beliefs,
  };
  const inPath = c.path.map(String).filter((step) => ids.has(step));
  const listed = things[String(section)];
  if (!listed || typeof at !== 'number') return inPath;
  const thing =
    listed.find((x) => 'claimId' in x && x.claimId === c.id) ?? listed.find((x) => claimIn(x) === c.id);
  return thing ? [...new Set([...inPath, ...namesIn(thing, ids)])] : inPath;
}

const claimIn = (x: object): unknown =>
  'value' in x && typeof x.value === 'object' && x.value !== null && 'claimId' in x.value
    ? x.value.claimId
    : undefined;

/** Ids named by the ordinary fields of a tie, term, act, stance or belief. */
const namesIn = (thing: object, ids: ReadonlySet<string>): readonly string[] =>
  Object.values(thing)
    .flat()
    .filter((v): v is string => typeof v === 'string' && ids.has(v));

/** Sections of the file: people, terms, positions, … */
export const kindOf = (c: Claim): string => String(c.path[0] ?? '');

export interface Coverage {
  readonly kind: string;
  readonly claims: number;
  readonly sourced: number;
  readonly judgement: number;
}

/** Per kind of value: how many claims, how many with a source, how many by judgement. The most numerous first. */
export function coverageOf(e: Episode): readonly Coverage[] {
  const kinds = new Map<string, { claims: number; sourced: number; judgement: number }>();
  for (const c of e.claims) {
    if (c.origin !== 'coded') continue;
    const k = kinds.get(kindOf(c)) ?? { claims: 0, sourced: 0, judgement: 0 };
    k.claims++;
    if (c.anchors.length > 0) k.sourced++;
    if (c.confidence === 'judgement') k.judgement++;
    kinds.set(kindOf(c), k);
  }
  return [...kinds].map(([kind, k]) => ({ kind, ...k })).sort((a, b) => b.claims - a.claims);
}

/** Claims that contradict one another, as groups; the one that runs use first. */
export function contradictionsOf(e: Episode): readonly (readonly Claim[])[] {
  const seen = new Set<number>();
  return e.claims.flatMap((c) => {
    if (seen.has(c.id) || c.alternatives.length === 0) return [];
    const group = [c.id, ...c.alternatives].flatMap((id) => e.claims[id] ?? []);
    for (const member of group) seen.add(member.id);
    return [[...group].sort((a, b) => standing(a) - standing(b) || a.id - b.id)];
  });
}

/** The order in which the loader prefers claims: as `normalise/claims` has it. */
const standing = (c: Claim): number =>
  (c.status === 'withdrawn' ? 8 : 0) + { preferred: 0, normal: 1, deprecated: 2 }[c.rank];
