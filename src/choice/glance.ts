import { type ActDefinition, allActs } from '../acts/define.ts';
import type { Sort } from '../acts/reach.ts';
import { kindKey, menuCapacity } from '../acts/menu.ts';
import { needsOf, openKinds, standing } from '../acts/needs.ts';
import { exp, log } from '../chance/exact.ts';
import { uniformsAt } from '../chance/gumbels.ts';
import { measure } from './bounds/index.ts';
import { rounding } from './bounds/own.ts';
import { ceiling, lookCloser, roughCeiling, sortsOf, tabledSortsOf } from './ceiling.ts';
import { drawWithin, inclusive, type Luck, Purpose, waiting, waitKey } from './choose.ts';
import { beginOccasion, forecastReasons, plainReasons, weigh } from './evaluate.ts';
import { F } from './forecasts/constants.ts';
import type { Mind } from './mind.ts';
import { rowCeiling } from './row-ceiling.ts';

/*
 * The same draw as `drawNested` on the whole menu, looking only at kinds of act that could win. The noise of waiting and of every kind is
 * drawn first, keyed as there; a kind whose ceiling plus noise stays below the best so far is neither proposed nor evaluated. The choice is
 * the same, bit for bit, because a ceiling is never below the utility of a move (`ceiling.ts`).
 * Literature: thinning by a bound (Lewis & Shedler 1979); lazy Gumbel-max with upper bounds (Maddison, Tarlow & Minka 2014).
 */

/** A kind that people propose: its number, the key of its noise, what must be so for it (`acts/needs.ts`). */
interface Proposer {
  readonly kind: number;
  readonly key: number;
  readonly person: number;
  readonly open: number;
  readonly sorts: readonly Sort[];
  readonly propose: NonNullable<ActDefinition['propose']>;
}

let proposers: readonly Proposer[] = [];
let listed = 0;
/** The proposers that come into question at a moment, their keys with that of waiting first, and the quantiles of their noise. */
let candidates = new Int32Array(0);
let keys = new Uint32Array(0);
let uniforms = new Float64Array(0);

/** By row: is its utility a bound? */
const bounded = new Uint8Array(menuCapacity);

/** The draw in progress; `need`: the utility above which the kind in question wins, or a little less. */
const draw = { tau: 1, bounded: true, most: 0, need: 0, first: -1, end: -1 };

/**
 * Draws one person's initiative, filling and evaluating the menu as far as needed. Returns the row, or −1 for waiting.
 * `occasion` is the key of the moment. With a negative weight, which no prior allows, nothing is passed over.
 */
export function glance(mind: Mind, luck: Luck, person: number, occasion: number): number {
  if (listed !== allActs().length) list();
  const { scene } = mind;
  const is = standing(scene, person);
  const open = openKinds(scene);
  let n = 0;
  for (let q = 0; q < proposers.length; q++) {
    const p = proposers[q];
    if ((p.person & ~is) !== 0 || (p.open & ~open) !== 0) continue;
    candidates[n++] = q;
    keys[n] = p.key;
  }
  begin(mind, luck, person, occasion, n, -1);
  for (let k = 0; k < n; k++) {
    const { kind, sorts, propose } = proposers[candidates[k]];
    const u = uniforms[k + 1];
    if (passes(mind, person, kind, sorts, u)) consider(mind, person, u, propose);
  }
  return end(mind, luck, occasion);
}

/** The same where only moves of one kind on one issue are in question, offered by `offer`: a turn to speak at a meeting. */
export function glanceAt(
  mind: Mind,
  luck: Luck,
  person: number,
  occasion: number,
  kind: number,
  issue: number,
  offer: NonNullable<ActDefinition['propose']>,
): number {
  if (listed !== allActs().length) list();
  keys[1] = kindKey(kind);
  begin(mind, luck, person, occasion, 1, issue);
  if (passes(mind, person, kind, tabledSortsOf(kind), uniforms[1]))
    consider(mind, person, uniforms[1], offer);
  return end(mind, luck, occasion);
}

