import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { arithmetic } from '../../../../test/helpers/arithmetic.ts';
import { loadEpisode, newEpisode } from '../../../episode/index.ts';
import { compileOutcomes } from '../../../questions/outcomes.ts';
import { compileWorld } from '../../../world/compile/compile.ts';
import { countedInMemory } from '../../counted.ts';
import type { EnsemblePlan } from '../../plan.ts';
import { beginManifest } from '../../stored/begin.ts';
import { columnsOf } from '../../stored/columns.ts';
import { type Manifest, missingShards, runsDone } from '../../stored/manifest.ts';
import { countedInFolder } from './counted.ts';
import { fill } from './fill.ts';
import { readManifest, shardPath } from './folder.ts';
import { lockedBy, takeLock } from './lock.ts';
import { look } from './look.ts';
import { StoreError, type Trouble } from './trouble.ts';

const { episode } = loadEpisode(newEpisode('board'));
if (!episode) throw new Error('the template cannot be read');
const plan: EnsemblePlan = {
  episode,
  seed: 5,
  first: 0,
  runs: 200,
  interventions: [],
  parameters: {},
};
const wanted = { ...beginManifest(plan, { hash: 'abc', command: 'plenum' }), twins: true };
const home = mkdtempSync(join(tmpdir(), 'plenum-store-'));
afterAll(() => rmSync(home, { recursive: true }));
let made = 0;
const fresh = (): string => join(home, `runs-${made++}`);

const filled = (folder: string, resume = false, m: Manifest = wanted): Promise<Manifest> =>
  fill(folder, m, plan, { resume, executor: arithmetic(m) });

/** Fills until the executor gives up before its n-th shard. */
async function interrupted(folder: string, after: number): Promise<void> {
  let left = after;
  const executor = arithmetic(wanted, () => {
    if (left-- === 0) throw new Error('the power fails');
  });
  await expect(fill(folder, wanted, plan, { resume: false, executor })).rejects.toThrow('the power fails');
}

const trouble = async (work: Promise<unknown>): Promise<Trouble | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof StoreError) return error.trouble;
      throw error;
    },
  );

/** Every file of a folder with its bytes. */
const bytesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'base64')]),
  );

const undisturbed = fresh();
const whole = filled(undisturbed);

describe('a folder of runs', () => {
  it('gives the numbers of an ensemble in memory, to the last bit', async () => {
    const outcomes = compileOutcomes(episode, compileWorld(episode));
    const stored = await countedInFolder(undisturbed, await whole);
    const inMemory = countedInMemory(await arithmetic(wanted).execute(plan));
    const history = outcomes.map(() => 1);
    expect(stored.digest.failed.count).toBe(2);
    expect(stored.digest).toEqual({
      ...inMemory.digest,
      forced: { carriedOut: 200, refused: 13, refusals: [{ change: 0, by: 0, rule: 3, times: 13 }] },
    });
    expect(await stored.summaries(outcomes, history)).toEqual(await inMemory.summaries(outcomes, history));
    expect(await stored.effects(outcomes)).toEqual(await inMemory.effects(outcomes));
  });

  it('is the same, byte for byte, however often the work was interrupted', async () => {
    await whole;
    for (const after of [0, 1, 7, 12]) {
      const folder = fresh();
      await interrupted(folder, after);
      expect(runsDone(readManifest(folder))).toBe(16 * after);
      await filled(folder, true);
      expect(bytesOf(folder)).toEqual(bytesOf(undisturbed));
    }
  });

  it('does again what is broken, half-written or gone, and nothing else', async () => {
    const folder = fresh();
    const m = await filled(folder);
    const [first, second, third] = m.shards.map((s) => shardPath(folder, s.file));
    appendFileSync(first ?? '', 'x');
    rmSync(second ?? '');
    writeFileSync(`${third}.part`, 'half');
    writeFileSync(shardPath(folder, 'runs-000000999-000001000.parquet'), 'whole, but never listed');
    const found = await look(folder);
    expect(found.damaged.map((s) => s.first)).toEqual([0, 16]);
    const done: number[] = [];
    const executor = arithmetic(wanted, (shard) => done.push(shard.first));
    await fill(folder, wanted, plan, { resume: true, executor });
    // The run at 32 is the one that is tried again to see that the program still gives the same values.
    expect(done).toEqual([32, 0, 16]);
    expect(bytesOf(folder)).toEqual(bytesOf(undisturbed));
  });

  it('keeps what is finished when it is cancelled', async () => {
    const folder = fresh();
    const work = fill(folder, wanted, plan, {
      resume: false,
      executor: arithmetic(wanted),
      onProgress: (runs) => runs < 48,
    });
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(runsDone(readManifest(folder))).toBe(48);
    expect(lockedBy(folder)).toBeUndefined();
  });

  it('lists failed runs with seed, day, step and message', async () => {
    await whole;
    const { failed, missing } = await look(undisturbed);
    expect(missing).toEqual([]);
    expect(failed.first).toEqual([
      { run: 13, seed: 5, day: 5601.5, step: 13, message: 'run 13 came to nothing, "as meant"' },
      { run: 110, seed: 5, day: null, step: 10, message: 'run 110 came to nothing, "as meant"' },
    ]);
  });
});

