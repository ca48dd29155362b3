import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// What a stranger gets: the tarball that would be published, installed into an empty folder.
const home = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'plenum-pack-'));
const installed = join(folder, 'node_modules/plenum');
let packed: readonly string[] = [];

/** Runs a program in the empty folder and returns what it prints; its own words are in the error if it fails. */
function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

beforeAll(() => {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [pack] = JSON.parse(execFileSync('npm', args, { cwd: home, encoding: 'utf8' }));
  packed = pack.files.map((file: { path: string }) => file.path);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const tarball = join(folder, pack.filename);
  run('npm', 'install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', tarball);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the tarball', () => {
  test('holds the program, the episodes with their licence, and the papers', () => {
    for (const file of [
      'dist/index.js',
      'dist/index.d.ts',
      'dist/cli/main.js',
      'dist/ensemble/node/worker.js',
      'dist/studio/server/serve.js',
      'episodes/LICENSE',
      'episodes/choir/episode.yaml',
      'episodes/november-1917/record.yaml',
      'episodes/soviet-1928/record.yaml',
      'schema/episode.schema.json',
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'CITATION.cff',
    ]) {
      expect(packed).toContain(file);
    }
  });

  test('holds no tests, sources, build notes or maps', () => {
    const strange = packed.filter((file) =>
      /\.test\.|^(src|test|bench|scripts)\/|tsbuildinfo|\.map$/.test(file),
    );
    expect(strange).toEqual([]);
  });

  test('stays below 2 MB packed', () => {
    const tarball =
      packed.length > 0 ? readFileSync(join(folder, `plenum-${version()}.tgz`)).length : Number.NaN;
    expect(tarball).toBeLessThan(2_000_000);
  });
});

const version = (): string => JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version;

describe('installed into an empty folder', () => {
  test('the command can be executed and says its version', () => {
    expect(statSync(join(installed, 'dist/cli/main.js')).mode & 0o111).not.toBe(0);
    expect(run('npx', '--no-install', 'plenum', '--version').trim()).toBe(version());
  });

  test('plenum list shows the episodes that came along', () => {
    const listed = run('npx', '--no-install', 'plenum', 'list');
    for (const id of ['choir', 'november-1917', 'soviet-1928']) expect(listed).toContain(id);
  });

  test('an episode of one’s own: new, check, run', () => {
    run('npx', '--no-install', 'plenum', 'new', 'my-board');
    run('npx', '--no-install', 'plenum', 'check', './my-board');
    expect(run('npx', '--no-install', 'plenum', 'run', './my-board', '--runs', '20')).toContain('20');
  });

  test('the few lines of the README run on it', () => {
    const [, lines] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(home, 'README.md'), 'utf8')) ?? [];
    writeFileSync(join(folder, 'readme.mjs'), lines ?? '');
    expect(run(process.execPath, 'readme.mjs')).toContain('difference: {');
  });

  test('the library example of the documentation runs', () => {
    cpSync(join(home, 'docs/examples/library.mjs'), join(folder, 'library.mjs'));
    expect(run(process.execPath, 'library.mjs')).toMatch(/in history .* over 200 runs/);
  });

  test('three lines are a program', () => {
    const lines = [
      "import { allActs, loadEpisode, version } from 'plenum';",
      "const { problems } = loadEpisode([{ path: 'empty.yaml', text: '' }]);",
      'console.log(version, allActs().length, problems.length);',
    ];
    writeFileSync(join(folder, 'three.mjs'), `${lines.join('\n')}\n`);
    const [printed, acts, problems] = run(process.execPath, 'three.mjs').split(' ');
    expect(printed).toBe(version());
    expect(Number(acts)).toBeGreaterThan(20);
    expect(Number(problems)).toBeGreaterThan(0);
  });

  test('the types are found and strict', () => {
    mkdirSync(join(folder, 'typed'), { recursive: true });
    const text = [
      "import { loadEpisode, type Episode } from 'plenum';",
      "export const episode: Episode | undefined = loadEpisode([{ path: 'a.yaml', text: '' }]).episode;",
      '// @ts-expect-error an episode is no number',
      'export const wrong: number = episode;',
    ];
    writeFileSync(join(folder, 'typed/use.ts'), `${text.join('\n')}\n`);
    const tsc = join(home, 'node_modules/@typescript/native/bin/tsc');
    const flags = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
    run(process.execPath, tsc, ...flags, 'typed/use.ts');
  });

  test('the schema for editors is found', () => {
    const text =
      "import schema from 'plenum/schema.json' with { type: 'json' };\nconsole.log(schema.title);\n";
    writeFileSync(join(folder, 'schema.mjs'), text);
    expect(run(process.execPath, 'schema.mjs').trim()).toBe('Plenum episode');
  });
});
