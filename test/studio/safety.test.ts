import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../src/studio/server/headers.ts';
import { mostBytes } from '../../src/studio/server/requests.ts';
import { stampOf } from '../../src/studio/server/stamps.ts';
import { Shelf } from '../../src/studio/server/shelf.ts';
import {
  emptyFolder,
  host,
  own,
  port,
  saving,
  studioIn,
  textAt,
  token,
  workFolder,
} from './helpers/studio.ts';

const folder = workFolder({ 'secret.txt': 'nobody must see this' });
const { app } = studioIn(folder);
const reads = [
  '/',
  '/page.js',
  '/api/episodes',
  '/api/episodes/choir',
  '/api/episodes/choir/prepared',
  '/api/events?id=choir',
];
const one = (path: string, text = 'x: 1\n', stamp: string | null = null) => ({
  files: [{ path, text, stamp }],
});
const post = (body: unknown, headers?: Readonly<Record<string, string>>, id = 'choir') =>
  app.request(`/api/episodes/${id}/files`, saving(body, headers));

describe('who may ask', () => {
  it.each([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`])(
    'answers to %s',
    async (name) => {
      expect((await app.request('/api/episodes', own({ Host: name }))).status).toBe(200);
    },
  );

  it.each([
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `127.0.0.1.evil.example:${port}`,
    `localhost:${port}.evil.example`,
    `user@localhost:${port}`,
    `0.0.0.0:${port}`,
    '',
  ])('refuses everything under the name "%s" (DNS rebinding)', async (name) => {
    for (const path of reads) {
      const answer = await app.request(path, own({ Host: name }));
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect((await post(one('new.yaml'), { Host: name })).status).toBe(403);
  });

  it.each([
    ['Origin', 'http://evil.example'],
    ['Origin', 'null'],
    ['Origin', `https://${host}`],
    ['Origin', `http://127.0.0.1:${port + 1}`],
    ['Origin', `http://localhost:${port}`],
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Site', 'same-site'],
  ])('refuses a request with %s: %s', async (name, value) => {
    for (const path of reads) expect((await app.request(path, own({ [name]: value }))).status).toBe(403);
    expect((await post(one('new.yaml'), { [name]: value })).status).toBe(403);
  });

  it('lets a link from elsewhere open the page, and nothing but the page', async () => {
    const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' };
    expect((await app.request('/', own(link))).status).toBe(200);
    expect((await app.request('/api/episodes/choir', own(link))).status).toBe(403);
    expect((await app.request('/page.js', own(link))).status).toBe(403);
  });

  it('answers other programs, which send no Sec-Fetch-Site', async () => {
    expect((await app.request('/api/episodes', { headers: { Host: host } })).status).toBe(200);
  });

  it.each(['', 'wrong', `${token}x`, token.toUpperCase()])(
    'writes nothing with the token "%s"',
    async (given) => {
      const answer = await post(one('by-nobody.yaml'), { 'X-Plenum-Token': given });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { what: expect.stringContaining('token') } });
      expect(() => textAt(folder, 'choir/by-nobody.yaml')).toThrow('ENOENT');
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
    'writes nothing as %s, which a form of another site could send',
    async (type) => {
      expect((await post(one('by-form.yaml'), { 'Content-Type': type })).status).toBe(415);
      expect(() => textAt(folder, 'choir/by-form.yaml')).toThrow('ENOENT');
    },
  );

  it('understands no other methods', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      for (const path of ['/', '/api/episodes', '/api/episodes/choir/files'])
        expect((await app.request(path, { ...own(), method })).status).toBe(405);
  });
});

describe('what is served', () => {
  it.each([
    '/secret.txt',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '/page.js/',
    '/page.js%00.css',
    '//page.js',
    '/index.html',
    '/api/episodes/..',
    '/api/episodes/..%2f..%2fetc',
    '/api/episodes/%2e%2e',
    '/api/episodes/choir%2fepisode.yaml',
    '/api/episodes/choir/../../secret.txt',
    '/api/episodes/__proto__',
    '/api/nothing',
    '/%',
    '/api/episodes/%ff',
  ])('is not %s', async (path) => {
    const answer = await app.request(`http://${host}${path}`, own());
    const text = await answer.text();
    expect(text).not.toContain('nobody must see this');
    expect([answer.status, JSON.parse(text)]).toEqual([
      404,
      { error: { what: expect.any(String), rule: expect.any(String), next: expect.any(String) } },
    ]);
  });

  it('carries the safe headers, whatever the answer', async () => {
    const answers = [
      ...(await Promise.all(reads.map((path) => app.request(path, own())))),
      await app.request('/nothing', own()),
      await app.request('/', own({ Host: 'evil.example' })),
      await post(one('../x.yaml')),
    ];
    for (const { headers } of answers) {
      expect(headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
      expect(headers.get('Strict-Transport-Security')).toBeNull();
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    }
    expect(contentSecurityPolicy).not.toContain('unsafe');
    const stores = answers.slice(2, 5).map(({ headers }) => headers.get('Cache-Control'));
    expect(stores).toEqual(['no-store', 'no-store', 'no-store']);
  });

  it('never holds the way to a folder of this machine', async () => {
    const listed = await (await app.request('/api/episodes', own())).text();
    const opened = await (await app.request('/api/episodes/choir', own())).text();
    expect(listed + opened).not.toContain(folder);
  });

  it('does not follow a link out of the folder', async () => {
    const place = workFolder({ 'elsewhere/private.json': '[{"id": "private", "type": "book"}]' });
    symlinkSync('../elsewhere/private.json', join(place, 'choir/sources.json'));
    const answer = await studioIn(place).app.request('/api/episodes/choir', own());
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('sources.json')]);
  });

  it('follows a link within the folder', async () => {
    const place = workFolder();
    symlinkSync('minds.yaml', join(place, 'choir/more.yaml'));
    expect((await studioIn(place).app.request('/api/episodes/choir', own())).status).toBe(200);
  });
});

