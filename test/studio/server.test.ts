import { spawn } from 'node:child_process';
import { createServer, connect, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openerOf } from '../../src/studio/server/browser.ts';
import { mostBytes } from '../../src/studio/server/requests.ts';
import { type Running, startStudio, usualPort } from '../../src/studio/server/serve.ts';
import { Shelf } from '../../src/studio/server/shelf.ts';
import { plenum, root, studioPage } from '../cli/cli.ts';
import { page, textAt, workFolder } from './helpers/studio.ts';

const folder = workFolder({ 'secret.txt': 'nobody must see this' });
const reported: unknown[] = [];
let running: Running;
const others: Server[] = [];

const parts = {
  version: '9.9.9',
  page: page(),
  shelf: new Shelf([folder], folder, join(folder, 'no-bundled')),
  report: (error: unknown) => reported.push(error),
  pace: { settle: 20, look: 100_000 },
};

beforeAll(async () => {
  running = await startStudio(parts);
});
afterAll(async () => {
  await running.close();
  for (const server of others) server.close();
});

/** Sends bytes as they are, and returns everything that comes back. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(running.port, '127.0.0.1', () => socket.write(text));
    let got = '';
    socket.setEncoding('utf8').on('data', (data: string) => {
      got += data;
    });
    socket.on('close', () => resolve(got));
    socket.on('error', reject);
    socket.setTimeout(5000, () => socket.destroy());
  });
}

const asking = (path: string, host = `127.0.0.1:${running.port}`): string =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;

describe('over a socket', () => {
  it('the page comes with its token, and what it loads', async () => {
    const index = await (await fetch(running.url)).text();
    expect(index).toContain(`<meta name="plenum-token" content="${running.token}">`);
    for (const name of ['page.js', 'page.css', 'engine.js'])
      expect(await (await fetch(new URL(name, running.url))).text()).toBe(
        textAt(root, 'test/studio/fixture-page', name),
      );
  });

  it('an episode is read, saved, and heard of', async () => {
    const stop = new AbortController();
    const events = await fetch(`${running.url}api/events?id=choir`, { signal: stop.signal });
    const { files } = await (await fetch(`${running.url}api/episodes/choir`)).json();
    const [file] = files;
    const answer = await fetch(`${running.url}api/episodes/choir/files`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Plenum-Token': running.token },
      body: JSON.stringify({ files: [{ path: file.path, text: `${file.text}# more\n`, stamp: file.stamp }] }),
    });
    expect(answer.status).toBe(200);
    let heard = '';
    for await (const chunk of events.body ?? []) {
      heard += new TextDecoder().decode(chunk);
      if (heard.includes('event: changed')) break;
    }
    expect(heard).toContain((await answer.json()).files[0].stamp);
    stop.abort();
    expect(textAt(folder, 'choir', file.path)).toBe(`${file.text}# more\n`);
  });

  it.each([
    '/../secret.txt',
    '/..%2f..%2fsecret.txt',
    '/%2e%2e/%2e%2e/secret.txt',
    '/\\..\\secret.txt',
    '//secret.txt',
    '/./../secret.txt',
    '/page.js/../../secret.txt',
    '/api/episodes/choir/../../../secret.txt',
  ])('%s, sent as it is, leads nowhere', async (path) => {
    const answer = await raw(asking(path));
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toContain('nobody must see this');
  });

  it('another name in the Host header is refused, whatever the request line says', async () => {
    expect(await raw(asking('/api/episodes', 'evil.example'))).toMatch(/^HTTP\/1\.1 403 /);
    expect(await raw(asking(`http://127.0.0.1:${running.port}/api/episodes`, 'evil.example'))).toMatch(
      /^HTTP\/1\.1 40[03] /,
    );
    expect(await raw('GET /api/episodes HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 40[03] /);
    expect(await raw('GET /api/episodes HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('a body without end is cut off', async () => {
    const chunk = new Uint8Array(1_000_000).fill(120);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (sent > mostBytes * 4) controller.close();
        else controller.enqueue(chunk);
        sent += chunk.length;
      },
    });
    const answer = await fetch(`${running.url}api/episodes/choir/files`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Plenum-Token': running.token },
      body,
      duplex: 'half',
    } as RequestInit).catch((error: unknown) => error);
    // Either the refusal arrives, or the connection ends while the rest is still being sent.
    if (answer instanceof Response) expect(answer.status).toBe(413);
    else expect(answer).toBeInstanceOf(TypeError);
    expect(sent).toBeLessThan(mostBytes * 3);
    expect((await fetch(running.url)).status).toBe(200);
  });

  it('reports no bug for any of that', () => expect(reported).toEqual([]));

  it('listens on this machine only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one !== undefined && !one.internal && one.family === 'IPv4');
    if (outside === undefined) return console.warn('SKIPPED: this machine has no address but its own');
    await expect(fetch(`http://${outside.address}:${running.port}/`)).rejects.toThrow();
  });
});

describe('the port', () => {
  it('is the usual one or the next that is free', async () => {
    const next = await startStudio(parts);
    expect(next.port).not.toBe(running.port);
    expect(next.port).toBeGreaterThanOrEqual(usualPort);
    await next.close();
  });

  it('that was asked for and is taken is not replaced by another', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    others.push(taken);
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, out, err } = await plenum(`studio --port ${port}`, { cwd: folder });
    expect([code, out, err]).toEqual([1, '', expect.stringContaining(`Port ${port} is taken`)]);
  });
});

describe('plenum studio', () => {
  it('prints its address, serves, and ends with 0 at Ctrl-C, open streams and all', async () => {
    const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'studio'], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C', PLENUM_STUDIO_PAGE: studioPage },
    });
    let out = '';
    const ready = new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        const [, url] = /(http:\/\/127\.0\.0\.1:\d+\/)[\s\S]*Ctrl-C/.exec(out) ?? [];
        if (url !== undefined) resolve(url);
      });
      child.on('close', () => reject(new Error('ended before it served')));
    });
    const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve([code, signal])));
    const url = await ready;
    const { episodes } = await (await fetch(`${url}api/episodes`)).json();
    expect(episodes.map(({ id }: { id: string }) => id)).toEqual([
      'choir',
      'choir-2',
      'november-1917',
      'soviet-1928',
    ]);
    expect(episodes[0]).toMatchObject({ problems: 0, title: { en: 'The choir of Lower Meadow' } });
    const stream = await fetch(`${url}api/events?id=choir`);
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    await stream.text().catch(() => '');
    expect(out).toMatch(/The studio has ended\.\n$/);
  });

  it.each([
    ['studio nowhere', 'There is no episode "nowhere"'],
    ['studio chior', 'Did you mean "choir"?'],
    ['studio empty', '"empty" holds no episode'],
  ])('%s is refused', async (args, message) => {
    const cwd = workFolder({ 'empty/notes.txt': '' });
    const { code, out, err } = await plenum(args, { cwd });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(message);
  });

  it('speaks Russian', async () => {
    const { code, out } = await plenum('studio choir --lang ru', { cwd: folder, until: /Ctrl-C/ });
    expect(code).toBe(0);
    expect(out).toMatch(/^Plenum \S+, студия: http:\/\/127\.0\.0\.1:\d+\/\nЭпизоды: choir, /);
  });
});

describe('the browser', () => {
  it.each([
    ['linux', ['xdg-open', ['http://127.0.0.1:1917/']]],
    ['darwin', ['open', ['http://127.0.0.1:1917/']]],
    ['win32', ['rundll32', ['url.dll,FileProtocolHandler', 'http://127.0.0.1:1917/']]],
  ] as const)('is opened on %s without a shell', (platform, command) =>
    expect(openerOf(platform, 'http://127.0.0.1:1917/')).toEqual(command),
  );

  it('that is not there is no error', async () => {
    const { openBrowser } = await import('../../src/studio/server/browser.ts');
    const { PATH } = process.env;
    process.env['PATH'] = folder;
    openBrowser('http://127.0.0.1:9/', 'linux');
    process.env['PATH'] = PATH;
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
});

it('a page that is closed stops being watched for', async () => {
  const stop = new AbortController();
  const events = await fetch(`${running.url}api/events?id=choir`, { signal: stop.signal });
  await events.body?.getReader().read();
  expect(running.streams.open).toBe(1);
  stop.abort();
  await expect.poll(() => running.streams.open).toBe(0);
});
