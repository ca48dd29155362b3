import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PublishedData } from '../../src/studio/contract.ts';
import { loadEpisode } from '../../src/episode/index.ts';
import { readEpisodeFiles, hashOf } from '../../src/ensemble/node/files.ts';
import { readPage, writePage } from '../../src/studio/page/pages/format.ts';
import { plenum } from '../cli/cli.ts';
import { choirPage } from '../helpers/choir-page.ts';
import { emptyFolder, root, textAt, workFolder } from './helpers/studio.ts';

const evil = '</script><script>alert(1)</script><!--';

function dataOf(page: string): PublishedData {
  const [, text = ''] = /id="plenum-data">([^<]*)</.exec(page) ?? [];
  return JSON.parse(text);
}

/** Everything in a folder, by name. */
const contents = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

describe('plenum publish', () => {
  it('writes the page twice, the episode, its citation and its licence', async () => {
    const cwd = emptyFolder();
    const { code, out, err } = await plenum('publish november-1917 --lang ru', { cwd });
    expect([code, err]).toEqual([0, '']);
    const files = contents(join(cwd, 'november-1917-page'));
    expect([...files.keys()].filter((name) => !name.startsWith('episode/'))).toEqual([
      '.plenum-published.json',
      'CITATION.cff',
      'LICENSE.txt',
      'index.html',
      'november-1917.html',
    ]);
    for (const name of files.keys()) if (!name.startsWith('.')) expect(out).toContain(name);
    const data = dataOf(files.get('index.html') ?? '');
    expect(data).toEqual(dataOf(files.get('november-1917.html') ?? ''));
    expect(data).toMatchObject({ mode: 'published', lang: 'ru', id: 'november-1917', license: 'CC-BY-4.0' });
    expect(data.citation).toMatch(/^Plenum\. ЦК большевиков в ноябре 1917 года\. .*CC-BY-4\.0\.$/);
    const published = readEpisodeFiles(join(cwd, 'november-1917-page/episode'), '.');
    expect(data.files).toEqual(
      published.map(({ path, bytes }) => ({ path, text: new TextDecoder().decode(bytes) })),
    );
    expect(data.hash).toBe(hashOf(published));
    expect(loadEpisode(data.files).ok).toBe(true);
    // Nothing had to be left out of what comes along.
    expect(data.hash).toBe(hashOf(readEpisodeFiles(join(root, 'episodes/november-1917'), '.')));
    expect(parse(files.get('CITATION.cff') ?? '')).toMatchObject({
      'cff-version': '1.2.0',
      type: 'dataset',
      title: 'ЦК большевиков в ноябре 1917 года',
      version: data.hash,
      license: 'CC-BY-4.0',
      authors: [{ name: 'Plenum' }],
    });
    expect(files.get('LICENSE.txt')).toContain('Creative Commons Attribution 4.0');
    expect(files.get('LICENSE.txt')).toContain('MIT License');
    expect([...files.values()].join('')).not.toContain(root);
  });

  it('puts a composed page first, with --page, and keeps what is in it data', async () => {
    const cwd = workFolder();
    writeFileSync(join(cwd, 'mine.json'), writePage({ ...choirPage, authors: evil }));
    const { code, out, err } = await plenum('publish choir --page mine.json --out page', { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('It opens with the page “Whose songs?”.');
    for (const file of ['index.html', 'choir.html']) {
      const page = textAt(cwd, `page/${file}`);
      expect(readPage(dataOf(page).page ?? '')).toMatchObject({
        kind: 'page',
        page: { authors: evil, seed: 5 },
      });
      expect(page).toContain('<title>Whose songs?</title>');
      expect(page).not.toContain(evil);
    }
  });

  it('names a page frozen to the files by the hash of what is published', async () => {
    const cwd = workFolder();
    const long = Array.from({ length: 20 }, (_, k) => `word${k}`).join(' ');
    writeFileSync(join(cwd, 'choir/sources.json'), '[{"id": "s", "type": "book"}]');
    appendFileSync(
      join(cwd, 'choir/minds.yaml'),
      `  - {id: m9, body: committee, on: 1985-07-14, agenda: [programme], source: {source: s, quote: ${long}}}\n`,
    );
    const { hash } = JSON.parse((await plenum('publish ./choir --out page --json', { cwd })).out);
    expect(hash.published).not.toBe(hash.episode);
    for (const [frozen, expected] of [
      [hash.episode, hash.published],
      ['0123456789ab', '0123456789ab'],
    ]) {
      writeFileSync(join(cwd, 'mine.json'), writePage({ ...choirPage, hash: frozen }));
      await plenum('publish ./choir --page mine.json --out page', { cwd });
      expect(JSON.parse(dataOf(textAt(cwd, 'page/index.html')).page ?? '').hash).toBe(expected);
    }
  });

  it('publishes nothing if the page has mistakes, and says all of them', async () => {
    const cwd = workFolder();
    writeFileSync(join(cwd, 'mine.json'), writePage({ ...choirPage, runs: 99_999, seed: -1 }));
    const bad = await plenum('publish choir --page mine.json --out page', { cwd });
    expect(bad.code).toBe(1);
    expect(bad.err).toMatch(/mine\.json:\d+:\d+: error: seed: /);
    expect(bad.err).toMatch(/mine\.json:\d+:\d+: error: runs: /);
    expect(bad.err).toContain('"mine.json" has 2 mistakes; nothing was published.');
    expect(existsSync(join(cwd, 'page'))).toBe(false);
    const none = await plenum('publish choir --page nothing.json --lang ru', { cwd });
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('nothing.json')]);
  });

  it('gives the same bytes again', async () => {
    const cwd = emptyFolder();
    await plenum('publish choir --out one', { cwd });
    await plenum('publish choir --out two', { cwd });
    expect(contents(join(cwd, 'one'))).toEqual(contents(join(cwd, 'two')));
  });

  it('leaves out long quotations and says which', async () => {
    const cwd = workFolder({
      'choir/sources.json':
        '[{"id": "s", "type": "book"}, {"id": "pd", "type": "book", "rights": "public domain"}]',
    });
    const long = Array.from({ length: 20 }, (_, k) => `слово${k}`).join(' ');
    appendFileSync(
      join(cwd, 'choir/minds.yaml'),
      ['s', 'pd']
        .map(
          (s, k) =>
            `  - {id: m${k}, body: committee, on: 1985-07-14, agenda: [programme], source: {source: ${s}, quote: ${long}}}\n`,
        )
        .join(''),
    );
    const { code, out, err } = await plenum('publish ./choir --out page', { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Of 1 long quotation only the first words were published.');
    expect(out).toMatch(/minds\.yaml:\d+ +meetings\.1\.source\.quote +8/);
    const minds = textAt(cwd, 'page/episode/minds.yaml');
    expect(minds.split(long)).toHaveLength(2);
    expect(textAt(cwd, 'page/index.html').split(long)).toHaveLength(2);
    const { hash } = dataOf(textAt(cwd, 'page/index.html'));
    expect(out).toContain(`So the published files have the hash ${hash};`);
    const json = JSON.parse((await plenum('publish ./choir --out page --json', { cwd })).out);
    expect(json.leftOut).toEqual([
      expect.objectContaining({ file: 'minds.yaml', path: ['meetings', 1, 'source', 'quote'], words: 8 }),
    ]);
  });

  it('keeps scripts in names, titles and sources data', async () => {
    const cwd = workFolder({
      'choir/sources.json': JSON.stringify([{ id: 's', type: 'book', title: evil }]),
    });
    const episode = textAt(cwd, 'choir/episode.yaml')
      .replaceAll('The choir of Lower Meadow', evil)
      .replace('Agnes Holm', evil);
    writeFileSync(join(cwd, 'choir/episode.yaml'), episode.replaceAll(`en: ${evil}`, `en: "${evil}"`));
    expect((await plenum('check ./choir', { cwd })).code).toBe(0);
    expect(await plenum('publish ./choir', { cwd })).toMatchObject({ code: 0, err: '' });
    const page = textAt(cwd, 'choir-page/index.html');
    expect(page).not.toContain('<script>alert');
    expect(page.match(/<script/g)).toHaveLength(3);
    expect(
      dataOf(page)
        .files.map(({ text }) => text)
        .join(''),
    ).toContain(evil);
    expect(parse(textAt(cwd, 'choir-page/CITATION.cff')).title).toBe(evil);
  });

  it('refuses an episode with errors', async () => {
    const cwd = workFolder();
    writeFileSync(join(cwd, 'choir/minds.yaml'), 'positions: {nobody: {programme: 5}}\n');
    expect(await plenum('publish ./choir', { cwd })).toMatchObject({
      code: 1,
      err: expect.stringContaining('lists them all'),
    });
    expect(readdirSync(cwd)).toEqual(['choir']);
  });

  it('publishes nothing that lies elsewhere', async () => {
    const cwd = workFolder({ 'private.txt': '[]' });
    symlinkSync('../private.txt', join(cwd, 'choir/sources.json'));
    expect(await plenum('publish ./choir', { cwd })).toMatchObject({
      code: 1,
      err: expect.stringContaining('"sources.json" is a link that leads out'),
    });
  });
});

describe('the folder', () => {
  it('is replaced if it is an earlier publication, and only then', async () => {
    const cwd = workFolder();
    expect((await plenum('publish ./choir --out page', { cwd })).code).toBe(0);
    appendFileSync(join(cwd, 'choir/minds.yaml'), '# changed\n');
    expect((await plenum('publish ./choir --out page', { cwd })).code).toBe(0);
    expect(textAt(cwd, 'page/episode/minds.yaml')).toContain('# changed');
    expect(readdirSync(cwd).sort()).toEqual(['choir', 'page']);
  });

  it.each([
    [
      'holds something else',
      (page: string) => writeFileSync(join(page, 'thesis.txt'), 'years of work'),
      'thesis.txt',
    ],
    ['was changed by hand', (page: string) => appendFileSync(join(page, 'index.html'), 'mine'), 'index.html'],
    [
      'lost its marker',
      (page: string) => writeFileSync(join(page, '.plenum-published.json'), 'x'),
      'CITATION.cff',
    ],
    ['holds a link', (page: string) => symlinkSync('nowhere', join(page, 'link')), 'link'],
  ])('is left alone where it %s; with --force it is put beside', async (_, change, first) => {
    const cwd = emptyFolder();
    await plenum('publish choir --out page', { cwd });
    change(join(cwd, 'page'));
    const before = readdirSync(join(cwd, 'page'), { recursive: true });
    const refused = await plenum('publish choir --out page', { cwd });
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain(
      `"page" holds what did not come from an earlier publication, or was changed since: ${first}`,
    );
    expect(readdirSync(join(cwd, 'page'), { recursive: true })).toEqual(before);
    const forced = await plenum('publish choir --out page --force', { cwd });
    expect([forced.code, forced.err]).toEqual([0, '']);
    expect(forced.out).toContain('What stood there before is now page.before.');
    expect(readdirSync(join(cwd, 'page.before'), { recursive: true })).toEqual(before);
    expect(existsSync(join(cwd, 'page/index.html'))).toBe(true);
    expect(readdirSync(cwd).sort()).toEqual(['page', 'page.before']);
  });

  it('is not a file that stands there', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'page'), 'a file');
    expect((await plenum('publish choir --out page', { cwd })).code).toBe(1);
    expect(textAt(cwd, 'page')).toBe('a file');
  });

  it('may be an empty one, and may be new below folders that do not exist yet', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'empty'));
    expect((await plenum('publish choir --out empty', { cwd })).code).toBe(0);
    expect((await plenum('publish choir --out a/b/c', { cwd })).code).toBe(0);
    expect(existsSync(join(cwd, 'a/b/c/choir.html'))).toBe(true);
  });

  it.each(['.', '..', './choir', '../..', '/', 'link'])('is never "%s", even with --force', async (out) => {
    const cwd = workFolder();
    symlinkSync('choir', join(cwd, 'link'));
    const before = contents(cwd);
    const refused = await plenum(['publish', './choir', '--out', out, '--force'], { cwd });
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('publishing would replace it');
    expect(contents(cwd)).toEqual(before);
  });

  it('is whole at every moment, even if the program is killed', async () => {
    const cwd = emptyFolder();
    await plenum('publish choir --out page', { cwd });
    const good = contents(join(cwd, 'page'));
    const { studioPage } = await import('../cli/cli.ts');
    for (let wait = 150; wait < 900; wait += 150) {
      const child = spawn(
        process.execPath,
        [join(root, 'dist/cli/main.js'), 'publish', 'choir', '--out', 'page'],
        {
          cwd,
          env: { ...process.env, LANG: 'C', LC_ALL: 'C', PLENUM_STUDIO_PAGE: studioPage },
        },
      );
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill('SIGKILL');
      await new Promise((resolve) => child.on('close', resolve));
      // Between two renamings the former folder has another name; it is never half there.
      if (existsSync(join(cwd, 'page'))) expect(contents(join(cwd, 'page'))).toEqual(good);
    }
  });

  it('is swept of drafts that a crash left behind, once they are old', async () => {
    const cwd = emptyFolder();
    for (const name of ['.page.0123456789ab.part', '.page.0123456789ac.part', '.other.0123456789ab.part'])
      mkdirSync(join(cwd, name));
    const old = new Date(Date.now() - 3_600_000);
    for (const name of ['.page.0123456789ab.part', '.other.0123456789ab.part'])
      utimesSync(join(cwd, name), old, old);
    await plenum('publish choir --out page', { cwd });
    expect(readdirSync(cwd).sort()).toEqual(['.other.0123456789ab.part', '.page.0123456789ac.part', 'page']);
  });

  it('is as it was where the new one cannot take its place', async () => {
    const { writePublication } = await import('../../src/studio/server/publication.ts');
    const cwd = emptyFolder();
    writePublication(join(cwd, 'page'), [{ path: 'a.txt', text: 'old' }]);
    let count = 0;
    const rename = (from: string, to: string): void => {
      if (++count === 2) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      renameSync(from, to);
    };
    expect(() => writePublication(join(cwd, 'page'), [{ path: 'a.txt', text: 'new' }], rename)).toThrow(
      'EIO',
    );
    expect(textAt(cwd, 'page/a.txt')).toBe('old');
    expect(readdirSync(cwd)).toEqual(['page']);
  });
});

it('says what to do where the page was not built', async () => {
  const { runCli } = await import('../../src/cli/app.ts');
  let err = '';
  const quiet = { write: () => {} };
  const code = await runCli(['publish', 'choir'], {
    stdout: quiet,
    stderr: { write: (text) => (err += text) },
    env: { LANG: 'C', PLENUM_STUDIO_PAGE: emptyFolder() },
    cwd: emptyFolder(),
    signal: new AbortController().signal,
  });
  expect([code, err]).toEqual([1, expect.stringContaining('npm run build')]);
});
