// Checks the direction of imports between the rooms (see CONTRIBUTING.md). Dependency-cruiser reports success when it
// has read nothing, so this also insists that every source file was read.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const places = process.argv.slice(2).filter((word) => word !== '--warnings');
const root = resolve(places[0] ?? home);
const floor = Number(places[1] ?? 100);

const cruiser = join(home, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const args = [cruiser, 'src', '--config', join(home, '.dependency-cruiser.mjs'), '--output-type', 'json'];
const cruised = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
if (!cruised.stdout.startsWith('{')) {
  console.error(`boundaries: dependency-cruiser gave no result.\n${cruised.stderr}`);
  process.exit(3);
}

const { modules, summary } = JSON.parse(cruised.stdout);
const read = new Set(modules.map((module) => module.source));
const sources = existsSync(join(root, 'src'))
  ? readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/${file.replaceAll('\\', '/')}`)
  : [];
const unread = sources.filter((file) => !read.has(file));

const errors = summary.violations.filter((violation) => violation.rule.severity === 'error');
const warnings = summary.violations.length - errors.length;
const told = process.argv.includes('--warnings') ? summary.violations : errors;
for (const violation of told) {
  const to = violation.cycle ? violation.cycle.map((step) => step.name).join(' → ') : violation.to;
  const severity = violation.rule.severity === 'error' ? '' : ` (${violation.rule.severity})`;
  console.error(`${violation.rule.name}${severity}: ${violation.from} → ${to}`);
}
const broken = new Set(told.map((violation) => violation.rule.name));
for (const { name, comment } of summary.ruleSetUsed.forbidden) {
  if (comment && broken.has(name)) console.error(`  ${name}: ${comment}`);
}
for (const file of unread) console.error(`boundaries: ${file} was not read by dependency-cruiser.`);
if (sources.length < floor)
  console.error(`boundaries: only ${sources.length} files found in src, expected ${floor} or more.`);

const failed = errors.length > 0 || unread.length > 0 || sources.length < floor;
const quiet = warnings > 0 && told === errors ? `, ${warnings} warnings (--warnings lists them)` : '';
console.log(`boundaries: ${sources.length} files read, ${errors.length} violations${quiet}`);
process.exit(failed ? 1 : 0);
