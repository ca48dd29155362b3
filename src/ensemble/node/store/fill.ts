import { readFileSync } from 'node:fs';
import type { EnsemblePlan, Executor, OnProgress, ShardResult } from '../../plan.ts';
import { cellsOf } from '../../stored/cells.ts';
import { columnsOf } from '../../stored/columns.ts';
import {
  differences,
  type Manifest,
  missingShards,
  runsDone,
  shardName,
  withShard,
} from '../../stored/manifest.ts';
import { encodeShard, openShard } from '../../stored/parquet.ts';
import { writeWhole } from './atomic.ts';
import { findManifest, isWhole, makeFolders, sha256, shardPath, sweep, writeManifest } from './folder.ts';
import { takeLock } from './lock.ts';
import { StoreError, writing } from './trouble.ts';

export interface FillOptions {
  /** Continue what is there; without it a folder that has runs is trouble. */
  readonly resume: boolean;
  readonly executor: Executor;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Carries out a plan into a folder: the shards that are missing or broken, and only those. `wanted` is the manifest of the plan with no
 * shards. Resolves with the finished manifest. Rejects with a StoreError if the folder holds something else, is in use, or cannot be
 * written; and with an AbortError if cancelled. What is finished then stays.
 */
export async function fill(
  folder: string,
  wanted: Manifest,
  plan: EnsemblePlan,
  options: FillOptions,
): Promise<Manifest> {
  const total = plan.runs;
  agree(folder, findManifest(folder), wanted, options.resume);
  writing(folder, 0, total, () => makeFolders(folder));
  const lock = writing(folder, 0, total, () => takeLock(folder));
  try {
    let m = begin(folder, wanted, options.resume);
    await sameValues(folder, m, plan, options.executor);
    let done = runsDone(m);
    const put = (result: ShardResult): void => {
      m = writing(folder, done, total, () => store(folder, m, result));
      done += result.runs;
      if (options.onProgress?.(done, total) === false) throw new DOMException('cancelled', 'AbortError');
    };
    options.onProgress?.(done, total);
    await options.executor.stream(plan, missingShards(m), put, options.signal);
    return m;
  } finally {
    lock.release();
  }
}

function agree(folder: string, there: Manifest | undefined, wanted: Manifest, resume: boolean): void {
  if (!there) return;
  const found = differences(there, wanted);
  const done = runsDone(there);
  if (found.length > 0) throw new StoreError(folder, { kind: 'other-plan', differences: found, done });
  if (!resume) throw new StoreError(folder, { kind: 'exists', done, total: wanted.plan.runs });
}

/** The manifest to go on from: with the lock held, and without the shards that are not what they were. */
function begin(folder: string, wanted: Manifest, resume: boolean): Manifest {
  const there = findManifest(folder);
  agree(folder, there, wanted, resume);
  const shards = (there ?? wanted).shards.filter((shard) => isWhole(folder, shard));
  const m = { ...(there ?? wanted), shards };
  writing(folder, runsDone(m), wanted.plan.runs, () => {
    writeManifest(folder, m);
    sweep(folder, m);
  });
  return m;
}

/** Does this program still give the stored values? One stored run is done again, lest two programs share an answer. */
async function sameValues(
  folder: string,
  m: Manifest,
  plan: EnsemblePlan,
  executor: Executor,
): Promise<void> {
  const [stored] = m.shards;
  if (!stored) return;
  const { first } = stored;
  const shard = await openShard(readFileSync(shardPath(folder, stored.file)));
  await executor.stream(plan, [{ first, runs: 1 }], async (again) => {
    for (const column of columnsOf(m)) {
      const [cell] = cellsOf(column, again, m);
      if (!Object.is(cell ?? null, (await shard.cells(column))[0] ?? null))
        throw new StoreError(folder, { kind: 'other-values', run: first });
    }
  });
}

function store(folder: string, m: Manifest, result: ShardResult): Manifest {
  const bytes = encodeShard(m, result);
  const file = shardName(result);
  writeWhole(shardPath(folder, file), bytes);
  const next = withShard(m, {
    file,
    first: result.first,
    runs: result.runs,
    failed: result.failed.length,
    bytes: bytes.length,
    sha256: sha256(bytes),
  });
  writeManifest(folder, next);
  return next;
}