/** Draws the noise of waiting and of `n` kinds, whose keys stand in `keys`; waiting is the best so far. */
function begin(mind: Mind, luck: Luck, person: number, occasion: number, n: number, onlyIssue: number): void {
  keys[0] = waitKey;
  uniformsAt(luck.run, occasion, keys, 0, n + 1, Purpose.kind, luck.seedLow, luck.seedHigh, uniforms);
  mind.menu.clear();
  beginOccasion(mind, person);
  draw.tau = mind.parameters.forecasts[F.nesting];
  draw.bounded = signed(mind.parameters.weights);
  draw.most = -log(-log(uniforms[0]));
  draw.first = draw.end = -1;
  if (draw.bounded) measure(mind, person, onlyIssue);
}

/** Could a kind with noise of quantile `u` win yet? Looks as closely as it must at what could make it win. */
function passes(mind: Mind, person: number, kind: number, sorts: readonly Sort[], u: number): boolean {
  if (!draw.bounded) return true;
  if (hopeless(roughCeiling(mind, kind, sorts) - draw.most, u)) return false;
  draw.need = draw.most + log(-log(u)) - rounding;
  do if (!(ceiling(mind, kind, sorts, draw.need) > draw.need)) return false;
  while (lookCloser(mind, person));
  return true;
}

/** Looks at the moves of one kind, and keeps them if they win. */
function consider(mind: Mind, person: number, u: number, offer: NonNullable<ActDefinition['propose']>): void {
  const { menu } = mind;
  const from = menu.size;
  offer(mind.scene, person, menu);
  if (menu.size === from) return;
  for (let k = from; k < menu.size; k++) plainReasons(mind, person, k);
  const value = draw.bounded ? closeIn(mind, person, from) : allOf(mind, person, from);
  const worth = value + -log(-log(u));
  if (!(worth > draw.most)) return;
  draw.most = worth;
  draw.first = from;
  draw.end = menu.size;
}

/** The value of a kind whose rows begin at `from`, all rows looked at. */
function allOf(mind: Mind, person: number, from: number): number {
  const { size } = mind.menu;
  for (let k = from; k < size; k++) {
    forecastReasons(mind, person, k);
    weigh(mind, k);
  }
  return inclusive(mind, from, size, draw.tau);
}

/**
 * The same, or −∞ as soon as it cannot win: rows begin with their bounds in place of utilities, and the highest bound gives way to the
 * utility until no bound is left.
 */
function closeIn(mind: Mind, person: number, from: number): number {
  const { utility, menu } = mind;
  const { size } = menu;
  for (let k = from; k < size; k++) {
    utility[k] = rowCeiling(mind, person, k);
    bounded[k] = 1;
  }
  for (;;) {
    const value = inclusive(mind, from, size, draw.tau);
    if (!(value > draw.need)) return Number.NEGATIVE_INFINITY;
    let highest = -1;
    for (let k = from; k < size; k++)
      if (bounded[k] === 1 && (highest < 0 || utility[k] > utility[highest])) highest = k;
    if (highest < 0) return value;
    bounded[highest] = 0;
    forecastReasons(mind, person, highest);
    weigh(mind, highest);
  }
}

const end = (mind: Mind, luck: Luck, occasion: number): number =>
  draw.first < 0 ? waiting : drawWithin(mind, luck, occasion, draw.first, draw.end, draw.tau);

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
  const found: Proposer[] = [];
  acts.forEach(({ propose, needs = [] }, kind) => {
    if (propose) found.push({ kind, key: kindKey(kind), sorts: sortsOf(kind), ...needsOf(needs), propose });
  });
  proposers = found;
  candidates = new Int32Array(found.length);
  keys = new Uint32Array(found.length + 1);
  uniforms = new Float64Array(found.length + 1);
}
