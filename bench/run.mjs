// npm run bench: how fast the engine is, against C and against the targets of the project. See README.md beside this file.
//   node bench/run.mjs [--quick] [--full] [--json]
import { availableParallelism } from 'node:os';
import { flatness, measureBallots, measureRuns, onCores, parse, readEpisode } from './lib/engine.mjs';
import { measureQuestions } from './lib/questions.mjs';
import { episodeChoice, referenceModel } from './lib/references.mjs';
import { machine } from './lib/rounds.mjs';
import { syntheticFiles } from './synthetic.mjs';

const has = (flag) => process.argv.includes(flag);
const quick = has('--quick');
const full = has('--full');
const json = has('--json');
const rounds = quick ? 2 : 5;
const budget = quick ? 1 : full ? 15 : 5;
const main = 'november-1917';

const say = (line = '') => {
  if (!json) console.log(line);
};
const f = (x, digits = 1) => (x === undefined ? '-' : x.toFixed(digits));
const result = { machine: machine(), targets: [] };

say(
  `${result.machine.cpu}, ${result.machine.cores} cores, Node ${result.machine.node}, load ${result.machine.load}`,
);

say('\nReference model (committee logit), runs a second on one core, best of alternated rounds');
const reference = referenceModel(quick ? 960 : 3200, rounds);
result.reference = reference;
for (const [name, rate] of Object.entries(reference.perSecond))
  say(`  ${name.padEnd(8)} ${String(rate).padStart(8)}   ${reference.prints[name]}`);
if (!reference.compiler) say('  no C compiler here: gcc is not found');
say(
  `  fingerprints ${reference.same ? 'equal' : 'DIFFER'}; ours is ${f(reference.ofScalar, 2)} of scalar C, ${f(reference.ofLanes, 2)} of C with a run per lane`,
);

say(
  '\nOne choice of a run (13 considerations, noise, 8 options): production routines against C, ns an option',
);
const choice = episodeChoice(quick ? 50000 : 200000, 8, rounds);
result.choice = choice;
for (const [name, t] of Object.entries(choice.times))
  say(`  ${name.padEnd(8)} best ${f(t.best)}  median ${f(t.median)}   ${choice.prints[name]}`);
say(`  fingerprints ${choice.same ? 'equal' : 'DIFFER'}; ours takes ${f(choice.ratio, 2)} times as long`);

say('\nEpisodes: work in a run (what is thinned would show here) and its time');
say(
  '  episode           people  choices  options  ballots    acts   ms/run    best  ns/option  us/choice    MB/run',
);
result.episodes = {};
for (const id of ['choir', main, 'soviet-1928']) {
  let row;
  try {
    row = measureRuns(readEpisode(id), budget);
  } catch (error) {
    say(`  ${id.padEnd(16)}  ${error.message}`);
    result.episodes[id] = { error: error.message };
    continue;
  }
  result.episodes[id] = row;
  const { perRun: w } = row;
  say(
    `  ${id.padEnd(16)} ${String(row.people).padStart(7)} ${f(w.choices, 0).padStart(8)} ${f(w.options, 0).padStart(8)} ${f(w.solves).padStart(8)} ${f(w.acts, 0).padStart(7)} ${f(row.ms, 2).padStart(8)} ${f(row.best, 2).padStart(7)} ${f(row.nsPerOption, 0).padStart(10)} ${f(row.usPerChoice).padStart(10)} ${f(row.stateBytes / 1e6, 2).padStart(9)}`,
  );
}

say(`\nBallots that runs of ${main} hold: microseconds an equilibrium`);
result.ballots = measureBallots(readEpisode(main), quick ? 3 : 10, rounds);
for (const b of result.ballots)
  say(
    `  ${b.kind.padEnd(6)} ${b.ballots} ballots, ${b.voters} voters: median ${f(b.us)}, nine in ten within ${f(b.p90)}, mean ${f(b.mean)}; ${f(b.evaluations)} evaluations; unique ${b.unique}, followed ${b.followed}, turned ${b.turned}, lost ${b.lost}`,
  );

const cores = availableParallelism();
const perRun = result.episodes[main].ms ?? 1000;
const runs = Math.max(64, Math.min(10000, Math.round((budget * 2000 * cores) / perRun)));
say(`\nEnsembles of ${main}: ${runs} runs, start of the workers included`);
result.ensemble = [];
for (const workers of new Set([1, cores])) {
  const row = await onCores(readEpisode(main), runs, workers);
  result.ensemble.push(row);
  say(
    `  ${workers} worker${workers > 1 ? 's' : ''}: ${f(row.perSecond)} runs a second; ${row.fingerprint}${row.failed ? `; ${row.failed} failed` : ''}`,
  );
}

