// Builds dist/ from src/: the kernel project first, then the rest (two tsconfig projects, see CONTRIBUTING.md).
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';

const tsc = 'node_modules/@typescript/native/bin/tsc';
if (!existsSync(tsc)) {
  // An installed package has no compiler and needs none: dist/ is already in it.
  process.exit(existsSync('dist') ? 0 : 1);
}
const built = spawnSync(process.execPath, [tsc, '-b', 'tsconfig.json'], { stdio: 'inherit' });
if (built.status === 0 && existsSync('dist/cli/main.js')) chmodSync('dist/cli/main.js', 0o755);
process.exit(built.status ?? 1);
