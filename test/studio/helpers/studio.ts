import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { createApp, type Studio, type StudioApp } from '../../../src/studio/server/app.ts';
import { type PageFiles, readPage } from '../../../src/studio/server/page-files.ts';
import { Shelf } from '../../../src/studio/server/shelf.ts';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const fixturePage = join(root, 'test/studio/fixture-page');
export const port = 1917;
export const host = `127.0.0.1:${port}`;
export const token = 'the-token-of-this-test';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone after the tests of the file. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-studio-'));
  folders.push(folder);
  return folder;
}

/** A folder with a copy of the tutorial in `choir`, and whatever else is given. */
export function workFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder();
  cpSync(join(root, 'episodes/choir'), join(folder, 'choir'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export function page(): PageFiles {
  const files = readPage(fixturePage);
  if (files === undefined) throw new Error('the fixture page is missing');
  return files;
}

/** A studio over a work folder, without a socket. Bugs fail the test that caused them. */
export function studioIn(folder: string, parts: Partial<Studio> = {}): StudioApp {
  return createApp({
    version: '9.9.9',
    port,
    token,
    page: page(),
    shelf: new Shelf([folder], folder, join(folder, 'no-bundled')),
    report: (error) => {
      throw error;
    },
    ...parts,
  });
}

/** A request as the studio's own page sends it. */
export const own = (headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  headers: { Host: host, 'Sec-Fetch-Site': 'same-origin', ...headers },
});

/** A request to save as the studio's own page sends it; `headers` overrule, an empty one is left out. */
export function saving(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  const all = {
    Host: host,
    Origin: `http://${host}`,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    'X-Plenum-Token': token,
    ...headers,
  };
  return {
    method: 'POST',
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

export const textAt = (...way: readonly string[]): string => readFileSync(join(...way), 'utf8');
