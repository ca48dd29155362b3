import { existsSync, readFileSync } from 'node:fs';
import { comparing, summarising } from '../../../questions/summarise.ts';
import { once, type Tally } from '../../../questions/tallies/tally.ts';
import type { Counted } from '../../counted.ts';
import { countingAct, countingParted, type Digest, mostFailed, nobodyParts } from '../../digest.ts';
import { fingerprinting } from '../../fingerprint.ts';
import { joinForced } from '../../merge.ts';
import type { FailedRun } from '../../plan.ts';
import { columnsOf, type Side, type Source } from '../../stored/columns.ts';
import type { Manifest, StoredShard } from '../../stored/manifest.ts';
import { numbersIn, openShard, type ShardReader, throughIn } from '../../stored/parquet.ts';
import { findingPairs, type NotablePairs } from '../../pairs.ts';
import type { CompiledOutcome } from '../../../questions/outcomes.ts';
import { sha256, shardPath } from './folder.ts';
import { StoreError } from './trouble.ts';

/** Opens one shard of a folder. Rejects with a StoreError if the file is not the one that was written. */
export async function openStored(folder: string, shard: StoredShard): Promise<ShardReader> {
  const path = shardPath(folder, shard.file);
  const bytes = existsSync(path) ? readFileSync(path) : undefined;
  if (!bytes || sha256(bytes) !== shard.sha256)
    throw new StoreError(folder, { kind: 'damaged', file: shard.file });
  return openShard(bytes);
}

/**
 * The runs of a folder, counted shard by shard in the order of the runs: the same numbers, to the last bit, as from an ensemble in memory.
 * At any moment one file is in memory.
 */
export async function countedInFolder(folder: string, m: Manifest): Promise<Counted> {
  const digest = await digestFolder(folder, m);
  const outcome = (k: number, side: Side): Source => ({ kind: 'outcome', outcome: k, side });
  return {
    digest,
    summaries: (outcomes, history) =>
      overFolder(
        folder,
        m,
        outcomes.map((o, k) => ({
          tally: summarising(o, history?.[k]),
          sources: [outcome(k, 'without')],
        })),
      ),
    effects: (outcomes) =>
      overFolder(
        folder,
        m,
        outcomes.map((o, k) => ({
          tally: comparing(o),
          sources: [outcome(k, 'without'), outcome(k, 'with')],
        })),
      ),
    pairs: (outcomes, asked) => pairsInFolder(folder, m, outcomes, asked),
  };
}

async function digestFolder(folder: string, m: Manifest): Promise<Digest> {
  const notes = await notesOf(folder, m);
  const parted = m.twins
    ? [{ tally: countingParted(), sources: [{ kind: 'parted' } as const, 'through' as const] }]
    : [];
  const acts = m.acts.map((_, act) => ({
    tally: countingAct(),
    sources: [{ kind: 'acts', act } as const],
  }));
  const [days] = await overFolder(folder, m, parted);
  return {
    episode: m.episode.id,
    seed: m.plan.seed,
    runs: m.shards.reduce((sum, s) => sum + s.runs, 0),
    fingerprint: await fingerprintFolder(folder, m),
    failed: { count: m.shards.reduce((sum, s) => sum + s.failed, 0), first: notes.failed },
    forced: notes.forced,
    acts: await overFolder(folder, m, acts),
    parted: days ?? nobodyParts,
  };
}

async function notesOf(
  folder: string,
  m: Manifest,
): Promise<{ readonly failed: readonly FailedRun[]; readonly forced: Digest['forced'] }> {
  const failed: FailedRun[] = [];
  let forced = joinForced([]);
  for (const shard of m.shards) {
    const { notes } = await openStored(folder, shard);
    failed.push(...notes.failed.slice(0, mostFailed - failed.length).map(revived));
    forced = joinForced([{ forced }, notes]);
  }
  return { failed, forced };
}

/** JSON has no NaN: a day that is not known is null there. */
const revived = (f: FailedRun): FailedRun => ({ ...f, day: f.day ?? Number.NaN });

/** All columns of outcomes, those without the change first. Column by column, as the fingerprint of an ensemble in memory is taken. */
async function fingerprintFolder(folder: string, m: Manifest): Promise<string> {
  const all = fingerprinting();
  const sides: readonly Side[] = m.twins ? ['without', 'with'] : ['without'];
  for (const side of sides)
    for (let outcome = 0; outcome < m.outcomes.length; outcome++)
      await overFolder(folder, m, [
        { tally: once(all.add, () => undefined), sources: [{ kind: 'outcome', outcome, side }] },
      ]);
  return all.result();
}

/** A tally, and the column or the pair of columns that it counts. */
interface Job<T> {
  readonly tally: Tally<T>;
  readonly sources: readonly (Source | 'through')[];
}

/** Several tallies over the folder together, in as many passes as the one that needs most. */
async function overFolder<T>(folder: string, m: Manifest, jobs: readonly Job<T>[]): Promise<readonly T[]> {
  const columns = columnsOf(m);
  const people = new Map(m.people.map((id, k) => [id, k]));
  let waiting = jobs;
  while (waiting.length > 0) {
    for (const stored of m.shards) {
      const shard = await openShard(readFileSync(shardPath(folder, stored.file)));
      for (const { tally, sources } of waiting) {
        const [cells, other] = await Promise.all(
          sources.map((source) =>
            source === 'through' ? throughIn(shard, columns, m) : numbersIn(shard, columns, source, people),
          ),
        );
        tally.add(cells ?? new Float64Array(0), other);
      }
    }
    waiting = waiting.filter(({ tally }) => tally.again());
  }
  return jobs.map(({ tally }) => tally.result());
}

/** The typical pair and the oddest one of a folder, in as many passes as they take. */
async function pairsInFolder(
  folder: string,
  m: Manifest,
  outcomes: readonly CompiledOutcome[],
  asked: readonly number[],
): Promise<NotablePairs | undefined> {
  const columns = columnsOf(m);
  const people = new Map(m.people.map((id, k) => [id, k]));
  const tally = findingPairs(asked.flatMap((k) => outcomes[k]?.kind ?? []));
  do {
    for (const stored of m.shards) {
      const shard = await openShard(readFileSync(shardPath(folder, stored.file)));
      const read = (source: Source): Promise<Float64Array> => numbersIn(shard, columns, source, people);
      const side = (which: Side): Promise<Float64Array[]> =>
        Promise.all(asked.map((outcome) => read({ kind: 'outcome', outcome, side: which })));
      tally.add({
        first: stored.first,
        without: await side('without'),
        with: await side('with'),
        parted: await read({ kind: 'parted' }),
        through: await throughIn(shard, columns, m),
      });
    }
  } while (tally.again());
  return tally.result();
}
