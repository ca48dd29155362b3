import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const home = join(import.meta.dirname, '../..');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Writes a small project and returns what the check of the boundaries says about it. */
function check(
  files: Record<string, string>,
  floor = 1,
): { status: number | null; found: string[]; text: string } {
  const root = mkdtempSync(join(tmpdir(), 'plenum-rooms-'));
  folders.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const args = [join(home, 'scripts/boundaries.mjs'), root, String(floor)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const text = stderr + stdout;
  const found = text.split('\n').filter((line) => /^[a-z-]+( \(warn\))?: src/.test(line));
  return { status, found: found.sort(), text };
}

const good = {
  'src/chance/draw.ts': 'export const draw = 1;\n',
  'src/world/state.ts': "import { draw } from '../chance/draw.ts';\nexport const state = draw;\n",
  'src/cli/main.ts':
    "import { argv } from 'node:process';\nimport { state } from '../world/state.ts';\nargv.push(String(state));\n",
};

test('a project that keeps the direction passes', () => {
  const { status, found, text } = check(good);
  expect(found).toEqual([]);
  expect(text).toContain('boundaries: 3 files read, 0 violations');
  expect(status).toBe(0);
});

test('planted violations are found: upward value, type and dynamic import, node, cycle, tests', () => {
  const { status, found } = check({
    ...good,
    'src/chance/value.ts': "import { state } from '../world/state.ts';\nexport const value = state;\n",
    'src/chance/type.ts': "import type { World } from '../world/world.ts';\nexport type Draw = World;\n",
    'src/chance/later.ts': "export const later = () => import('../world/state.ts');\n",
    'src/chance/clock.ts': "import { hrtime } from 'node:process';\nexport const clock = hrtime;\n",
    'src/world/world.ts': 'export interface World { readonly people: number }\n',
    'src/world/file.ts': "import { load } from '../episode/load.ts';\nexport const file = load;\n",
    'src/world/compile/compile.ts':
      "import { load } from '../../episode/load.ts';\nexport const compile = load;\n",
    'src/episode/load.ts': 'export const load = 1;\n',
    'src/acts/a.ts': "import { b } from './b.ts';\nexport const a = (): number => b();\n",
    'src/acts/b.ts': "import { a } from './a.ts';\nexport const b = (): number => a();\n",
    'src/acts/helped.ts': "import { help } from './a.test.ts';\nexport const helped = help;\n",
    'src/acts/a.test.ts': "import { state } from '../cli/main.ts';\nexport const help = state;\n",
    'src/ensemble/node/pool.ts': "import { cpus } from 'node:os';\nexport const pool = cpus;\n",
    'src/ensemble/plan.ts': "import { pool } from './node/pool.ts';\nexport const plan = pool;\n",
    'src/questions/ask.ts': "import { plan } from '../ensemble/plan.ts';\nexport const ask = plan;\n",
    'src/reading/draft.ts': "import { state } from '../world/state.ts';\nexport const draft = state;\n",
    'src/studio/publish/page.ts': "import { hash } from 'node:crypto';\nexport const page = hash;\n",
    'src/studio/page/view.ts': "import { serve } from '../server/serve.ts';\nexport const view = serve;\n",
    'src/studio/server/serve.ts':
      "import { argv } from 'node:process';\nimport '../../cli/main.ts';\nexport const serve = argv;\n",
    'src/cellar/wine.ts': "import { state } from '../world/state.ts';\nexport const wine = state;\n",
  });
  expect(found).toEqual([
    'engine-knows-no-file: src/world/file.ts → src/episode/load.ts',
    'known-rooms: src/cellar/wine.ts → src/world/state.ts',
    'no-cycle: src/acts/a.ts → src/acts/b.ts → src/acts/a.ts',
    'no-node: src/chance/clock.ts → process',
    'no-node: src/studio/publish/page.ts → crypto',
    'no-way-to-node: src/ensemble/plan.ts → src/ensemble/node/pool.ts',
    'no-way-to-node: src/studio/page/view.ts → src/studio/server/serve.ts',
    'not-to-test: src/acts/helped.ts → src/acts/a.test.ts',
    'reading-knows-no-engine: src/reading/draft.ts → src/world/state.ts',
    'room-chance: src/chance/later.ts → src/world/state.ts',
    'room-chance: src/chance/type.ts → src/world/world.ts',
    'room-chance: src/chance/value.ts → src/world/state.ts',
    'room-questions: src/questions/ask.ts → src/ensemble/plan.ts',
    'room-studio: src/studio/server/serve.ts → src/cli/main.ts',
  ]);
  expect(status).toBe(1);
});

test('reading too few files is a failure, not a success', () => {
  const { status, text } = check(good, 4);
  expect(text).toContain('only 3 files found in src, expected 4 or more');
  expect(status).toBe(1);
});

test('every room in src/ has its place in the order', () => {
  const { status, text } = check({ 'src/attic/box.ts': "import '../chance/draw.ts';\n", ...good });
  expect(text).toContain('A new room must be put into the order');
  expect(status).toBe(1);
});
