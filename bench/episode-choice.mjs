// One choice of a run with the functions of dist/chance: the twin of bench/c/episode.c, same fingerprints.
//   node bench/episode-choice.mjs 200000 8 3     (choices, options per choice, rounds; round 1 warms up)
import { BITS, DOUBLE, POWER_OFFSET, POWERS_OF_TWO } from '../dist/chance/powers.js';
import { exp, gumbelsAt, log, mixKey } from '../dist/chance/index.js';

const CONSIDERATIONS = 13;
const PEOPLE = 25;
const SEED_LO = 0x243f6a88;
const SEED_HI = 0x85a308d3;
const choices = Number(process.argv[2] ?? 200000);
const options = Number(process.argv[3] ?? 8);
const rounds = Number(process.argv[4] ?? 3);

const weights = Float64Array.from({ length: CONSIDERATIONS }, (_, k) => ((37 * k) % 41) / 20.5 - 1);
const optionKeys = Uint32Array.from({ length: options }, (_, a) => mixKey(0x6f707469, a));
const considerations = new Float64Array(options * CONSIDERATIONS);
const noise = new Float64Array(options);

function printWord(h, word) {
  return Math.imul(h ^ word, 16777619);
}

function printDouble(h, x) {
  DOUBLE[0] = x;
  return printWord(printWord(h, BITS[0]), BITS[1]);
}

function runChoices(count) {
  let print = 2166136261 | 0;
  let state = 1;
  for (let choice = 0; choice < count; choice++) {
    const subject = mixKey(0x63686f69, choice % PEOPLE);
    for (let m = 0; m < considerations.length; m++) {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      considerations[m] = (state >>> 0) / 2147483648 - 1;
    }
    gumbelsAt(choice, subject, optionKeys, 0, options, choice >>> 3, SEED_LO, SEED_HI, noise);
    let best = 0;
    let highest = -1e300;
    for (let a = 0; a < options; a++) {
      let u = 0;
      const row = a * CONSIDERATIONS;
      for (let k = 0; k < CONSIDERATIONS; k++) u += weights[k] * considerations[row + k];
      u += noise[a];
      print = printDouble(print, u);
      if (u > highest) {
        highest = u;
        best = a;
      }
    }
    print = printWord(print, best);
  }
  return print;
}

const hex = (word) => (word >>> 0).toString(16).padStart(8, '0');
let exps = 2166136261;
let logs = 2166136261;
for (let i = 0; i < 20000; i++) {
  exps = printDouble(exps, exp(-700 + i * 0.07));
  logs = printDouble(logs, log((i + 0.5) * POWERS_OF_TWO[POWER_OFFSET + (i % 2000) - 1000]));
}
for (let round = 1; round <= rounds; round++) {
  const start = process.cpuUsage();
  const print = runChoices(choices);
  const { user, system } = process.cpuUsage(start);
  const ns = ((user + system) * 1000) / choices / options;
  console.log(
    JSON.stringify({
      impl: 'js',
      round,
      choices,
      options,
      ns_per_option: Number(ns.toFixed(2)),
      fingerprint: hex(print),
      exp: hex(exps),
      log: hex(logs),
    }),
  );
}
