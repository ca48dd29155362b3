import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, type StoredShard, storeFormat } from '../../stored/manifest.ts';
import { unfinished, writeWhole } from './atomic.ts';
import { StoreError } from './trouble.ts';

export const manifestName = 'manifest.json';
export const shardsName = 'shards';

export const shardPath = (folder: string, file: string): string => join(folder, shardsName, file);

/** The manifest of a folder; undefined if the folder is not there or empty. Throws a StoreError if it is something else. */
export function findManifest(folder: string): Manifest | undefined {
  const path = join(folder, manifestName);
  if (existsSync(path)) return parseManifest(folder, readFileSync(path, 'utf8'));
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) throw new StoreError(folder, { kind: 'not-a-store' });
  // A process killed before its first manifest leaves these.
  const strange = readdirSync(folder).filter(
    (name) => name !== shardsName && !name.startsWith('lock.json') && !name.endsWith(unfinished),
  );
  if (strange.length > 0) throw new StoreError(folder, { kind: 'not-empty' });
  return undefined;
}

/** The manifest of a folder that must have one. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, manifestName);
  if (!existsSync(path)) throw new StoreError(folder, { kind: 'not-a-store' });
  return parseManifest(folder, readFileSync(path, 'utf8'));
}

function parseManifest(folder: string, text: string): Manifest {
  let read: Partial<Manifest>;
  try {
    read = JSON.parse(text) as Partial<Manifest>;
  } catch (error) {
    throw new StoreError(folder, { kind: 'broken-manifest', message: String(error) });
  }
  if (typeof read.format !== 'number' || !read.plan || !Array.isArray(read.shards))
    throw new StoreError(folder, { kind: 'broken-manifest', message: 'no format, plan or shards' });
  if (read.format > storeFormat) throw new StoreError(folder, { kind: 'newer-format', format: read.format });
  return read as Manifest;
}

export function writeManifest(folder: string, m: Manifest): void {
  writeWhole(join(folder, manifestName), `${JSON.stringify(m, null, 1)}\n`);
}

export function makeFolders(folder: string): void {
  mkdirSync(join(folder, shardsName), { recursive: true });
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Is a shard there, byte for byte as it was written? */
export function isWhole(folder: string, shard: StoredShard): boolean {
  const path = shardPath(folder, shard.file);
  return existsSync(path) && sha256(readFileSync(path)) === shard.sha256;
}

/** Removes from the shards' folder what the manifest does not list: half-written files, and whole ones that came after it. */
export function sweep(folder: string, m: Manifest): void {
  const listed = new Set(m.shards.map((s) => s.file));
  for (const name of readdirSync(join(folder, shardsName)))
    if (!listed.has(name)) rmSync(shardPath(folder, name), { force: true });
}
