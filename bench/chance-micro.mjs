// Nanoseconds per call of the hot functions of dist/chance, best and median of seven alternated rounds.
//   node bench/chance-micro.mjs 1000000      (calls per round)
// Each loop has its own body, so that every call site sees one function and is compiled as in the engine.
import { cpus, loadavg } from 'node:os';
import { exp, gumbelAt, gumbelsAt, log, normalCdf, normalQuantile, uniformAt } from '../dist/chance/index.js';

const calls = Number(process.argv[2] ?? 1000000);
const keys = Uint32Array.from({ length: 8 }, (_, a) => Math.imul(a + 1, 0x9e3779b1));
const noise = new Float64Array(8);
const points = Float64Array.from({ length: 1024 }, (_, i) => uniformAt(i, 0, 0, 0, 1, 2));

const loops = {
  'exp(x), -20..20': (n) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += exp(points[i & 1023] * 40 - 20);
    return sum;
  },
  'Math.exp, for comparison': (n) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += Math.exp(points[i & 1023] * 40 - 20);
    return sum;
  },
  'log(x), 0..20': (n) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += log(points[i & 1023] * 20);
    return sum;
  },
  'Math.log, for comparison': (n) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += Math.log(points[i & 1023] * 20);
    return sum;
  },
  uniformAt: (n) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += uniformAt(i, 7, i & 7, i >> 3, 1, 2);
    return sum;
  },
  gumbelAt: (n) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += gumbelAt(i, 7, i & 7, i >> 3, 1, 2);
    return sum;
  },
  'gumbelsAt, per option of 8': (n) => {
    let sum = 0;
    for (let i = 0; i < n; i += 8) {
      gumbelsAt(i, 7, keys, 0, 8, i >> 3, 1, 2, noise);
      sum += noise[i & 7];
    }
    return sum;
  },
  normalCdf: (n) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += normalCdf(points[i & 1023] * 8 - 4);
    return sum;
  },
  normalQuantile: (n) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += normalQuantile(points[i & 1023]);
    return sum;
  },
};

const times = Object.fromEntries(Object.keys(loops).map((name) => [name, []]));
for (let round = 0; round < 8; round++)
  for (const [name, loop] of Object.entries(loops)) {
    const start = process.hrtime.bigint();
    loop(calls);
    if (round > 0) times[name].push(Number(process.hrtime.bigint() - start) / calls);
  }
console.log(
  `Node ${process.version}, ${cpus()[0]?.model.trim()}, load ${loadavg()[0].toFixed(2)}, ${calls} calls`,
);
console.log('function'.padEnd(30), 'best ns'.padStart(8), 'median'.padStart(8));
for (const [name, list] of Object.entries(times)) {
  list.sort((a, b) => a - b);
  console.log(name.padEnd(30), list[0].toFixed(1).padStart(8), list[3].toFixed(1).padStart(8));
}
