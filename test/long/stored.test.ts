import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../cli/cli.ts';

const cwd = mkdtempSync(join(tmpdir(), 'plenum-kept-'));
afterAll(() => rmSync(cwd, { recursive: true }));
const main = join(root, 'dist/cli/main.js');
const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'C' };
const wordsOf = (args: string): readonly string[] => args.split(' ');

/** The command carried out to its end. */
function plenum(args: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...wordsOf(args)], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { code: status, out: stdout, err: stderr };
}

const start = (args: string): ChildProcess =>
  spawn(process.execPath, [main, ...wordsOf(args)], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('close', (code) => resolve(code)));

/** What a process has said so far on its standard error. */
function heard(child: ChildProcess): () => string {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return () => said;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until something is so; a minute at most. */
async function until(isSo: () => boolean): Promise<void> {
  for (let k = 0; k < 600 && !isSo(); k++) await pause(100);
  expect(isSo()).toBe(true);
}

const doneIn = (folder: string): number => {
  const path = join(cwd, folder, 'manifest.json');
  if (!existsSync(path)) return 0;
  const { shards } = JSON.parse(readFileSync(path, 'utf8')) as { shards: { runs: number }[] };
  return shards.reduce((sum, s) => sum + s.runs, 0);
};

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['manifest.json', ...readdirSync(join(cwd, folder, 'shards')).map((name) => `shards/${name}`)]
      .sort()
      .map((name) => [name, readFileSync(join(cwd, folder, name), 'base64')]),
  );

describe('killed at random moments', () => {
  const ask = 'ask choir no-bill --runs 240';

  it.each(['1', '2'])(
    'and resumed, with %s worker(s), the answer is that of undisturbed runs',
    async (workers) => {
      const calm = plenum(`${ask} --out calm-${workers} --json`);
      expect(calm.code).toBe(0);
      const folder = `killed-${workers}`;
      const kills: number[] = [];
      // It is let run longer and longer, so that a slow machine comes to an end too.
      for (let round = 0; ; round++) {
        const child = start(`${ask} --out ${folder} --resume --workers ${workers}`);
        const said = heard(child);
        const end = ended(child);
        const moment = Math.random() * 1500 * 1.2 ** round;
        const code = await Promise.race([end, pause(moment).then(() => 'time' as const)]);
        if (code === 0) break;
        expect(code, `round ${round}: ${said()}`).toBe('time');
        child.kill('SIGKILL');
        await end;
        kills.push(doneIn(folder));
      }
      console.info(`killed ${kills.length} times, with so many runs finished: ${kills.join(', ')}`);
      expect(kills.length).toBeGreaterThan(0);
      const { code, out } = plenum(`${ask} --out ${folder} --resume --json`);
      expect([code, out]).toEqual([0, calm.out]);
      expect(filesIn(folder)).toEqual(filesIn(`calm-${workers}`));
      for (const form of ['csv', 'parquet', 'arrow'])
        for (const from of [folder, `calm-${workers}`])
          expect(plenum(`export ${from} --to ${form}`).code).toBe(0);
      for (const file of readdirSync(join(cwd, folder, 'export')))
        expect(
          readFileSync(join(cwd, folder, 'export', file)).equals(
            readFileSync(join(cwd, `calm-${workers}`, 'export', file)),
          ),
          file,
        ).toBe(true);
    },
  );
});

