// Builds dist/ from src/: the compiler projects of tsconfig.json in their order (see CONTRIBUTING.md).
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(home, 'dist');
const compiler = join(home, 'node_modules/@typescript/native/bin/tsc');

if (!existsSync(compiler)) {
  // An installed package has no compiler and needs none: dist/ came with it.
  if (existsSync(join(dist, 'index.js'))) process.exit(0);
  console.error(
    'plenum: dist/ is missing and so is the compiler. Run "npm ci" without --omit=dev, then "npm run build".',
  );
  process.exit(1);
}

const built = spawnSync(process.execPath, [compiler, '-b', join(home, 'tsconfig.json')], {
  stdio: 'inherit',
  cwd: home,
});
if (built.status !== 0) process.exit(built.status ?? 1);

// What was compiled from a file that is no longer there would still be packed. The page of the studio is bundled, not compiled.
for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (file.replaceAll('\\', '/').startsWith('studio/page/')) continue;
  const source = file.replace(/\.(d\.ts|js|js\.map)$/, '.ts');
  if (source !== file && !existsSync(join(home, 'src', source))) rmSync(join(dist, file));
}
const command = join(dist, 'cli/main.js');
if (existsSync(command)) chmodSync(command, 0o755);

const { buildStudio } = await import('./studio.mjs');
await buildStudio();
