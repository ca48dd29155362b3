// What questions cost: pairs of twins, and the rows of a Sobol design.
import { prepare, runShard } from '../../dist/ensemble/shard.js';
import { rowsOf } from '../../dist/questions/hangs-on/design.js';
import { factorsOf } from '../../dist/questions/hangs-on/factors.js';
import { compileWorld } from '../../dist/world/compile/compile.js';
import { readEpisode } from './engine.mjs';
import { seconds } from './rounds.mjs';

const asked = [
  ['choir', 'no-bill'],
  ['november-1917', 'leave-party'],
];

/** A row for each plan: runs a second of CPU time, for about `budget` seconds after a third of that to warm up. */
export function* measureQuestions(budget) {
  for (const [id, question] of asked) {
    const episode = readEpisode(id);
    const { interventions } = episode.questions.find((q) => q.id === question);
    yield { what: `${id} ${question}`, unit: 'pairs', ...timed(planOf(episode, { interventions }), budget) };
    const factors = factorsOf(episode, compileWorld(episode), 'kind').map((f) => f.inputs);
    const design = { basePoints: 1024, factors, weights: true };
    const plan = planOf(episode, { design, runs: rowsOf(design) });
    yield { what: `${id} hangs-on, ${factors.length + 2} factors`, unit: 'rows', ...timed(plan, budget) };
  }
}

const planOf = (episode, more) => ({
  episode,
  seed: 7,
  first: 0,
  runs: 1e9,
  interventions: [],
  parameters: {},
  ...more,
});

/** Runs from all over the plan, so that no base point of a design counts for more than its share. */
function timed(plan, budget) {
  const prepared = prepare(plan);
  const one = (k) => runShard(prepared, { first: (k * 7919) % plan.runs, runs: 1 });
  let k = 0;
  for (let spent = 0; spent < budget / 3 || k < 3; k++) spent += seconds(() => one(k));
  const from = k;
  let spent = 0;
  for (; spent < budget || k < from + 3; k++) spent += seconds(() => one(k));
  return { runs: k - from, perSecond: (k - from) / spent };
}
