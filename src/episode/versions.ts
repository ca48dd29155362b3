import type { Claim, Episode, RecordedAct, Term } from './types.ts';

/** What became of one coded thing from one version to the next. */
export interface VersionChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** What it says something about, the same in both versions. */
  readonly label: string;
  readonly before?: Claim | undefined;
  readonly after?: Claim | undefined;
  /** What differs: "value", "confidence", "source", "note", "status", "rank", "evidence"; of acts and terms also their fields. */
  readonly fields: readonly string[];
}

export interface Versions {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
  /** In the order of the later version, what was removed last. */
  readonly changes: readonly VersionChange[];
}

/** Coded claims by what they are about; where several are about the same, by their order among them. */
function byLabel(e: Episode): ReadonlyMap<string, Claim> {
  const found = new Map<string, Claim>();
  const times = new Map<string, number>();
  for (const c of e.claims) {
    if (c.origin !== 'coded') continue;
    const n = times.get(c.label) ?? 0;
    times.set(c.label, n + 1);
    found.set(`${c.label} ${n}`, c);
  }
  return found;
}

/**
 * What changed in the coding between two versions of an episode. Claims are matched by what they are about, not by where they stand, so that
 * moving text between files or lines changes nothing.
 */
export function versionsOf(before: Episode, after: Episode): Versions {
  const old = byLabel(before);
  const now = byLabel(after);
  const [oldFacts, newFacts] = [factsOf(before), factsOf(after)];
  const changes: VersionChange[] = [];
  let same = 0;
  for (const [key, claim] of now) {
    const was = old.get(key);
    if (!was) {
      changes.push({ kind: 'added', label: claim.label, after: claim, fields: [] });
      continue;
    }
    const fields = [...differing(viewOf(was), viewOf(claim)), ...differing(oldFacts(was), newFacts(claim))];
    if (fields.length === 0) same++;
    else changes.push({ kind: 'changed', label: claim.label, before: was, after: claim, fields });
  }
  for (const [key, claim] of old)
    if (!now.has(key)) changes.push({ kind: 'removed', label: claim.label, before: claim, fields: [] });
  const count = (kind: VersionChange['kind']): number => changes.filter((c) => c.kind === kind).length;
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    same,
    changes,
  };
}

type Facts = Readonly<Record<string, unknown>>;

const viewOf = (c: Claim): Facts => ({
  value: c.distribution,
  confidence: c.confidence,
  source: c.anchors,
  note: c.note,
  status: c.status,
  rank: c.rank,
  evidence: c.evidence?.day,
});

/** The fields of the act or term that a claim stands for. */
function factsOf(e: Episode): (c: Claim) => Facts {
  const known = new Map<number, RecordedAct | Term>(
    [...e.record, ...e.terms].map((thing) => [thing.claimId, thing]),
  );
  return (c) => {
    const thing = known.get(c.id);
    if (!thing) return {};
    const { claimId: _, path: __, ...facts } = thing;
    return facts;
  };
}

const differing = (a: Facts, b: Facts): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]),
  );
