import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const home = join(import.meta.dirname, '../..');
const biome = join(home, 'node_modules/@biomejs/biome/bin/biome');
const canLint = existsSync(biome) && spawnSync(process.execPath, [biome, '--version']).status === 0;
if (!canLint)
  console.warn('SKIPPED: Biome has no program for this platform, so the lint rule was not tried.');

/** Lints one planted file under the project's own configuration; returns the lines that the rule complains about. */
function complaints(file: string, lines: readonly string[]): string[] {
  const root = mkdtempSync(join(tmpdir(), 'plenum-lint-'));
  try {
    const config = JSON.parse(readFileSync(join(home, 'biome.json'), 'utf8'));
    writeFileSync(join(root, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
    cpSync(join(home, 'scripts/lint'), join(root, 'scripts/lint'), { recursive: true });
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${lines.join('\n')}\n`);
    const args = [biome, 'lint', '--only=plugin', '--max-diagnostics=none', '--reporter=github', file];
    const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    const found = stdout
      .split('\n')
      .filter((line) => line.includes('Not reproducible'))
      .map((line) => Number(/,line=(\d+)/.exec(line)?.[1]));
    return [...new Set(found)].map((line) => lines[line - 1] ?? '');
  } finally {
    rmSync(root, { recursive: true });
  }
}

const forbidden = [
  'export const chance = Math.random();',
  'export const growth = Math.exp(1);',
  'export const nested = Math.max(1, Math.log(2));',
  'export const handed = [1, 2].map(Math.sin);',
  'export const asked = Math?.pow(2, 3);',
  "export const byName = Math['exp'](1);",
  'const { log } = Math;',
  'const M = Math;',
  'export const given = (m = Math) => m;',
  'export const passed = given(Math);',
  'export const elsewhere = globalThis.Math;',
  'export const now = Date.now();',
  'export const today = new Date();',
  'export const ticks = performance.now();',
  'export const bytes = crypto.randomUUID();',
  'export const surroundings = process.env;',
  'export const square = now ** 2;',
  'export const binary = 2 ** now;',
  'export const twelve = 12 ** 2;',
  'export let power = 3;',
  'power **= 2;',
];
const allowed = [
  'export const whole = Math.floor(Math.sqrt(2)) + Math.abs(-1) + Math.min(1, 2) + Math.round(1.5);',
  'export const bits = Math.imul(2, 3) + Math.clz32(1) + Math.fround(0.1) + Math.trunc(0.5) + Math.ceil(0.5);',
  'export const turn = 2 * Math.PI + Math.LN2;',
  'export const word = 2 ** 32 - 2 ** -53;',
  "export const text = 'Math.random() and Date.now()';",
  '// Math.exp(1) would differ between engines',
];

test.runIf(canLint)('every way to an unportable value is found, and nothing else', () => {
  const found = complaints('src/chance/planted.ts', [...allowed, ...forbidden]);
  expect(found).toEqual(forbidden.filter((line) => !line.startsWith('export let')));
});

test.runIf(canLint).each(['chance', 'world', 'acts', 'choice', 'run', 'rivals', 'fit', 'questions'])(
  'the rule holds in src/%s and its folders, but not in tests',
  (room) => {
    const planted = ['export const chance = Math.random();'];
    expect(complaints(`src/${room}/deep/er/planted.ts`, planted)).toEqual(planted);
    expect(complaints(`src/${room}/planted.test.ts`, planted)).toEqual([]);
  },
);

test.runIf(canLint)('the shell may look at the clock', () => {
  expect(complaints('src/cli/planted.ts', ['export const now = Date.now();'])).toEqual([]);
});
