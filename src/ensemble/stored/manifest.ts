import type { EnsemblePlan, Shard } from '../plan.ts';
import type { OutcomeKind } from '../../questions/outcomes.ts';
import type { Words } from '../../episode/types.ts';

/** Changes when a program of this version could no longer read the folder. */
export const storeFormat = 2;

export interface StoredOutcome {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly ask: Words;
  readonly unit?: Words | undefined;
}

/** One finished file of runs. */
export interface StoredShard extends Shard {
  /** In the folder `shards`. */
  readonly file: string;
  readonly failed: number;
  readonly bytes: number;
  /** Of the file, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What decides every byte of the runs. Folders with different identities are never mixed. */
export interface Identity {
  readonly format: number;
  /** Version of the program. */
  readonly plenum: string;
  readonly episode: { readonly id: string; readonly hash: string };
  readonly question: string | null;
  /** The plan as it was carried out, without the episode. */
  readonly plan: Omit<EnsemblePlan, 'episode'>;
}

/**
 * The table of contents of a folder of stored runs. It holds no clock times and no names of machines: the same question gives the same
 * manifest, byte for byte.
 */
export interface Manifest extends Identity {
  /** As it was typed, without flags that do not change the answer. */
  readonly command: string;
  readonly title: Words;
  /** The question in words, if it is one of the episode's. */
  readonly ask: Words | null;
  /** Every run is a pair, without and with the interventions. */
  readonly twins: boolean;
  readonly outcomes: readonly StoredOutcome[];
  /** Ids of the people, in the order in which outcomes number them. */
  readonly people: readonly string[];
  /** Ids of all who can act, as records number them: people, bodies, branches. */
  readonly actors: readonly string[];
  /** Kinds of act that are counted. */
  readonly acts: readonly string[];
  readonly shardRuns: number;
  /** Those that are finished, in the order of their runs. */
  readonly shards: readonly StoredShard[];
}

/** Runs a file: small enough that little is lost to a crash, large enough that a million runs make some five hundred files. */
export const shardRunsFor = (runs: number): number => Math.max(16, Math.min(8192, Math.ceil(runs / 512)));

export const shardName = (s: Shard): string => {
  const number = (run: number): string => String(run).padStart(9, '0');
  return `runs-${number(s.first)}-${number(s.first + s.runs - 1)}.parquet`;
};

/** Every shard of the plan, whether it is there or not. */
export function allShards(m: Pick<Manifest, 'plan' | 'shardRuns'>): readonly Shard[] {
  const { first, runs } = m.plan;
  const count = Math.ceil(runs / m.shardRuns);
  return Array.from({ length: count }, (_, k) => ({
    first: first + k * m.shardRuns,
    runs: Math.min(m.shardRuns, runs - k * m.shardRuns),
  }));
}

export function missingShards(m: Manifest): readonly Shard[] {
  const there = new Set(m.shards.map((s) => s.first));
  return allShards(m).filter((s) => !there.has(s.first));
}

export const runsDone = (m: Manifest): number => m.shards.reduce((sum, s) => sum + s.runs, 0);

/** The manifest with one more shard, in its place. */
export function withShard(m: Manifest, shard: StoredShard): Manifest {
  const others = m.shards.filter((s) => s.first !== shard.first);
  return { ...m, shards: [...others, shard].sort((a, b) => a.first - b.first) };
}

/** A field in which two identities differ, both values as short JSON. */
export interface Difference {
  readonly field: string;
  readonly stored: string;
  readonly wanted: string;
}

export function differences(stored: Identity, wanted: Identity): readonly Difference[] {
  const flat = (i: Identity): ReadonlyMap<string, unknown> =>
    new Map<string, unknown>([
      ['format', i.format],
      ['plenum', i.plenum],
      ['episode', i.episode.id],
      ['hash', i.episode.hash],
      ['question', i.question],
      ...Object.entries(i.plan),
    ]);
  const [a, b] = [flat(stored), flat(wanted)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((field) => {
    const [x, y] = [canonical(a.get(field)), canonical(b.get(field))];
    return x === y ? [] : [{ field, stored: x, wanted: y }];
  });
}

/** JSON with sorted keys, so that equal values are equal texts. */
export function canonical(value: unknown): string {
  const sorted = (_: string, v: unknown): unknown =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v;
  return JSON.stringify(value === undefined ? null : value, sorted);
}
