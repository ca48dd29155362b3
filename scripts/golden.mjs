// Writes the golden files afresh (test/golden/): npm run golden. Read the difference before you commit it.
import { spawnSync } from 'node:child_process';

const done = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/engine/golden.test.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, PLENUM_GOLDEN: 'write' },
  },
);
process.exit(done.status ?? 1);
