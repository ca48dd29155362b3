import { readFileSync } from 'node:fs';
import { loadEpisode, replayEpisode, singleThreaded } from 'plenum';

const files = ['episode', 'minds', 'record'].map((name) => `node_modules/plenum/episodes/choir/${name}.yaml`);
const { episode } = loadEpisode(files.map((path) => ({ path, bytes: readFileSync(path) })));
const { outcomes } = replayEpisode(episode);
const many = await singleThreaded.execute({ episode, seed: 1, first: 0, runs: 200, interventions: [], parameters: {} });

for (const [k, { id }] of episode.outcomes.entries()) {
  const mean = many.without[k].reduce((sum, value) => sum + value, 0) / many.runs;
  console.log(`${id}: in history ${outcomes[k]}, over ${many.runs} runs ${mean.toFixed(2)} on average`);
}
