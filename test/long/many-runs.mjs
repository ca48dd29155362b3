// A process of its own, so that its peak of memory is its own. Usage: node many-runs.mjs <folder> <runs>
// Fills a folder with so many pairs of runs, counts them and exports them; prints the peak of resident memory in kB. Sixty-four pairs of the
// choir are simulated and handed over again and again under other numbers: what is measured is the store, not the engine.
import { openEpisode } from '../../dist/ensemble/node/index.js';
import { countedInFolder } from '../../dist/ensemble/node/store/counted.js';
import { fill } from '../../dist/ensemble/node/store/fill.js';
import { prepare, runShard } from '../../dist/ensemble/shard.js';
import { beginManifest } from '../../dist/ensemble/stored/begin.js';
import { exportFiles, exportRuns } from '../../dist/cli/stored/export/write.js';
import { compileOutcomes, compileWorld } from '../../dist/index.js';

const [folder, runs] = [process.argv[2], Number(process.argv[3])];
const episode = openEpisode('choir');
const interventions = episode.questions.find((q) => q.id === 'no-bill').interventions;
const plan = { episode, seed: 1, first: 0, runs, interventions, parameters: {} };
const sample = runShard(prepare(plan), { first: 0, runs: 64 });

/** The sample stretched over a shard: run k of the shard is run k mod 64 of the sample. */
function stretched(shard) {
  const column = (cells) =>
    Float64Array.from({ length: shard.runs }, (_, k) => cells[(shard.first + k) % 64]);
  const kinds = sample.actCounts.length / 64;
  const actCounts = new Uint16Array(kinds * shard.runs);
  for (let kind = 0; kind < kinds; kind++)
    for (let k = 0; k < shard.runs; k++)
      actCounts[kind * shard.runs + k] = sample.actCounts[kind * 64 + ((shard.first + k) % 64)];
  return {
    ...sample,
    ...shard,
    without: sample.without.map(column),
    with: sample.with.map(column),
    parted: column(sample.parted),
    through: column(sample.through),
    actCounts,
  };
}

const executor = {
  stream: async (_plan, shards, onShard) => {
    for (const shard of shards) await onShard(stretched(shard));
  },
};
const wanted = beginManifest(plan, { hash: 'x', command: 'plenum ask choir no-bill' });
const m = await fill(folder, wanted, plan, { resume: true, executor });
const counted = await countedInFolder(folder, m);
const outcomes = compileOutcomes(episode, compileWorld(episode));
await counted.summaries(
  outcomes,
  outcomes.map(() => 1),
);
const effects = await counted.effects(outcomes);
const pairs = await counted.pairs(
  outcomes,
  outcomes.map((_, k) => k),
);
await exportRuns(folder, m, 'parquet', exportFiles(`${folder}/export/runs.parquet`));
await exportRuns(folder, m, 'csv', exportFiles(`${folder}/export/runs.csv`));
await exportRuns(folder, m, 'arrow', exportFiles(`${folder}/export/runs.arrow`));
console.log(
  JSON.stringify({
    peak: process.resourceUsage().maxRSS,
    runs: effects[0].without.runs,
    files: m.shards.length,
    differ: pairs.differ,
  }),
);
