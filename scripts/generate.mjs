// Writes what is generated and committed: the index of the acts, the JSON Schema of the episode file, the page of weights.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
for (const script of ['acts-index.mjs', 'build.mjs']) {
  const { status } = spawnSync(process.execPath, [join(home, 'scripts', script)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const { episodeJsonSchemaText } = await import(join(home, 'dist/episode/json-schema.js'));
writeFileSync(join(home, 'schema/episode.schema.json'), episodeJsonSchemaText());
await import(join(home, 'scripts/parameters-doc.mjs'));
