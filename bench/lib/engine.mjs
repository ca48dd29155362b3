// Whole runs of an episode, and the ballots in them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BallotSolver } from '../../dist/choice/ballot/equilibrium.js';
import { totalVotes } from '../../dist/choice/ballot/count.js';
import { loadEpisode } from '../../dist/episode/index.js';
import '../../dist/acts/index.js';
import { nodeExecutor } from '../../dist/ensemble/node/pool.js';
import { createEngine } from '../../dist/run/engine.js';
import { simulate } from '../../dist/run/run.js';
import { compileWorld } from '../../dist/world/compile/compile.js';
import { Counter } from '../../dist/world/state.js';
import { median, megabytes, seconds } from './rounds.mjs';

const library = fileURLToPath(new URL('../../episodes/', import.meta.url));

export function readEpisode(id) {
  const dir = join(library, id);
  const files = readdirSync(dir)
    .filter((f) => /\.(ya?ml|json)$/.test(f))
    .map((f) => ({ path: f, text: readFileSync(join(dir, f), 'utf8') }));
  return parse(files, id);
}

export function parse(files, id) {
  const { episode, problems } = loadEpisode(files);
  if (!episode) throw new Error(`${id} does not load: ${JSON.stringify(problems[0])}`);
  return episode;
}

const counted = {
  choices: Counter.choices,
  options: Counter.options,
  solves: Counter.solves,
  acts: Counter.acts,
  points: Counter.points,
};
const seed = 7;

/** Runs for about `budget` seconds after warming up; counts per run, times per run, and the best and median of all runs' times. */
export function measureRuns(episode, budget) {
  const engine = createEngine(compileWorld(episode));
  const { state } = engine.scene;
  const until = (s, from, each) => {
    const start = process.hrtime.bigint();
    let run = from;
    for (; Number(process.hrtime.bigint() - start) < s * 1e9 || run < from + 3; run++) each(run);
    return run;
  };
  const warm = until(budget / 3, 0, (run) => simulate(engine, seed + 1, run));
  const work = Object.fromEntries(Object.keys(counted).map((k) => [k, 0]));
  const times = [];
  until(budget, warm, (run) => {
    times.push(1e3 * seconds(() => simulate(engine, seed, run)));
    for (const [name, cell] of Object.entries(counted)) work[name] += state.counters[cell];
  });
  for (const name of Object.keys(work)) work[name] = work[name] / times.length;
  const ms = median(times);
  return {
    runs: times.length,
    ms,
    best: Math.min(...times),
    perRun: work,
    nsPerOption: (ms * 1e6) / work.options,
    usPerChoice: (ms * 1e3) / work.choices,
    stateBytes: state.bytes.length,
    people: engine.scene.world.people,
  };
}

/** Microseconds per equilibrium of the ballots that runs really hold, by kind of count. */
export function measureBallots(episode, runs, rounds) {
  const kept = [];
  const { solve } = BallotSolver.prototype;
  BallotSolver.prototype.solve = function (ballot, ...rest) {
    const { n } = ballot;
    kept.push({
      ...ballot,
      n,
      mayAbstain: ballot.mayAbstain.slice(0, n),
      seats: ballot.seats.slice(0, n),
      weight: ballot.weight.slice(0, n),
      yes: ballot.yes.slice(0, n),
      no: ballot.no.slice(0, n),
      stake: ballot.stake.slice(0, n),
      prospect: ballot.prospect.slice(0, n),
      influence: ballot.influence.slice(0, n * n),
    });
    return solve.call(this, ballot, ...rest);
  };
  const engine = createEngine(compileWorld(episode));
  for (let run = 0; run < runs; run++) simulate(engine, seed, run);
  BallotSolver.prototype.solve = solve;
  const solver = new BallotSolver(64);
  const rows = [];
  for (const [kind, few] of [
    ['exact', true],
    ['blocs', false],
  ]) {
    const ballots = kept.filter((b) => totalVotes(b) <= 48 === few);
    if (ballots.length === 0) continue;
    const times = ballots.map(() => Number.POSITIVE_INFINITY);
    const codes = [0, 0, 0, 0];
    let evaluations = 0;
    for (let round = 0; round <= rounds; round++)
      ballots.forEach((ballot, k) => {
        const start = process.hrtime.bigint();
        const code = solver.solve(ballot);
        const us = Number(process.hrtime.bigint() - start) / 1e3;
        if (us < times[k]) times[k] = us;
        if (round === 0) {
          codes[code]++;
          evaluations += solver.iterations;
        }
      });
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    rows.push({
      kind,
      ballots: ballots.length,
      voters: median(ballots.map((b) => b.n)),
      us: at(0.5),
      p90: at(0.9),
      mean: times.reduce((a, b) => a + b) / times.length,
      evaluations: evaluations / ballots.length,
      unique: codes[0],
      followed: codes[1],
      turned: codes[2],
      lost: codes[3],
    });
  }
  return rows;
}

/** Runs a second of wall clock on so many workers, workers started and episode sent included. */
export async function onCores(episode, runs, workers) {
  const executor = nodeExecutor(workers);
  const plan = { episode, seed, first: 0, runs, interventions: [], parameters: {} };
  const start = process.hrtime.bigint();
  const result = await executor.execute(plan);
  const spent = Number(process.hrtime.bigint() - start) / 1e9;
  await executor.close();
  return {
    workers,
    runs,
    perSecond: runs / spent,
    fingerprint: result.fingerprint,
    failed: result.failed.length,
  };
}

/** Megabytes in use after a few and after many runs of one engine. */
export function flatness(episode, few, many) {
  const engine = createEngine(compileWorld(episode));
  const rows = [];
  let run = 0;
  for (const stop of [few, many]) {
    for (; run < stop; run++) simulate(engine, seed, run);
    rows.push({ runs: stop, megabytes: megabytes() });
  }
  return rows;
}
