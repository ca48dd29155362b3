import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { EpisodeAnswer, SaveAnswer, StampedFile } from '../../src/studio/contract.ts';
import type { StudioApp } from '../../src/studio/server/app.ts';
import { own, root, saving, studioIn, textAt, workFolder } from './helpers/studio.ts';

async function open(studio: StudioApp): Promise<EpisodeAnswer> {
  return (await studio.app.request('/api/episodes/choir', own())).json();
}

async function file(studio: StudioApp, path: string): Promise<StampedFile> {
  const found = (await open(studio)).files.find((one) => one.path === path);
  if (found === undefined) throw new Error(`no ${path}`);
  return found;
}

const post = (studio: StudioApp, files: readonly object[]) =>
  studio.app.request('/api/episodes/choir/files', saving({ files }));

/** Names in the episode's folder, so that nothing unfinished is overlooked. */
const namesIn = (folder: string): readonly string[] => readdirSync(join(folder, 'choir')).sort();
const ordinary = ['episode.yaml', 'minds.yaml', 'record.yaml'];

describe('the shelf', () => {
  it('lists an episode with its title, its problems and where it lies', async () => {
    const folder = workFolder();
    const answer = await studioIn(folder).app.request('/api/episodes', own());
    expect(await answer.json()).toEqual({
      version: '9.9.9',
      episodes: [
        {
          id: 'choir',
          folder: './choir',
          writable: true,
          problems: 0,
          title: { en: 'The choir of Lower Meadow', ru: 'Хор деревни Нижний Луг' },
        },
      ],
    });
  });

  it('counts problems anew when a file changes, and shows an episode that was added', async () => {
    const folder = workFolder();
    const studio = studioIn(folder);
    await studio.app.request('/api/episodes', own());
    writeFileSync(join(folder, 'choir/minds.yaml'), 'positions: {nobody: {programme: 50}}\n');
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken/episode.yaml'), 'plenum: [');
    const { episodes } = await (await studio.app.request('/api/episodes', own())).json();
    expect(episodes.map((one: { id: string }) => one.id)).toEqual(['broken', 'choir']);
    expect(episodes.every((one: { problems: number }) => one.problems > 0)).toBe(true);
    expect(episodes[0].title).toEqual({ en: 'broken', ru: 'broken' });
  });

  it('hands out the files as they are, with the hash that the command line prints', async () => {
    const folder = workFolder();
    writeFileSync(join(folder, 'choir/zz.yaml'), '\uFEFF# with a mark\r\n');
    const opened = await open(studioIn(folder));
    expect(opened.files.map((one) => one.path)).toEqual([...ordinary, 'zz.yaml']);
    for (const { path, text } of opened.files) expect(text).toBe(textAt(folder, 'choir', path));
    const shell = "LC_ALL=C ls | grep -E '\\.(ya?ml|json)$' | xargs sha256sum | sha256sum";
    const hash = spawnSync('sh', ['-c', shell], { cwd: join(folder, 'choir'), encoding: 'utf8' }).stdout;
    expect(opened.hash).toBe(hash.slice(0, 12));
  });
});

describe('saving', () => {
  it('writes several files, keeps their rights, and answers with stamps to go on from', async () => {
    const folder = workFolder();
    const studio = studioIn(folder);
    chmodSync(join(folder, 'choir/minds.yaml'), 0o640);
    const minds = await file(studio, 'minds.yaml');
    const before = await open(studio);
    const answer = await post(studio, [
      { path: 'minds.yaml', text: `${minds.text}# one\n`, stamp: minds.stamp },
      { path: 'new.yaml', text: '# new\n', stamp: null },
    ]);
    expect(answer.status).toBe(200);
    const saved: SaveAnswer = await answer.json();
    const after = await open(studio);
    expect(saved.files.map(({ path }) => path)).toEqual(['minds.yaml', 'new.yaml']);
    for (const { path, stamp } of saved.files) expect(await file(studio, path)).toMatchObject({ stamp });
    expect(textAt(folder, 'choir/minds.yaml')).toBe(`${minds.text}# one\n`);
    expect([after.hash === before.hash, after.stamp === before.stamp]).toEqual([false, false]);
    expect(statSync(join(folder, 'choir/minds.yaml')).mode & 0o777).toBe(0o640);
    expect(namesIn(folder)).toEqual([...ordinary, 'new.yaml'].sort());
    const [stamped] = saved.files;
    expect((await post(studio, [{ ...stamped, text: 'positions: {}\n' }])).status).toBe(200);
  });

  it('takes a text with problems: the page shows them', async () => {
    const folder = workFolder();
    const studio = studioIn(folder);
    const { stamp } = await file(studio, 'minds.yaml');
    expect((await post(studio, [{ path: 'minds.yaml', text: 'positions: [\n', stamp }])).status).toBe(200);
  });

  it('keeps a byte order mark and line ends', async () => {
    const folder = workFolder();
    const studio = studioIn(folder);
    const text = '\uFEFFa: 1\r\nb: 2\r\n';
    await post(studio, [{ path: 'new.yaml', text, stamp: null }]);
    expect((await file(studio, 'new.yaml')).text).toBe(text);
    expect(readFileSync(join(folder, 'choir/new.yaml'))).toEqual(Buffer.from(text));
  });

  it('never writes over what changed on the disk, and says what is there now', async () => {
    const folder = workFolder();
    const studio = studioIn(folder);
    const [minds, record] = [await file(studio, 'minds.yaml'), await file(studio, 'record.yaml')];
    writeFileSync(join(folder, 'choir/record.yaml'), '# by somebody else\n');
    writeFileSync(join(folder, 'choir/mine.yaml'), '# taken\n');
    const answer = await post(studio, [
      { path: 'minds.yaml', text: '# mine\n', stamp: minds.stamp },
      { path: 'record.yaml', text: '# mine\n', stamp: record.stamp },
      { path: 'mine.yaml', text: '# mine\n', stamp: null },
      { path: 'gone.yaml', text: '# mine\n', stamp: minds.stamp },
    ]);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({
      changed: [
        {
          path: 'record.yaml',
          text: '# by somebody else\n',
          stamp: (await file(studio, 'record.yaml')).stamp,
        },
        { path: 'mine.yaml', text: '# taken\n', stamp: (await file(studio, 'mine.yaml')).stamp },
        { path: 'gone.yaml', text: null, stamp: null },
      ],
    });
    expect(textAt(folder, 'choir/minds.yaml')).toBe(minds.text);
    expect(namesIn(folder)).toEqual([...ordinary, 'mine.yaml'].sort());
  });

  it('writes one of two that save at the same time, and tells the other', async () => {
    const folder = workFolder();
    const studio = studioIn(folder);
    const { stamp } = await file(studio, 'minds.yaml');
    const texts = ['# a\n', '# b\n'];
    const answers = await Promise.all(
      texts.map((text) => post(studio, [{ path: 'minds.yaml', text, stamp }])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(textAt(folder, 'choir/minds.yaml')).toBe(texts[winner]);
  });
});

describe('a save that fails half-way', () => {
  const failing = (at: number, code: string) => {
    let count = 0;
    return (from: string, to: string): void => {
      if (++count === at) throw Object.assign(new Error(`${code}: ${to}`), { code });
      renameSync(from, to);
    };
  };

  it.each([1, 2, 3])('at renaming %i leaves every file as it was', async (at) => {
    const folder = workFolder();
    const studio = studioIn(folder, { rename: failing(at, 'EIO') });
    const [minds, record] = [await file(studio, 'minds.yaml'), await file(studio, 'record.yaml')];
    const answer = await post(studio, [
      { path: 'minds.yaml', text: '# new\n', stamp: minds.stamp },
      { path: 'added.yaml', text: '# new\n', stamp: null },
      { path: 'record.yaml', text: '# new\n', stamp: record.stamp },
    ]);
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { error: expect.objectContaining({ what: 'The files could not be written: EIO.' }) },
    ]);
    expect(textAt(folder, 'choir/minds.yaml')).toBe(minds.text);
    expect(textAt(folder, 'choir/record.yaml')).toBe(record.text);
    expect(namesIn(folder)).toEqual(ordinary);
  });

  it('reports a bug as one and says nothing of it to the page', async () => {
    const folder = workFolder();
    const reported: unknown[] = [];
    const rename = (): void => {
      throw new TypeError(`cannot read ${folder}`);
    };
    const studio = studioIn(folder, { rename, report: (error) => reported.push(error) });
    const answer = await post(studio, [{ path: 'x.yaml', text: '', stamp: null }]);
    expect([answer.status, (await answer.text()).includes(folder)]).toEqual([500, false]);
    expect(reported).toEqual([expect.any(TypeError)]);
    expect(namesIn(folder)).toEqual(ordinary);
  });

  const save = pathToFileURL(join(root, 'dist/studio/server/saving/save.js')).href;
  /** Saves two files in another process, which is killed at its renaming number `at`, before or after it. */
  function killed(folder: string, at: number, when: 'before' | 'after'): void {
    const files = ['minds.yaml', 'record.yaml'].map((path) => ({ path, text: '# new\n', before: path }));
    const program = `
      import { createHash } from 'node:crypto';
      import { readFileSync, renameSync } from 'node:fs';
      import { saveFiles } from ${JSON.stringify(save)};
      const folder = ${JSON.stringify(join(folder, 'choir'))};
      const stampOf = (path) => createHash('sha256').update(readFileSync(folder + '/' + path)).digest('hex').slice(0, 32);
      const files = ${JSON.stringify(files)}.map(({ path, text }) => ({ path, text, stamp: stampOf(path) }));
      let count = 0;
      saveFiles(folder, { files }, (from, to) => {
        count++;
        if (count === ${at} && '${when}' === 'before') process.kill(process.pid, 'SIGKILL');
        renameSync(from, to);
        if (count === ${at}) process.kill(process.pid, 'SIGKILL');
      });`;
    const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect([signal, stderr]).toEqual(['SIGKILL', '']);
  }

  /** As if some time had passed: what is younger may be a save under way. */
  function age(folder: string): void {
    for (const name of readdirSync(join(folder, 'choir')).filter((one) => one.startsWith('.')))
      utimesSync(join(folder, 'choir', name), new Date(Date.now() - 120_000), new Date(Date.now() - 120_000));
  }

  it.each([
    [1, 'before'],
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
  ] as const)(
    'killed at renaming %i (%s it): whole files at once, and the whole save at the next reading',
    async (at, when) => {
      const folder = workFolder();
      const old = new Map(ordinary.map((name) => [name, textAt(folder, 'choir', name)]));
      killed(folder, at, when);
      for (const name of ordinary)
        expect([old.get(name), '# new\n']).toContain(textAt(folder, 'choir', name));
      age(folder);
      const studio = studioIn(folder);
      expect((await file(studio, 'minds.yaml')).text).toBe('# new\n');
      expect((await file(studio, 'record.yaml')).text).toBe('# new\n');
      expect(namesIn(folder)).toEqual(ordinary);
    },
  );

  it('is not finished over what somebody wrote since', async () => {
    const folder = workFolder();
    killed(folder, 1, 'after');
    writeFileSync(join(folder, 'choir/record.yaml'), '# since then\n');
    age(folder);
    expect((await file(studioIn(folder), 'record.yaml')).text).toBe('# since then\n');
    expect(namesIn(folder)).toEqual(ordinary);
  });

  it('is left alone while it may still be under way', async () => {
    const folder = workFolder();
    killed(folder, 2, 'before');
    const studio = studioIn(folder);
    const { stamp } = await file(studio, 'episode.yaml');
    const answer = await post(studio, [{ path: 'episode.yaml', text: '# x\n', stamp }]);
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { error: expect.objectContaining({ what: expect.stringContaining('EEXIST') }) },
    ]);
  });

  it('finishes nothing that a forged journal names elsewhere', async () => {
    const folder = workFolder({ 'outside.txt': 'untouched' });
    const forged = [{ path: '../outside.txt', draft: '../outside.txt', before: null, after: '' }];
    writeFileSync(join(folder, 'choir/.plenum-save'), JSON.stringify(forged));
    age(folder);
    await open(studioIn(folder));
    expect(textAt(folder, 'outside.txt')).toBe('untouched');
    expect(namesIn(folder)).toEqual(ordinary);
  });
});
