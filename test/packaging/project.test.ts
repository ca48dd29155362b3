import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { version } from '../../src/version.ts';

const home = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(home, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const lock = JSON.parse(read('package-lock.json'));

test('the version is the same in package.json, the lock file, the sources, the citation and the changelog', () => {
  expect(version).toBe(manifest.version);
  expect(lock.version).toBe(version);
  expect(lock.packages[''].version).toBe(version);
  expect(parse(read('CITATION.cff')).version).toBe(version);
  expect(read('CHANGELOG.md')).toMatch(
    new RegExp(`^## \\[(Unreleased|${version.replaceAll('.', '\\.')})\\]`, 'm'),
  );
});

test('every dependency is pinned exactly', () => {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  const loose = Object.entries(wanted).filter(
    ([, range]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(String(range)),
  );
  expect(loose).toEqual([]);
});

test('no dependency needs an install script, which npm 12 would block', () => {
  const needy = Object.entries(lock.packages).filter(
    ([, entry]) => (entry as { hasInstallScript?: boolean }).hasInstallScript,
  );
  // fsevents is optional and for macOS only; it works without its script.
  expect(needy.map(([path]) => path).filter((path) => !path.endsWith('fsevents'))).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved"/);
});

test('the lock file is complete, programs for other platforms included, or npm ci refuses it', () => {
  type Entry = { dependencies?: object; optionalDependencies?: object };
  const missing = Object.entries(lock.packages as Record<string, Entry>).flatMap(([path, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }).filter(
      (name) => !isLocked(path, name),
    ),
  );
  expect(missing).toEqual([]);
});

/** Whether the lock file has a package where Node would look for it: in the folder, or in one of those above. */
function isLocked(from: string, name: string): boolean {
  const place = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (place in lock.packages) return true;
  return from !== '' && isLocked(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))) || '', name);
}

test('modules that act on being imported are declared as such', () => {
  const effects: readonly string[] = manifest.sideEffects;
  expect(effects).toContain('./dist/acts/**/*.js');
  for (const file of effects.filter((path) => !path.includes('*'))) {
    expect(existsSync(join(home, file.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))), file).toBe(true);
  }
});

test('generated files are up to date', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/acts-index.mjs', '--check'], {
    cwd: home,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('the citation file has what the format demands', () => {
  const citation = parse(read('CITATION.cff'));
  expect(citation['cff-version']).toBe('1.2.0');
  expect(citation.type).toBe('software');
  expect(citation.license).toBe(manifest.license);
  expect(citation.title).toBeTypeOf('string');
  expect(citation.message).toBeTypeOf('string');
  expect(citation.authors.length).toBeGreaterThan(0);
});

const papers = ['.', 'docs', 'bench', 'test', 'episodes']
  .flatMap((folder) =>
    readdirSync(join(home, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((file) =>
      join(folder, file),
    ),
  )
  .filter((file) => file.endsWith('.md'));

test.each(papers)('the links in %s lead somewhere', (paper) => {
  const targets = [...read(paper).matchAll(/\]\(([^)\s#]+)(#[^)]*)?\)/g)].map((match) => match[1] ?? '');
  const dead = targets.filter(
    (target) => !/^[a-z]+:/.test(target) && !existsSync(join(home, dirname(paper), target)),
  );
  expect(dead).toEqual([]);
});

test('the README opens with the two commands', () => {
  const [first] = read('README.md').matchAll(/```\w*\n([\s\S]*?)```/g);
  expect(first?.[1]).toMatch(/^npm ci && npm start .*\nnpm ci && npm test /);
});

test('every npm command that the papers name exists', () => {
  const scripts = new Set(Object.keys(manifest.scripts));
  for (const paper of ['README.md', 'CONTRIBUTING.md']) {
    const named = [...read(paper).matchAll(/npm run (?:-s )?([\w:]+)/g)].map((match) => match[1] ?? '');
    expect(
      named.filter((name) => !scripts.has(name)),
      paper,
    ).toEqual([]);
  }
});
