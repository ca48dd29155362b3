import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writePage } from '../../src/studio/page/pages/format.ts';
import { choirPage } from '../helpers/choir-page.ts';
import type { runCli as RunCli } from '../../src/cli/app.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const builtPage = join(root, 'dist/studio/page');
/** The studio's page as built, or one of the same form for the tests where only the program was. */
export const studioPage = existsSync(join(builtPage, 'index.html'))
  ? builtPage
  : join(root, 'test/studio/fixture-page');

export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Options {
  readonly cwd?: string;
  readonly lang?: string;
  /** Ctrl-C as soon as this has been printed: the way to end a command that serves. */
  readonly until?: RegExp;
}

const app = import(pathToFileURL(join(root, 'dist/cli/app.js')).href) as Promise<{
  readonly runCli: typeof RunCli;
}>;
const wordsOf = (args: string | readonly string[]): readonly string[] =>
  typeof args === 'string' ? args.split(' ').filter((a) => a !== '') : args;

/** Runs the built command line within this process: as a user's call, without the time it takes to start Node. */
export async function plenum(args: string | readonly string[], options: Options = {}): Promise<Result> {
  let out = '';
  let err = '';
  const { runCli } = await app;
  const stop = new AbortController();
  const code = await runCli(wordsOf(args), {
    stdout: {
      write: (text) => {
        out += text;
        if (options.until?.test(out)) stop.abort(new DOMException('cancelled', 'AbortError'));
      },
    },
    stderr: {
      write: (text) => {
        err += text;
      },
    },
    env: { LANG: options.lang ?? 'C', PLENUM_STUDIO_PAGE: studioPage },
    cwd: options.cwd ?? root,
    signal: stop.signal,
  });
  return { code, out, err };
}

/** Starts it as a user does: another process, its streams in pipes. `onFirstErr` is called when something first comes on stderr. */
export function spawned(
  args: string,
  onFirstErr?: (kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...wordsOf(args)], {
      cwd: root,
      env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'C', PLENUM_STUDIO_PAGE: studioPage },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (err === '') onFirstErr?.((signal) => child.kill(signal));
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** An empty folder with the episodes beside, and three spreadsheets to start from. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-cli-'));
  cpSync(join(root, 'episodes'), join(folder, 'episodes'), { recursive: true });
  writeFileSync(
    join(folder, 'people.csv'),
    'name,gender,organisation\nAnna Petrova,f,club\nBoris Ivanov,m,club\n',
  );
  writeFileSync(
    join(folder, 'positions.csv'),
    'person,issue,value\nAnna Petrova,fee,80\nBoris Ivanov,fee,30\n',
  );
  writeFileSync(join(folder, 'ties.csv'), 'from,to,value\nAnna Petrova,Boris Ivanov,0.4\n');
  writeFileSync(join(folder, 'choir.plenum-page.json'), writePage(choirPage));
  return folder;
}

/** Columns of the longest line. */
export const widest = (text: string): number => Math.max(...text.split('\n').map((line) => [...line].length));