describe('a folder that is not for this work is refused', () => {
  it('if it holds the same runs and --resume was not given', async () => {
    await whole;
    expect(await trouble(filled(undisturbed))).toEqual({ kind: 'exists', done: 200, total: 200 });
  });

  it('if it holds other runs, resuming or not', async () => {
    await whole;
    const other = { ...wanted, plan: { ...wanted.plan, seed: 6 } };
    for (const resume of [true, false])
      expect(await trouble(filled(undisturbed, resume, other))).toMatchObject({
        kind: 'other-plan',
        done: 200,
        differences: [{ field: 'seed', stored: '5', wanted: '6' }],
      });
  });

  it('if the program gives other values than are stored', async () => {
    const folder = fresh();
    await interrupted(folder, 2);
    const executor = arithmetic({ ...wanted, plan: { ...wanted.plan, seed: 5 } });
    const changed: typeof executor = {
      ...executor,
      stream: (p, shards, onShard) =>
        executor.stream(p, shards, (r) =>
          onShard({ ...r, without: r.without.map((c) => c.map((v) => (v === 0 ? 1 : 0))) }),
        ),
    };
    expect(await trouble(fill(folder, wanted, plan, { resume: true, executor: changed }))).toEqual({
      kind: 'other-values',
      run: 0,
    });
  });

  it('if it holds something else, or a manifest that cannot be read', async () => {
    const strange = fresh();
    mkdirSync(strange);
    writeFileSync(join(strange, 'thesis.docx'), '');
    expect(await trouble(filled(strange))).toEqual({ kind: 'not-empty' });
    const broken = fresh();
    mkdirSync(broken);
    writeFileSync(join(broken, 'manifest.json'), '{"format": 1');
    expect(await trouble(filled(broken, true))).toMatchObject({ kind: 'broken-manifest' });
    writeFileSync(join(broken, 'manifest.json'), '{"format": 99, "plan": {}, "shards": []}');
    expect(await trouble(filled(broken, true))).toEqual({ kind: 'newer-format', format: 99 });
    const file = fresh();
    writeFileSync(file, '');
    expect(await trouble(filled(file))).toEqual({ kind: 'not-a-store' });
  });
});

describe('the lock', () => {
  const lock = (folder: string): string => join(folder, 'lock.json');
  const heldBy = (folder: string, holder: object): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(lock(folder), JSON.stringify(holder));
  };

  it('is held by one', async () => {
    const folder = fresh();
    mkdirSync(folder);
    const held = takeLock(folder);
    expect(lockedBy(folder)).toMatchObject({ pid: process.pid });
    expect(await trouble(filled(folder))).toMatchObject({ kind: 'locked', pid: process.pid, here: true });
    held.release();
    expect(existsSync(lock(folder))).toBe(false);
    takeLock(folder).release();
  });

  it('of a process that is gone, or of another one under its number, holds nothing', () => {
    for (const holder of [
      { pid: 2 ** 22 + 1, host: hostname(), started: '1' },
      // Only Linux tells when a process was started.
      ...(process.platform === 'linux' ? [{ pid: process.ppid, host: hostname(), started: 'long ago' }] : []),
    ]) {
      const folder = fresh();
      heldBy(folder, holder);
      expect(lockedBy(folder)).toBeUndefined();
      takeLock(folder).release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('that says nothing is being made just now, or was torn by a crash: its age tells', () => {
    const folder = fresh();
    mkdirSync(folder);
    writeFileSync(lock(folder), '');
    expect(() => takeLock(folder)).toThrow(StoreError);
    utimesSync(lock(folder), 0, 0);
    takeLock(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is written aside first: what those killed meanwhile left there holds nothing, and goes', () => {
    const folder = fresh();
    mkdirSync(folder);
    const gone = 2 ** 22 + 1;
    writeFileSync(`${lock(folder)}.${gone}`, JSON.stringify({ pid: gone, host: hostname(), started: '1' }));
    const torn = `${lock(folder)}.${gone + 1}`;
    writeFileSync(torn, '{"pid":');
    const living = `${lock(folder)}.${process.ppid}`;
    writeFileSync(living, JSON.stringify({ pid: process.ppid, host: hostname(), started: '' }));
    takeLock(folder).release();
    // The torn one may be being written.
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([torn, living].sort());
    utimesSync(torn, 0, 0);
    takeLock(folder).release();
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([living]);
  });

  it('of a living process, or of one on another machine, holds', () => {
    for (const [holder, here] of [
      [{ pid: process.ppid, host: hostname(), started: '' }, true],
      [{ pid: 1, host: 'elsewhere', started: '1' }, false],
    ] as const) {
      const folder = fresh();
      heldBy(folder, holder);
      expect(() => takeLock(folder)).toThrow(StoreError);
      try {
        takeLock(folder);
      } catch (error) {
        expect(error).toMatchObject({ trouble: { kind: 'locked', pid: holder.pid, here } });
      }
    }
  });
});

it('a folder without runs is all missing', () => {
  expect(missingShards(wanted)).toHaveLength(13);
  expect(columnsOf(wanted).length).toBeGreaterThan(wanted.acts.length);
});