describe('what is written', () => {
  it.each([
    '../out.yaml',
    '..\\out.yaml',
    'a/b.yaml',
    '/tmp/out.yaml',
    'C:out.yaml',
    'episode.yaml:stream.yaml',
    '..yaml',
    '.hidden.yaml',
    '.plenum-save',
    'page.js',
    'README.md',
    'x.yaml\0.txt',
    'x.yaml\n',
    'nul.yaml',
    '%2e%2e%2fout.yaml',
    `${'x'.repeat(300)}.yaml`,
    '',
  ])('is not "%s"', async (path) => {
    const answer = await post(one(path));
    expect([answer.status, await answer.json()]).toEqual([403, { error: expect.any(Object) }]);
  });

  it.each([
    ['outside', (to: string) => symlinkSync('../target.txt', to)],
    ['inside', (to: string) => symlinkSync('minds.yaml', to)],
    ['nowhere', (to: string) => symlinkSync('../gone.yaml', to)],
  ])('is not what a link leads to: %s', async (_, link) => {
    const place = workFolder({ 'target.txt': 'untouched' });
    const minds = textAt(place, 'choir/minds.yaml');
    link(join(place, 'choir/link.yaml'));
    const studio = studioIn(place).app;
    for (const stamp of [null, stampOf('untouched'), stampOf(minds)]) {
      const body = one('link.yaml', 'a: 1\n', stamp);
      const answer = await studio.request('/api/episodes/choir/files', saving(body));
      expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('link.yaml')]);
    }
    expect([textAt(place, 'target.txt'), textAt(place, 'choir/minds.yaml')]).toEqual(['untouched', minds]);
    expect(existsSync(join(place, 'gone.yaml'))).toBe(false);
  });

  it('is not a folder', async () => {
    const place = workFolder();
    mkdirSync(join(place, 'choir/folder.yaml'));
    const answer = await studioIn(place).app.request('/api/episodes/choir/files', saving(one('folder.yaml')));
    expect(answer.status).toBe(403);
  });

  it('is not of another episode’s folder', async () => {
    expect((await post(one('x.yaml'), {}, '..%2fother')).status).toBe(404);
  });

  it.each([
    ['no JSON', '{', 415],
    ['no files', {}, 400],
    ['none', { files: [] }, 400],
    ['a file without a stamp', { files: [{ path: 'x.yaml', text: '' }] }, 400],
    ['unknown keys', { ...one('x.yaml'), mode: 'force' }, 400],
    ['text that is no text', { files: [{ path: 'x.yaml', text: 1, stamp: null }] }, 400],
    ['too many', { files: Array.from({ length: 65 }, (_, n) => one(`f${n}.yaml`).files[0]) }, 400],
    ['one twice', { files: [...one('x.yaml').files, ...one('X.yaml').files] }, 400],
    ['half a character', one('x.yaml', 'a: "\uDC00"\n'), 422],
    ['a control character', one('x.yaml', 'a: "\u0007"\n'), 422],
    ['a file over the limit of the checker', one('x.yaml', `# ${'x'.repeat(10_000_000)}\n`), 413],
  ])('is not a request with %s', async (_, body, status) => {
    expect((await post(body)).status).toBe(status);
    expect(() => textAt(folder, 'choir/x.yaml')).toThrow('ENOENT');
  });

  it('is not a body over the limit, declared or streamed', async () => {
    const large = 'x'.repeat(mostBytes + 1);
    expect((await post(large, { 'Content-Length': String(large.length) })).status).toBe(413);
    expect((await post(large)).status).toBe(413);
  });

  it('is not a file that could not be read', async () => {
    const place = workFolder();
    writeFileSync(join(place, 'choir/latin.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]));
    const studio = studioIn(place).app;
    const opened = await (await studio.request('/api/episodes/choir', own())).json();
    const latin = opened.files.find((file: { path: string }) => file.path === 'latin.yaml');
    expect(latin).toMatchObject({ damaged: true });
    const answer = await studio.request(
      '/api/episodes/choir/files',
      saving(one('latin.yaml', 'a: 1\n', latin.stamp)),
    );
    expect(answer.status).toBe(422);
  });

  it('is nothing of a bundled episode inside an installed package', async () => {
    const package_ = workFolder();
    const shelf = new Shelf([], emptyFolder(), package_, false);
    const studio = studioIn(package_, { shelf }).app;
    const answer = await studio.request('/api/episodes/choir/files', saving(one('x.yaml')));
    expect([answer.status, await answer.json()]).toEqual([
      403,
      { error: expect.objectContaining({ next: expect.stringContaining('plenum studio ./my-copy') }) },
    ]);
    const checkout = studioIn(package_, { shelf: new Shelf([], emptyFolder(), package_, true) }).app;
    expect((await checkout.request('/api/episodes/choir/files', saving(one('x.yaml')))).status).toBe(200);
  });
});

it('says what, rule and next step in the language of the browser', async () => {
  const english = await app.request('/nothing', own({ 'Accept-Language': 'en-GB,en;q=0.9' }));
  const russian = await app.request('/nothing', own({ 'Accept-Language': 'ru-RU,ru;q=0.9,en;q=0.8' }));
  expect(await english.json()).toEqual({
    error: {
      what: 'There is nothing at /nothing.',
      rule: 'The studio serves its own page and the episodes that were opened, nothing else.',
      next: 'Go back to the first page.',
    },
  });
  expect(await russian.json()).toMatchObject({ error: { what: 'По адресу /nothing ничего нет.' } });
});
