import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareFiles } from '../../src/studio/engine/prepared.ts';
import { unpack } from '../../src/studio/engine/packed.ts';
import type { Preparer } from '../../src/studio/server/preparing.ts';
import { own, page, studioIn, textAt, workFolder } from './helpers/studio.ts';

const prepare: Preparer = async (files) => prepareFiles(files);

describe('an episode opened ahead by the server', () => {
  it('is given out under the hash of its files, once it is at hand', async () => {
    const { app, warm } = studioIn(workFolder(), { prepare });
    expect((await app.request('/api/episodes/choir/prepared', own())).status).toBe(204);
    await warm();
    const answer = await app.request('/api/episodes/choir/prepared', own());
    const { hash } = await (await app.request('/api/episodes/choir', own())).json();
    expect(answer.headers.get('ETag')).toBe(`"${hash}"`);
    expect(unpack(await answer.text()).opened.episode?.id).toBe('choir');
  });

  it('is never that of files which have changed since', async () => {
    const folder = workFolder();
    const { app, warm } = studioIn(folder, { prepare });
    await warm();
    const file = join(folder, 'choir/minds.yaml');
    writeFileSync(file, `${textAt(file)}# more\n`);
    expect((await app.request('/api/episodes/choir/prepared', own())).status).toBe(204);
  });

  it('is not there where errors forbid running, nor without a preparer', async () => {
    const folder = workFolder({ 'broken/episode.yaml': 'plenum: 1\n' });
    for (const [id, parts] of [
      ['broken', { prepare }],
      ['choir', {}],
    ] as const) {
      const { app, warm } = studioIn(folder, parts);
      await warm();
      expect((await app.request(`/api/episodes/${id}/prepared`, own())).status).toBe(204);
    }
  });

  it('is tried again after a bug, which is told of', async () => {
    const bugs: unknown[] = [];
    let tries = 0;
    const failing: Preparer = async (files) => {
      if (++tries === 1) throw new Error('a bug');
      return prepareFiles(files);
    };
    const { app, warm } = studioIn(workFolder(), { prepare: failing, report: (bug) => bugs.push(bug) });
    await warm();
    expect(bugs).toEqual([new Error('a bug')]);
    await warm();
    expect((await app.request('/api/episodes/choir/prepared', own())).status).toBe(200);
  });
});

describe('the scripts of the page', () => {
  it('may be kept under the stamp that the page asks for them with, and only there', async () => {
    const { app } = studioIn(workFolder());
    const index = await (await app.request('/', own())).text();
    const [address = ''] = /page\.js\?v=[0-9a-f]+/.exec(index) ?? [];
    const caching = async (path: string): Promise<string | null> =>
      (await app.request(path, own())).headers.get('Cache-Control');
    expect(await caching(`/${address}`)).toContain('immutable');
    expect(await caching('/page.js')).toBe('no-cache');
    expect(await caching('/page.js?v=another')).toBe('no-cache');
    expect(await caching('/')).toBe('no-store');
  });

  it('have another stamp when any of them changes', async () => {
    const changed = new Map(page());
    const engine = changed.get('engine.js')!;
    changed.set('engine.js', { ...engine, bytes: new TextEncoder().encode('// another') });
    const [one, other] = await Promise.all(
      [page(), changed].map(async (files) =>
        (await studioIn(workFolder(), { page: files }).app.request('/', own())).text(),
      ),
    );
    expect(one).not.toBe(other);
  });
});
