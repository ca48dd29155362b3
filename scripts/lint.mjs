// Runs Biome over the project. Biome is a binary per platform; where the lock file has none for this one, says so.
import { spawnSync } from 'node:child_process';

const biome = 'node_modules/@biomejs/biome/bin/biome';
const works = spawnSync(process.execPath, [biome, '--version'], { encoding: 'utf8' });
if (works.status !== 0) {
  const { platform, arch } = process;
  console.error(
    `LINT SKIPPED: Biome has no program for ${platform}-${arch} here. To lint as the project does, run`,
  );
  console.error(`  npm install --no-save @biomejs/cli-${platform}-${arch}@2.5.15`);
  process.exit(process.env.CI ? 1 : 0);
}
const lint = spawnSync(process.execPath, [biome, 'check', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(lint.status ?? 1);
