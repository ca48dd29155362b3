import { DuckDBInstance } from '@duckdb/node-api';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// The page's own code, run on files that the page's own commands wrote (with fewer runs).
const runs = 40;
const home = join(import.meta.dirname, '../..');
const page = readFileSync(join(home, 'docs/from-r-and-python.md'), 'utf8');
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    (match) => match[1] ?? '',
  );

const found = (program: string): boolean => {
  const there = spawnSync(program, ['--version']).status === 0;
  if (!there)
    console.warn(
      `SKIPPED: ${program} is not installed, so its part of docs/from-r-and-python.md was not run.`,
    );
  return there;
};
const python = found('python3');
const r = found('Rscript');
const folder = mkdtempSync(join(tmpdir(), 'plenum-export-'));

beforeAll(() => {
  for (const line of blocks('sh').join('').trim().split('\n')) {
    const [, args, file] = /^plenum (.*?)(?: > (\S+))?$/.exec(line) ?? [];
    if (args === undefined) throw new Error(`not a command: ${line}`);
    const written = execFileSync(
      process.execPath,
      [join(home, 'dist/cli/main.js'), ...args.replace('--runs 200', `--runs ${runs}`).split(' ')],
      { cwd: folder },
    );
    if (file !== undefined) writeFileSync(join(folder, file), written);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the files have the columns that the page names', () => {
  const header = (file: string): string => readFileSync(join(folder, file), 'utf8').split('\r\n')[0] ?? '';
  const named = new Set([...page.matchAll(/`([a-z_]+)`/g)].map((match) => match[1]));
  for (const file of ['outcomes.csv', 'record.csv']) {
    for (const column of header(file).split(',')) expect(named, file).toContain(column);
  }
  expect(header('effects.csv')).toBe(
    'outcome,kind,without,without_low,without_high,with,with_low,with_high,difference,low,high,pairs,both,only_with,only_without,neither',
  );
});

test.runIf(python)('Python reads what was written', () => {
  const printed = execFileSync('python3', ['-c', blocks('python').join('\n')], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(printed).toMatch(
    /^sacred-share: [+-]\d+\.\d{3} \([+-]\d+\.\d{3} to [+-]\d+\.\d{3}\), (changes|cannot be told)$/m,
  );
  expect(printed).toMatch(
    new RegExp(`^plenum ask choir no-bill --runs ${runs} \\| seed 1 \\| episode [0-9a-f]{12}$`, 'm'),
  );
  expect(printed).toMatch(/^1985-\d\d-\d\d +\d+\.\d bits {2}\w/m);
  expect(printed).toContain('run | integer | Number of the run.');
  expect(printed).toMatch(new RegExp(`^somebody resigns in \\d+ of ${runs} runs$`, 'm'));
});

test('DuckDB reads the folder, by the page’s own query', async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const query = blocks('sql').join('').replace("'choir-runs", `'${folder}/choir-runs`);
  const found = (await connection.runAndReadAll(query)).getRowObjectsJson();
  expect(found.reduce((sum, row) => sum + Number(row['runs']), 0)).toBe(runs);
  for (const row of found) expect(row['earliest']).toMatch(/^1985-\d\d-\d\d$/);
});

test.runIf(r)('R reads what was written', () => {
  const printed = execFileSync('Rscript', ['-e', blocks('r').join('\n')], { cwd: folder, encoding: 'utf8' });
  expect(printed).toContain('sacred-share');
  expect(printed).toContain('1985-');
});
