// Committee logit with typed arrays, one run at a time. See MODEL.md.
//   node logit.mjs 1000 5        (runs per round, rounds; round 1 includes JIT warm-up)

const MEMBERS = 25,
  OPTIONS = 5,
  TRAITS = 8,
  STEPS = 30,
  REACH = 4,
  NEIGHBOURS = 2 * REACH;

const weights = Float64Array.from({ length: OPTIONS * TRAITS }, (_, m) => ((37 * m) % 41) / 20.5 - 1);
const neighbours = new Int32Array(MEMBERS * NEIGHBOURS);
for (let i = 0; i < MEMBERS; i++) {
  let n = i * NEIGHBOURS;
  for (let d = 1; d <= REACH; d++) {
    neighbours[n++] = (i + d) % MEMBERS;
    neighbours[n++] = (i + MEMBERS - d) % MEMBERS;
  }
}

const rng = new Int32Array(4);
function nextU32() {
  const out = (rng[0] + rng[1] + rng[3]) | 0;
  rng[3] = (rng[3] + 1) | 0;
  rng[0] = rng[1] ^ (rng[1] >>> 9);
  rng[1] = (rng[2] + (rng[2] << 3)) | 0;
  rng[2] = (((rng[2] << 21) | (rng[2] >>> 11)) + out) | 0;
  return out >>> 0;
}
const uniform = () => nextU32() * 2 ** -32;
function seedRun(run) {
  rng[0] = run;
  rng[1] = 0x9e3779b9 | 0;
  rng[2] = 0x243f6a88;
  rng[3] = 1;
  for (let i = 0; i < 12; i++) nextU32();
}

// Scratch memory is allocated once; a run allocates nothing.
const traits = new Float64Array(MEMBERS * TRAITS);
const share = new Float64Array(OPTIONS);
let last = new Int32Array(MEMBERS);
let next = new Int32Array(MEMBERS);

/** Utility of option k: its share of the neighbours, then the products in their order. */
function utility(k, m) {
  const w = k * TRAITS;
  return (
    2 * share[k] +
    weights[w] * traits[m] +
    weights[w + 1] * traits[m + 1] +
    weights[w + 2] * traits[m + 2] +
    weights[w + 3] * traits[m + 3] +
    weights[w + 4] * traits[m + 4] +
    weights[w + 5] * traits[m + 5] +
    weights[w + 6] * traits[m + 6] +
    weights[w + 7] * traits[m + 7]
  );
}

// Loops over options and traits are written out: V8 does not unroll them.
function choose(member) {
  share[0] = share[1] = share[2] = share[3] = share[4] = 0;
  const first = member * NEIGHBOURS;
  for (let n = first; n < first + NEIGHBOURS; n++) share[last[neighbours[n]]] += 1 / NEIGHBOURS;
  const m = member * TRAITS;
  const a = utility(0, m);
  const b = utility(1, m);
  const c = utility(2, m);
  const d = utility(3, m);
  const e = utility(4, m);
  const best = Math.max(a, b, c, d, e);
  const oddsA = Math.exp(a - best);
  const oddsB = Math.exp(b - best);
  const oddsC = Math.exp(c - best);
  const oddsD = Math.exp(d - best);
  let target = uniform() * (oddsA + oddsB + oddsC + oddsD + Math.exp(e - best));
  target -= oddsA;
  if (target < 0) return 0;
  target -= oddsB;
  if (target < 0) return 1;
  target -= oddsC;
  if (target < 0) return 2;
  return target - oddsD < 0 ? 3 : 4;
}

export function simulate(run, votes) {
  seedRun(run);
  for (let i = 0; i < MEMBERS; i++) {
    for (let j = 0; j < TRAITS; j++) traits[i * TRAITS + j] = uniform();
    last[i] = Math.floor(uniform() * OPTIONS);
  }
  for (let s = 0; s < STEPS; s++) {
    for (let i = 0; i < MEMBERS; i++) {
      const k = choose(i);
      next[i] = k;
      votes[s * OPTIONS + k]++;
    }
    [last, next] = [next, last];
  }
}

export const newVotes = () => new Uint32Array(STEPS * OPTIONS);
export function fingerprint(votes) {
  let h = 2166136261;
  for (const v of votes) h = Math.imul(h ^ v, 16777619);
  return (h >>> 0).toString(16).padStart(8, '0');
}

export function timeRound(impl, simulate, runs, round) {
  const votes = newVotes();
  const cpu = process.cpuUsage(),
    start = performance.now();
  for (let run = 0; run < runs; run++) simulate(run, votes);
  const wall = (performance.now() - start) / 1000,
    { user, system } = process.cpuUsage(cpu);
  return {
    impl,
    round,
    runs,
    wall: +wall.toFixed(4),
    cpu: (user + system) / 1e6,
    runs_per_cpu_second: Math.round(runs / ((user + system) / 1e6)),
    fingerprint: fingerprint(votes),
  };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const runs = Number(process.argv[2] ?? 1000),
    rounds = Number(process.argv[3] ?? 5);
  for (let round = 1; round <= rounds; round++) {
    console.log(JSON.stringify(timeRound('js-typed', simulate, runs, round)));
  }
}