describe('killed as it takes the folder', () => {
  it('a process leaves nothing that keeps the next one out', async () => {
    const args = 'run choir --runs 40 --out taken';
    const lock = join(cwd, 'taken/lock.json');
    // The lock of the one killed before stays; it is another when it is made anew.
    const made = (): string | undefined => {
      const is = statSync(lock, { throwIfNoEntry: false });
      return is && `${is.ino} ${is.mtimeMs}`;
    };
    for (let round = 0; round < 20; round++) {
      const before = made();
      const child = start(`${args} --resume --workers 1`);
      const said = heard(child);
      const end = ended(child);
      const patience = Date.now() + 20_000;
      // Looked at without pause: what is to be hit takes a tenth of a millisecond.
      for (let now = made(); (now === undefined || now === before) && Date.now() < patience; ) now = made();
      child.kill('SIGKILL');
      expect([null, 0], `round ${round}: ${said()}`).toContain(await end);
      rmSync(join(cwd, 'taken/manifest.json'), { force: true });
      rmSync(join(cwd, 'taken/shards'), { recursive: true, force: true });
    }
    expect(plenum(`${args} --resume --json`)).toMatchObject({
      code: 0,
      out: plenum('run choir --runs 40 --json').out,
    });
    expect(readdirSync(join(cwd, 'taken')).filter((name) => name.startsWith('lock'))).toEqual([]);
  });
});

describe('two processes in one folder', () => {
  const run = 'run choir --runs 20000 --out shared';

  it('the second is told; Ctrl-C on the first keeps what is finished, and a third goes on', async () => {
    const first = start(`${run} --workers 1`);
    const said = heard(first);
    await until(() => doneIn('shared') > 0);
    const second = plenum(`${run} --resume`);
    expect([second.code, second.out]).toEqual([1, '']);
    expect(second.err).toContain(
      `Another process is writing in "shared" (number ${first.pid}). Wait for it, or choose another folder.\n`,
    );
    expect(plenum('runs shared').out).toMatch(new RegExp(`In use +process ${first.pid} on `));
    const end = ended(first);
    first.kill('SIGINT');
    expect(await end).toBe(130);
    const kept = doneIn('shared');
    expect(said()).toContain(
      `Interrupted. ${kept.toLocaleString('en')} of 20,000 runs are kept in "shared"; the same command with --resume does the rest.\n`,
    );
    expect(existsSync(join(cwd, 'shared/lock.json'))).toBe(false);
    const third = start(`${run} --resume --workers 1`);
    await until(() => doneIn('shared') > kept);
    third.kill('SIGKILL');
    await ended(third);
  });
});

describe('no room', () => {
  // A limit on the size of files is refused by the system as a full disk is, and needs no disk.
  it.skipIf(process.platform === 'win32')(
    'says so, and what is kept; with room again it goes on',
    async () => {
      const args = 'run choir --runs 40 --out tight';
      const limited = (kilobytes: number) =>
        spawnSync(
          'bash',
          ['-c', `ulimit -f ${kilobytes} && exec "$0" "$@"`, process.execPath, main, ...wordsOf(args)],
          {
            cwd,
            env,
            encoding: 'utf8',
          },
        );
      const { status, stdout, stderr } = limited(4);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toBe(
        'There is no room left to write in "tight". 0 of 40 runs are kept there. Make room, then give the same command with --resume.\n',
      );
      expect(existsSync(join(cwd, 'tight/lock.json'))).toBe(false);
      expect(readdirSync(join(cwd, 'tight/shards'))).toEqual([]);
      const again = plenum(`${args} --resume --json`);
      expect(again).toMatchObject({ code: 0, out: plenum('run choir --runs 40 --json').out });
    },
  );
});

describe('memory', () => {
  it('does not grow with the number of runs', () => {
    const measure = (runs: number): number => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [join(import.meta.dirname, 'many-runs.mjs'), join(cwd, `many-${runs}`), String(runs)],
        { encoding: 'utf8' },
      );
      expect(stderr).toBe('');
      const { peak, runs: counted } = JSON.parse(stdout) as { peak: number; runs: number };
      expect(counted).toBe(runs);
      console.info(`${runs} runs: peak ${Math.round(peak / 1000)} MB`);
      return peak;
    };
    const [few, many] = [measure(10_000), measure(200_000)];
    // Twenty times the runs. In memory these columns alone would take 200,000 × 76 cells of 8 bytes and more, 120 MB.
    expect(many).toBeLessThan(few + 100_000);
  });
});
