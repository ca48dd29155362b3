// One choice of a run as the engine makes it, with the production routines (the weighted sum of choice/evaluate.ts and the
// draw of choice/choose.ts): the twin of bench/c/episode.c, same fingerprint.
//   node bench/episode-choice.mjs 200000 8 3     (choices, options per choice, rounds; round 1 warms up)
import { mixKey } from '../dist/chance/keys.js';
import { exp, log } from '../dist/chance/exact.js';
import { BITS, DOUBLE, POWER_OFFSET, POWERS_OF_TWO } from '../dist/chance/powers.js';
import { drawFlat, noise } from '../dist/choice/choose.js';
import { considerationCount } from '../dist/choice/considerations/index.js';
import { weigh } from '../dist/choice/evaluate.js';
import { Menu } from '../dist/acts/menu.js';

const PEOPLE = 25;
const luck = { seedLow: 0x243f6a88, seedHigh: 0x85a308d3, run: 0 };

const printWord = (h, word) => Math.imul(h ^ word, 16777619);

function printDouble(h, x) {
  DOUBLE[0] = x;
  return printWord(printWord(h, BITS[0]), BITS[1]);
}

/** What a choice needs of a mind: a menu with keys, weights, the matrix and the sums. */
function mindOf(options) {
  const menu = new Menu();
  menu.size = options;
  for (let a = 0; a < options; a++) menu.key[a] = mixKey(0x6f707469, a);
  return {
    menu,
    parameters: {
      weights: Float64Array.from({ length: considerationCount }, (_, k) => ((37 * k) % 41) / 20.5 - 1),
    },
    matrix: new Float64Array(options * considerationCount),
    utility: new Float64Array(options),
  };
}

export function runChoices(choices, options) {
  const mind = mindOf(options);
  const { matrix, utility } = mind;
  let print = 2166136261 | 0;
  let state = 1;
  for (let choice = 0; choice < choices; choice++) {
    const subject = mixKey(0x63686f69, choice % PEOPLE);
    for (let m = 0; m < matrix.length; m++) {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      matrix[m] = (state >>> 0) / 2147483648 - 1;
    }
    luck.run = choice;
    for (let a = 0; a < options; a++) weigh(mind, a);
    const best = drawFlat(mind, luck, subject, false);
    for (let a = 0; a < options; a++) print = printDouble(print, utility[a] + noise[a]);
    print = printWord(print, best);
  }
  return hex(print);
}

const hex = (word) => (word >>> 0).toString(16).padStart(8, '0');

/** Fingerprints of the elementary functions on the grids of episode.c. */
export function functionPrints() {
  let exps = 2166136261;
  let logs = 2166136261;
  for (let i = 0; i < 20000; i++) {
    exps = printDouble(exps, exp(-700 + i * 0.07));
    logs = printDouble(logs, log((i + 0.5) * POWERS_OF_TWO[POWER_OFFSET + (i % 2000) - 1000]));
  }
  return { exp: hex(exps), log: hex(logs) };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const choices = Number(process.argv[2] ?? 200000);
  const options = Number(process.argv[3] ?? 8);
  for (let round = 1; round <= Number(process.argv[4] ?? 3); round++) {
    const start = process.cpuUsage();
    const fingerprint = runChoices(choices, options);
    const { user, system } = process.cpuUsage(start);
    const ns = ((user + system) * 1000) / choices / options;
    console.log(
      JSON.stringify({
        impl: 'js',
        round,
        choices,
        options,
        ns_per_option: Number(ns.toFixed(2)),
        fingerprint,
        ...functionPrints(),
      }),
    );
  }
}
