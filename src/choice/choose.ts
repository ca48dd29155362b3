import { uniformAt } from '../chance/draws.ts';
import { exp, log } from '../chance/exact.ts';
import { gumbelsAt } from '../chance/gumbels.ts';
import { mixKey } from '../chance/keys.ts';
import { kindKey, menuCapacity } from '../acts/menu.ts';
import { F } from './forecasts/constants.ts';
import type { Mind } from './mind.ts';

/** What identifies the noise of a run: the seed (two words) and the run's number. */
export interface Luck {
  readonly seedLow: number;
  readonly seedHigh: number;
  run: number;
}

/** Purposes of draws: what a number is for. */
export const Purpose = {
  option: 1,
  kind: 2,
  gap: 3,
  claim: 4,
  order: 5,
  ballot: 6,
  bloc: 7,
  presence: 8,
  date: 9,
} as const;

/** Waiting: what is chosen when no option is. */
export const waiting = -1;

export const waitKey = 0x77616974; // "wait"

/** Keys of the alternatives drawn from, waiting last, and their noise. */
const keys = new Uint32Array(menuCapacity + 1);
/** The noise of the last draw: of the options in order, then of waiting; for a nested draw of the rows of the kind chosen. */
export const noise = new Float64Array(menuCapacity + 1);

/**
 * Draws among options taken one by one (answers, ballots): argmax of utility + Gumbel noise keyed to the option's meaning;
 * waiting has utility 0. `occasion` is the key of the occasion. Returns the row, or −1 for waiting.
 */
export function drawFlat(mind: Mind, luck: Luck, occasion: number, mayWait: boolean): number {
  const { menu, utility } = mind;
  const n = menu.size;
  for (let k = 0; k < n; k++) keys[k] = menu.key[k];
  keys[n] = waitKey;
  gumbelsAt(
    luck.run,
    occasion,
    keys,
    0,
    mayWait ? n + 1 : n,
    Purpose.option,
    luck.seedLow,
    luck.seedHigh,
    noise,
  );
  let best = waiting;
  let most = mayWait ? noise[n] : Number.NEGATIVE_INFINITY;
  for (let k = 0; k < n; k++) {
    const u = utility[k] + noise[k];
    if (u > most) {
      most = u;
      best = k;
    }
  }
  return best;
}

/**
 * Draws from a menu in two stages, the kind of act first: V(kind) = τ·(log Σ exp(V/τ) − log n), so a long list of targets
 * makes an act no likelier; then the target within the kind, with noise of scale τ. Rows of a kind stand together.
 * Literature: nested logit (McFadden 1978), size-neutral by the −log n.
 */
export function drawNested(mind: Mind, luck: Luck, occasion: number): number {
  const { menu } = mind;
  const tau = mind.parameters.forecasts[F.nesting];
  const size = menu.size;
  let kinds = 0;
  for (let from = 0; from < size; from = endOfKind(mind, from)) keys[kinds++] = kindKey(menu.kind[from]);
  keys[kinds] = waitKey;
  gumbelsAt(luck.run, occasion, keys, 0, kinds + 1, Purpose.kind, luck.seedLow, luck.seedHigh, noise);
  let most = noise[kinds];
  let first = -1;
  let end = -1;
  for (let from = 0, kind = 0; from < size; kind++) {
    const to = endOfKind(mind, from);
    const u = inclusive(mind, from, to, tau) + noise[kind];
    if (u > most) {
      most = u;
      first = from;
      end = to;
    }
    from = to;
  }
  return first < 0 ? waiting : drawWithin(mind, luck, occasion, first, end, tau);
}

function drawWithin(mind: Mind, luck: Luck, occasion: number, from: number, to: number, tau: number): number {
  if (to - from === 1) return from;
  const { menu, utility } = mind;
  gumbelsAt(luck.run, occasion, menu.key, from, to, Purpose.option, luck.seedLow, luck.seedHigh, noise);
  let best = from;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = from; k < to; k++) {
    const u = utility[k] / tau + noise[k];
    if (u > most) {
      most = u;
      best = k;
    }
  }
  return best;
}

/** First row after those of the kind that begins at `from`. */
export function endOfKind(mind: Mind, from: number): number {
  const { menu } = mind;
  let to = from + 1;
  while (to < menu.size && menu.kind[to] === menu.kind[from]) to++;
  return to;
}

/** The value of a kind with rows from…to: τ·(log mean exp(V/τ)). */
export function inclusive(mind: Mind, from: number, to: number, tau: number): number {
  const u = mind.utility;
  if (to - from === 1) return u[from];
  let most = u[from];
  for (let k = from + 1; k < to; k++) if (u[k] > most) most = u[k];
  let sum = 0;
  for (let k = from; k < to; k++) sum += exp((u[k] - most) / tau);
  return most + tau * log(sum / (to - from));
}

/** Probabilities of every option and (last cell) of waiting. `nested` as in `drawNested`. */
export function probabilities(mind: Mind, nested: boolean, mayWait: boolean): Float64Array {
  const { menu, utility, probability: p } = mind;
  const n = menu.size;
  const tau = nested ? mind.parameters.forecasts[F.nesting] : 1;
  let most = mayWait ? 0 : Number.NEGATIVE_INFINITY;
  for (let from = 0; from < n; from = nested ? endOfKind(mind, from) : from + 1) {
    const v = nested ? inclusive(mind, from, endOfKind(mind, from), tau) : utility[from];
    if (v > most) most = v;
  }
  let total = mayWait ? exp(-most) : 0;
  const waitShare = total;
  for (let from = 0; from < n; ) {
    const to = nested ? endOfKind(mind, from) : from + 1;
    const share = exp((nested ? inclusive(mind, from, to, tau) : utility[from]) - most);
    total += share;
    splitKind(mind, from, to, tau, share);
    from = to;
  }
  for (let k = 0; k < n; k++) p[k] /= total;
  p[n] = waitShare / total;
  return p;
}

function splitKind(mind: Mind, from: number, to: number, tau: number, share: number): void {
  const { utility, probability: p } = mind;
  let most = utility[from];
  for (let k = from + 1; k < to; k++) if (utility[k] > most) most = utility[k];
  let sum = 0;
  for (let k = from; k < to; k++) sum += exp((utility[k] - most) / tau);
  for (let k = from; k < to; k++) p[k] = (share * exp((utility[k] - most) / tau)) / sum;
}

/** A keyed uniform of the run, strictly between 0 and 1. */
export const uniformOf = (luck: Luck, purpose: number, a: number, b: number): number =>
  uniformAt(luck.run, a, b, purpose, luck.seedLow, luck.seedHigh);

/** Key of an occasion from its parts. */
export const occasionKey = (a: number, b: number, c: number): number => mixKey(mixKey(a, b), c);
