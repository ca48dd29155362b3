import { kindKey, menuCapacity } from '../../../acts/menu.ts';
import { uniformAt } from '../../../chance/draws.ts';
import { mixKey } from '../../../chance/keys.ts';
import { PURPOSE } from '../../../chance/purposes.ts';
import { gumbelsGiven } from '../../../chance/truncated-gumbels.ts';
import { endOfKind, inclusive, type Luck, Purpose, waitKey } from '../../../choice/choose.ts';
import { F } from '../../../choice/forecasts/constants.ts';
import type { Mind } from '../../../choice/mind.ts';
import type { Occasion } from '../../chooser.ts';

/** Noise of the alternatives of one occasion by key: of the kinds (or of the options, in a flat menu) and of the options within a kind. */
interface Held {
  readonly keys: Uint32Array;
  readonly noise: Float64Array;
  readonly withinKeys: Uint32Array;
  readonly within: Float64Array;
}

const nothing = new Uint32Array(0);
const silent = new Float64Array(0);

/**
 * The luck of one particle, where it is not simply what its keys give: the noise of occasions at which chance alone would have
 * had somebody do otherwise than history says, drawn anew given what he did. Also, which occasions there were.
 */
export class ConditionedLuck {
  private readonly held = new Map<number, Held>();
  private readonly occasions = new Set<number>();
  private readonly struck = new Set<number>();

  clear(): void {
    this.held.clear();
    this.occasions.clear();
    this.struck.clear();
  }

  /** A moment that the clock's free luck had, and that history's cannot have had. */
  strike(occasion: number): void {
    this.struck.add(occasion);
  }

  isStruck(occasion: number): boolean {
    return this.struck.has(occasion);
  }

  /** An occasion of the world that history belongs to. */
  note(occasion: number): void {
    this.occasions.add(occasion);
  }

  /** Was there such an occasion? If not, its noise is fresh. */
  knows(occasion: number): boolean {
    return this.occasions.has(occasion);
  }

  has(occasion: number): boolean {
    return this.held.has(occasion);
  }

  /** How many occasions had to be drawn anew, or struck out. */
  get size(): number {
    return this.held.size + this.struck.size;
  }

  hold(occasion: number, keys: Uint32Array, noise: Float64Array, n: number): void {
    this.held.set(occasion, {
      keys: keys.slice(0, n),
      noise: noise.slice(0, n),
      withinKeys: nothing,
      within: silent,
    });
  }

  holdWithin(occasion: number, keys: Uint32Array, noise: Float64Array, n: number): void {
    const h = this.held.get(occasion);
    if (h) this.held.set(occasion, { ...h, withinKeys: keys.slice(0, n), within: noise.slice(0, n) });
  }

  /** Replaces free noise by what is held, for alternatives of the first stage. */
  overlay(occasion: number, keys: Uint32Array, noise: Float64Array, n: number): void {
    const h = this.held.get(occasion);
    if (h) replace(h.keys, h.noise, keys, noise, 0, n);
  }

  /** The same for options within a kind, rows from…to. */
  overlayWithin(occasion: number, keys: Uint32Array, noise: Float64Array, from: number, to: number): void {
    const h = this.held.get(occasion);
    if (h) replace(h.withinKeys, h.within, keys, noise, from, to);
  }
}

function replace(
  heldKeys: Uint32Array,
  held: Float64Array,
  keys: Uint32Array,
  noise: Float64Array,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k++) {
    const at = heldKeys.indexOf(keys[k]);
    if (at >= 0) noise[k] = held[at];
  }
}

const keys = new Uint32Array(menuCapacity + 1);
const values = new Float64Array(menuCapacity + 1);
const uniforms = new Float64Array(menuCapacity + 1);
const noise = new Float64Array(menuCapacity + 1);
const anew = {
  kind: mixKey(PURPOSE.abduction, Purpose.kind),
  option: mixKey(PURPOSE.abduction, Purpose.option),
};

/**
 * Draws the noise of an evaluated occasion given that `row` (−1 waiting) was chosen, and holds it. Keys are those of the free draw,
 * under a purpose of their own. In a nested menu both stages are conditioned; kinds not chosen keep free noise within.
 */
export function condition(into: ConditionedLuck, mind: Mind, luck: Luck, o: Occasion, row: number): void {
  if (o.nested) conditionNested(into, mind, luck, o.key, row);
  else conditionFlat(into, mind, luck, o.key, row);
}

function conditionFlat(into: ConditionedLuck, mind: Mind, luck: Luck, occasion: number, row: number): void {
  const { menu, utility } = mind;
  const n = menu.size;
  for (let k = 0; k < n; k++) {
    keys[k] = menu.key[k];
    values[k] = utility[k];
  }
  keys[n] = waitKey;
  values[n] = 0;
  draw(luck, occasion, n + 1, row < 0 ? n : row, anew.option);
  into.hold(occasion, keys, noise, n + 1);
}

function conditionNested(into: ConditionedLuck, mind: Mind, luck: Luck, occasion: number, row: number): void {
  const { menu, utility } = mind;
  const tau = mind.parameters.forecasts[F.nesting];
  let kinds = 0;
  let chosen = -1;
  let first = 0;
  let end = 0;
  for (let from = 0; from < menu.size; kinds++) {
    const to = endOfKind(mind, from);
    keys[kinds] = kindKey(menu.kind[from]);
    values[kinds] = inclusive(mind, from, to, tau);
    if (row >= from && row < to) {
      chosen = kinds;
      first = from;
      end = to;
    }
    from = to;
  }
  keys[kinds] = waitKey;
  values[kinds] = 0;
  draw(luck, occasion, kinds + 1, chosen < 0 ? kinds : chosen, anew.kind);
  into.hold(occasion, keys, noise, kinds + 1);
  if (end - first < 2) return;
  for (let k = first; k < end; k++) {
    keys[k - first] = menu.key[k];
    values[k - first] = utility[k] / tau;
  }
  draw(luck, occasion, end - first, row - first, anew.option);
  into.holdWithin(occasion, keys, noise, end - first);
}

function draw(luck: Luck, occasion: number, n: number, chosen: number, purpose: number): void {
  for (let k = 0; k < n; k++)
    uniforms[k] = uniformAt(luck.run, occasion, keys[k], purpose, luck.seedLow, luck.seedHigh);
  gumbelsGiven(values, n, chosen, uniforms, noise);
}
