// Mutation tests of the rooms that compute: npm run mutate -- [--sample 300] [--seed 1] [--full] [--rooms chance,choice]
// Draws mutants of each room by chance and lets the room's tests judge them; --full takes all of them, for hours. Writes docs/mutation.md
// from the latest result of each room (in reports/mutation/, which is not committed). --files looks at some files or folders only (with commas
// between them), prints what survived, and leaves the results alone: for whoever writes tests.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { draw } from './mutate/draw.mjs';
import { rooms, survivors, text } from './mutate/report.mjs';

const { values: flags } = parseArgs({
  options: {
    sample: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    full: { type: 'boolean', default: false },
    rooms: { type: 'string', default: rooms.join(',') },
    files: { type: 'string' },
  },
});

const resultOf = (name) => `reports/mutation/${name}.json`;
const read = (name) => JSON.parse(readFileSync(resultOf(name), 'utf8'));

/** Tests, what is generated, messages, and the example that tests load are no mutants' business. */
const leftOut = /\.test\.ts$|^src\/acts\/index\.ts$|^src\/episode\/(fixture\.ts$|messages\/)/;
const filesOf = (room) =>
  readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${room}/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !leftOut.test(file))
    .filter((file) => !flags.files || flags.files.split(',').some((begin) => file.startsWith(begin)))
    .sort();

/** One room, or some of its files; the workers read the room from the environment. */
async function mutate(room) {
  process.env.MUTATE_ROOM = room;
  const name = flags.files ? 'files' : room;
  const seed = Number(flags.seed);
  const size = flags.full ? undefined : Number(flags.sample);
  const { patterns, last, population } = await draw(filesOf(room), seed, size);
  await new Stryker({
    mutate: patterns,
    draw: { seed, last, ...(size ? { size } : {}) },
    jsonReporter: { fileName: resultOf(name) },
    tempDirName: `.stryker-tmp/${name}`,
  }).runMutationTest();
  writeFileSync(resultOf(name), JSON.stringify({ ...read(name), population }));
  return name;
}

for (const room of flags.rooms.split(',')) {
  if (!rooms.includes(room)) throw new Error(`no room "${room}"; there are ${rooms.join(', ')}`);
  const name = await mutate(room);
  console.log(survivors(read(name)).join('\n'));
}

if (!flags.files) {
  const results = rooms.map((room) => [room, existsSync(resultOf(room)) ? read(room) : undefined]);
  writeFileSync('docs/mutation.md', text(results));
}
