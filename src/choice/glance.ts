import { allActs } from '../acts/define.ts';
import { kindKey } from '../acts/menu.ts';
import { exp, log } from '../chance/exact.ts';
import { uniformsAt } from '../chance/gumbels.ts';
import { measure, refine } from './bounds.ts';
import { ceiling, roughCeiling, rowCeiling } from './ceiling.ts';
import { drawWithin, inclusive, type Luck, Purpose, waiting, waitKey } from './choose.ts';
import { beginOccasion, forecastReasons, plainReasons, weigh } from './evaluate.ts';
import { F } from './forecasts/constants.ts';
import type { Mind } from './mind.ts';

/*
 * The same draw as `drawNested` on the whole menu, looking only at kinds of act that could win. The noise of waiting and of every kind is
 * drawn first, keyed as there; a kind whose ceiling plus noise stays below the best so far is neither proposed nor evaluated. The choice is
 * the same, bit for bit, because a ceiling is never below the utility of a move (`ceiling.ts`).
 * Literature: thinning by a bound (Lewis & Shedler 1979); lazy Gumbel-max with upper bounds (Maddison, Tarlow & Minka 2014).
 */

/** Kinds that people propose, and their keys followed by that of waiting. */
let proposers = new Int32Array(0);
let keys = new Uint32Array(0);
let uniforms = new Float64Array(0);
let listed = 0;

/**
 * Draws one person's initiative, filling and evaluating the menu as far as needed. Returns the row, or −1 for waiting.
 * `occasion` is the key of the moment. With a negative weight, which no prior allows, nothing is passed over.
 */
export function glance(mind: Mind, luck: Luck, person: number, occasion: number): number {
  if (listed !== allActs().length) list();
  const { menu } = mind;
  menu.clear();
  const kinds = proposers.length;
  uniformsAt(luck.run, occasion, keys, 0, kinds + 1, Purpose.kind, luck.seedLow, luck.seedHigh, uniforms);
  beginOccasion(mind, person);
  const bounded = signed(mind.parameters.weights);
  if (bounded) measure(mind, person);
  const tau = mind.parameters.forecasts[F.nesting];
  let most = -log(-log(uniforms[kinds]));
  let refined = false;
  let first = -1;
  let end = -1;
  for (let q = 0; q < kinds; q++) {
    if (bounded) {
      if (hopeless(roughCeiling(mind, proposers[q]) - most, uniforms[q])) continue;
      if (!refined) refine(mind, person);
      refined = true;
      if (hopeless(ceiling(mind, proposers[q]) - most, uniforms[q])) continue;
    }
    const from = menu.size;
    allActs()[proposers[q]].propose?.(mind.scene, person, menu);
    if (menu.size === from) continue;
    for (let k = from; k < menu.size; k++) plainReasons(mind, person, k);
    if (bounded && hopeless(bestOf(mind, person, from, tau) - most, uniforms[q])) continue;
    for (let k = from; k < menu.size; k++) {
      forecastReasons(mind, person, k);
      weigh(mind, k);
    }
    const u = inclusive(mind, from, menu.size, tau) + -log(-log(uniforms[q]));
    if (u > most) {
      most = u;
      first = from;
      end = menu.size;
    }
  }
  return first < 0 ? waiting : drawWithin(mind, luck, occasion, first, end, tau);
}

/** The bound of a kind whose rows begin at `from`: the inclusive value of the rows' bounds. */
function bestOf(mind: Mind, person: number, from: number, tau: number): number {
  for (let k = from; k < mind.menu.size; k++) mind.utility[k] = rowCeiling(mind, person, k);
  return inclusive(mind, from, mind.menu.size, tau);
}

/** Bounds hold for weights that are not negative, as their priors have it. */
function signed(weights: Float64Array): boolean {
  for (let k = 0; k < weights.length; k++) if (weights[k] < 0) return false;
  return true;
}

/**
 * Can Gumbel noise of quantile `u` not lift a utility that lies `lead` above the best so far over it? Noise −log(−log u) exceeds −lead only
 * if −log u < exp(lead); since −log u ≥ 1 − u, comparing 1 − u is enough, and for most the first terms of 1/exp(−lead) are.
 */
function hopeless(lead: number, u: number): boolean {
  if (lead >= 0) return false;
  const y = -lead;
  const rest = 1 - u;
  if (rest * (1 + y * (1 + (y / 2) * (1 + (y / 3) * (1 + y / 4)))) >= 1) return true;
  return rest >= exp(lead);
}

function list(): void {
  const acts = allActs();
  listed = acts.length;
  proposers = Int32Array.from(acts.keys()).filter((k) => acts[k].propose !== undefined);
  keys = Uint32Array.from([...proposers].map((k) => kindKey(k)).concat(waitKey));
  uniforms = new Float64Array(keys.length);
}
