import type { FailedRun } from '../../plan.ts';
import { mostFailed } from '../../digest.ts';
import { type Manifest, missingShards, type StoredShard } from '../../stored/manifest.ts';
import type { Shard } from '../../plan.ts';
import { openStored } from './counted.ts';
import { isWhole, readManifest } from './folder.ts';
import { lockedBy } from './lock.ts';

/** What a folder of runs holds. */
export interface Looked {
  readonly manifest: Manifest;
  readonly whole: readonly StoredShard[];
  /** Listed, but gone or changed since they were written. */
  readonly damaged: readonly StoredShard[];
  readonly missing: readonly Shard[];
  /** The first of the failed runs, and how many there are. */
  readonly failed: { readonly count: number; readonly first: readonly FailedRun[] };
  readonly lockedBy: { readonly pid: number; readonly host: string } | undefined;
}

/** Looks into a folder of runs; every file is read and compared with its hash. Throws a StoreError if it is no such folder. */
export async function look(folder: string): Promise<Looked> {
  const manifest = readManifest(folder);
  const whole = manifest.shards.filter((shard) => isWhole(folder, shard));
  const first: FailedRun[] = [];
  for (const shard of whole.filter((s) => s.failed > 0))
    if (first.length < mostFailed) first.push(...(await openStored(folder, shard)).notes.failed);
  return {
    manifest,
    whole,
    damaged: manifest.shards.filter((shard) => !whole.includes(shard)),
    missing: missingShards(manifest),
    failed: { count: whole.reduce((sum, s) => sum + s.failed, 0), first: first.slice(0, mostFailed) },
    lockedBy: lockedBy(folder),
  };
}
