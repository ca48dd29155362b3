import { run } from 'plenum';
import { openEpisode } from 'plenum/node';

const { outcomes, result } = await run(openEpisode('choir'), { runs: 200, seed: 1 });
for (const o of outcomes) console.log(`${o.id}: in history ${o.history}, over ${result.runs} runs ${o.estimate.value.toFixed(2)}`);
