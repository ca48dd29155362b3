// Microseconds per ballot for the equilibrium solver: `node scripts/build.mjs && node bench/ballot.mjs`.
// Prints the median of alternated rounds, and how often the cheap certificate of uniqueness held.
import { loadavg } from 'node:os';

const root = process.argv[2] ?? new URL('../dist/', import.meta.url).href;
const { BallotSolver } = await import(`${root}choice/ballot/equilibrium.js`);
const { majorityOfVotesCast, majorityOfMembers } = await import(`${root}choice/ballot/rule.js`);

let seed = 1;
function uniform() {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
}

function vector(n, scale) {
  return Float64Array.from({ length: n }, () => scale * (2 * uniform() - 1));
}

function ballot(n, rule, strength) {
  return {
    n,
    rule,
    mayAbstain: new Uint8Array(n).fill(1),
    seats: null,
    weight: null,
    yes: vector(n, 2),
    no: vector(n, 2),
    stake: vector(n, strength),
    prospect: vector(n, 0.1 * strength),
    influence: vector(n * n, (1.5 * strength) / n),
  };
}

function median(values) {
  const sorted = values.sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

function measure(solver, ballots, rounds) {
  const times = [];
  const codes = [0, 0, 0, 0];
  let iterations = 0;
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    for (const one of ballots) {
      codes[solver.solve(one)]++;
      iterations += solver.iterations;
    }
    times.push(Number(process.hrtime.bigint() - start) / 1000 / ballots.length);
  }
  const calls = rounds * ballots.length;
  return { us: median(times), codes: codes.map((c) => c / rounds), iterations: iterations / calls };
}

console.log(`node ${process.version}, load ${loadavg()[0].toFixed(2)}`);
for (const [name, strength] of [
  ['mild', 0.5],
  ['typical', 1],
  ['strong', 3],
]) {
  for (const n of [5, 9, 15, 25, 40]) {
    const solver = new BallotSolver(n);
    for (const [label, rule] of [
      ['cast', majorityOfVotesCast()],
      ['members', majorityOfMembers(n)],
    ]) {
      const ballots = Array.from({ length: 40 }, () => ballot(n, rule, strength));
      measure(solver, ballots, 20);
      const { us, codes, iterations } = measure(solver, ballots, n > 20 ? 9 : 41);
      console.log(
        `${name.padEnd(8)} ${String(n).padStart(2)} voters, majority of ${label.padEnd(7)} ${us.toFixed(1).padStart(8)} us` +
          `  unique/followed/turned/lost ${codes.join('/')}  evaluations ${iterations.toFixed(1)}`,
      );
    }
  }
}
