import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChangedEvent } from '../../src/studio/contract.ts';
import type { StudioApp } from '../../src/studio/server/app.ts';
import { mostStreams } from '../../src/studio/server/events.ts';
import { own, saving, studioIn, textAt, workFolder } from './helpers/studio.ts';

const pace = { settle: 20, look: 100_000 };
const quiet = 400;

/** The events of an episode as they come; `next` waits for one, at most so many milliseconds. */
async function listen(studio: StudioApp) {
  const answer = await studio.app.request('/api/events?id=choir', own());
  const reader = answer.body?.getReader();
  if (reader === undefined) throw new Error('no stream');
  let text = '';
  let pending: Promise<ReadableStreamReadResult<Uint8Array>> | undefined;
  async function next(patience: number): Promise<ChangedEvent | undefined> {
    const end = Date.now() + patience;
    for (;;) {
      const found = /event: changed\ndata: (.*)\n\n/.exec(text);
      if (found !== null) {
        text = text.slice(found.index + found[0].length);
        return JSON.parse(found[1] ?? '');
      }
      pending ??= reader!.read();
      const timer = new Promise<undefined>((resolve) => setTimeout(resolve, Math.max(0, end - Date.now())));
      const got = await Promise.race([pending, timer]);
      if (got === undefined || got.done) return undefined;
      pending = undefined;
      text += new TextDecoder().decode(got.value);
    }
  }
  return { headers: answer.headers, next, cancel: () => reader.cancel() };
}

describe('the events of an episode', () => {
  it('tell once that a file changed, with the stamps of all', async () => {
    const folder = workFolder();
    const studio = studioIn(folder, { pace });
    const { headers, next, cancel } = await listen(studio);
    expect(headers.get('Content-Type')).toBe('text/event-stream');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(await next(quiet)).toBeUndefined();
    appendFileSync(join(folder, 'choir/minds.yaml'), '# a word\n');
    appendFileSync(join(folder, 'choir/minds.yaml'), '# and another\n');
    const event = await next(5000);
    const opened = await (await studio.app.request('/api/episodes/choir', own())).json();
    expect(event).toEqual({
      id: 'choir',
      stamp: opened.stamp,
      files: opened.files.map(({ path, stamp }: { path: string; stamp: string }) => ({ path, stamp })),
    });
    expect(await next(quiet)).toBeUndefined();
    await cancel();
  });

  it('tell of a file that was replaced, added or taken away, as editors and version control do', async () => {
    const folder = workFolder();
    const { next, cancel } = await listen(studioIn(folder, { pace }));
    await next(50);
    writeFileSync(join(folder, 'choir/minds.yaml.tmp'), '# replaced\n');
    renameSync(join(folder, 'choir/minds.yaml.tmp'), join(folder, 'choir/minds.yaml'));
    expect(await next(5000)).toBeDefined();
    writeFileSync(join(folder, 'choir/added.yaml'), '# added\n');
    expect((await next(5000))?.files.map(({ path }) => path)).toContain('added.yaml');
    rmSync(join(folder, 'choir/added.yaml'));
    expect((await next(5000))?.files.map(({ path }) => path)).not.toContain('added.yaml');
    await cancel();
  });

  it('are silent where nothing changed in the episode', async () => {
    const folder = workFolder();
    const { next, cancel } = await listen(studioIn(folder, { pace }));
    await next(50);
    writeFileSync(join(folder, 'choir/notes.txt'), 'no part of the episode');
    writeFileSync(join(folder, 'choir/minds.yaml'), textAt(folder, 'choir/minds.yaml'));
    expect(await next(quiet)).toBeUndefined();
    await cancel();
  });

  it('tell of a save once, and the page knows it by the stamp it was answered', async () => {
    const folder = workFolder();
    const studio = studioIn(folder, { pace });
    const { next, cancel } = await listen(studio);
    await next(50);
    const file = { path: 'new.yaml', text: '# new\n', stamp: null };
    const answer = await studio.app.request('/api/episodes/choir/files', saving({ files: [file] }));
    const saved = await answer.json();
    expect((await next(5000))?.files).toContainEqual(saved.files[0]);
    expect(await next(quiet)).toBeUndefined();
    await cancel();
  });

  it('find by looking what the disk does not announce', async () => {
    const folder = workFolder();
    const { next, cancel } = await listen(studioIn(folder, { pace: { settle: 1, look: 50 } }));
    await next(20);
    rmSync(join(folder, 'choir'), { recursive: true });
    expect(await next(5000)).toEqual({ id: 'choir', stamp: '', files: [] });
    await cancel();
  });

  it('end when the page goes, when the studio ends, and are not given without number', async () => {
    const folder = workFolder();
    const studio = studioIn(folder, { pace });
    const listeners = await Promise.all(Array.from({ length: mostStreams }, () => listen(studio)));
    await expect.poll(() => studio.streams.open).toBe(mostStreams);
    expect((await studio.app.request('/api/events?id=choir', own())).status).toBe(429);
    await listeners[0]?.cancel();
    await expect.poll(() => studio.streams.open).toBe(mostStreams - 1);
    studio.streams.endAll();
    await expect.poll(() => studio.streams.open).toBe(0);
    expect((await studio.app.request('/api/events?id=nobody', own())).status).toBe(404);
  });
});