say(
  '\nQuestions, one worker after a warm-up, CPU time: pairs of twins (a pair shares its run up to the change), rows of a Sobol design',
);
result.questions = [];
for (const row of measureQuestions(budget)) {
  result.questions.push(row);
  say(`  ${row.what.padEnd(44)} ${f(row.perSecond).padStart(8)} ${row.unit} a second (${row.runs})`);
}

const [few, many] = full ? [1000, 5000] : quick ? [50, 250] : [200, 1000];
result.memory = {};
say(`\nMemory: megabytes in use after ${few} and ${many} runs of one engine`);
for (const id of full ? ['choir', main] : ['choir']) {
  const rows = flatness(readEpisode(id), few, many);
  result.memory[id] = rows;
  say(`  ${id.padEnd(16)} ${rows.map((r) => f(r.megabytes, 2)).join(' -> ')}`);
}

say('\nSize of the organisation (committees of 25, ties within them)');
result.sizes = [];
for (const people of [25, 250, 2500]) {
  const row = measureRuns(parse(syntheticFiles(people), `${people} people`), Math.min(budget, 4));
  result.sizes.push(row);
  say(
    `  ${String(people).padStart(5)} people: ${f(row.usPerChoice)} us a choice, ${f(row.nsPerOption, 0)} ns an option, ${f(row.perRun.choices, 0)} choices of ${f(row.perRun.options / row.perRun.choices)} options a run, ${f(row.stateBytes / 1e6, 2)} MB a state`,
  );
}

/** One line per target; `short` is how many times the figure misses it by. */
function target(name, reached, figure, short) {
  result.targets.push({ name, reached, figure, short });
}
const fastest = Math.max(...result.ensemble.map((e) => e.perSecond));
const ordinary = result.ballots[0]?.us;
const [small, , large] = result.sizes;
const [first, last] = result.memory.choir;
if (reference.compiler) {
  target(
    'reference model at half of scalar C',
    reference.same && reference.ofScalar >= 0.5,
    `${f(reference.ofScalar, 2)} of C`,
    0.5 / reference.ofScalar,
  );
  target(
    'an option at most 3 times C (like for like)',
    choice.same && choice.ratio <= 3,
    `${f(choice.ratio, 2)} times`,
    choice.ratio / 3,
  );
}
target('an ordinary ballot within 100 us', ordinary <= 100, `${f(ordinary)} us (median)`, ordinary / 100);
// By the CPU time of warm runs, so that neighbours on the machine and the start of workers (once a plan) do not count.
const expected = (10 * perRun) / cores;
target(
  `10,000 runs of ${main} within 5 s`,
  expected <= 5,
  `${f(expected)} s of ${cores} cores by CPU time of warm runs (${f(10000 / fastest)} s by the clock, from ${runs} runs, starts included)`,
  expected / 5,
);
const pairRate = result.questions.find((q) => q.what.includes('leave-party'))?.perSecond ?? Number.NaN;
target(
  `10,000 pairs of ${main} within 10 s`,
  10000 / pairRate / cores <= 10,
  `${f(10000 / pairRate / cores)} s of ${cores} cores by CPU time`,
  1000 / pairRate / cores,
);
target(
  'memory flat in runs',
  last.megabytes - first.megabytes < 1,
  `${f(last.megabytes - first.megabytes, 2)} MB more after ${last.runs} runs than after ${first.runs}`,
  undefined,
);
target(
  'cost per choice nearly the same for 25 and 2,500 people',
  large.usPerChoice <= 1.5 * small.usPerChoice,
  `${f(large.usPerChoice / small.usPerChoice, 2)} times`,
  large.usPerChoice / small.usPerChoice / 1.5,
);

say('\nTargets');
for (const t of result.targets)
  say(
    `  ${t.reached ? 'reached' : 'short  '}  ${t.name}: ${t.figure}${t.reached || t.short === undefined ? '' : ` (${f(t.short, 1)} times too slow)`}`,
  );
if (json) console.log(JSON.stringify(result, null, 2));
if (!reference.same || !choice.same) process.exitCode = 1;
