import type { Sort } from '../acts/reach.ts';
import { own } from './bounds/own.ts';
import { forecastReasons, plainReasons, weigh } from './evaluate.ts';
import type { Mind } from './mind.ts';
import { rowCeiling } from './row-ceiling.ts';

/*
 * A look at the moves of one sort alone, before all moves of the kind are proposed: first at their bounds, then at what they are worth.
 * They stand behind the menu, which does not grow by them. None of their kind may be in it yet: a move that is would not be offered twice. One set of scratch cells serves a worker.
 */

/** By sort: the moment of the last look and how close it was (1 bounds, 2 utilities), and the most that was found. */
let moment = new Float64Array(64);
let depth = new Uint8Array(64);
let found = new Float64Array(64);
/** The rows of the last look. */
const rows = { from: 0, to: 0 };

/** The most that a sort's moves are worth as far as they have been looked at; +∞ if they have not. */
export const probed = (sort: Sort): number =>
  moment[sort.number] === own.moment ? found[sort.number] : Number.POSITIVE_INFINITY;

/** Looks closer at the moves of a sort; false if it cannot look closer. */
export function probe(mind: Mind, person: number, sort: Sort): boolean {
  if (!sort.offer) return false;
  const k = sort.number;
  if (k >= moment.length) grow(2 * k);
  if (moment[k] !== own.moment) {
    moment[k] = own.moment;
    depth[k] = 1;
    found[k] = bounds(mind, person, sort.offer);
    return true;
  }
  if (depth[k] !== 1) return false;
  depth[k] = 2;
  found[k] = utilities(mind, person);
  return true;
}

function bounds(mind: Mind, person: number, offer: NonNullable<Sort['offer']>): number {
  const { menu, utility } = mind;
  rows.from = menu.size;
  offer(mind.scene, person, menu);
  rows.to = menu.size;
  menu.size = rows.from;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = rows.from; k < rows.to; k++) {
    plainReasons(mind, person, k);
    utility[k] = rowCeiling(mind, person, k);
    if (utility[k] > most) most = utility[k];
  }
  return most;
}

/** Those whose bounds are higher than what has been found; the others are worth less. */
function utilities(mind: Mind, person: number): number {
  const { utility } = mind;
  let most = Number.NEGATIVE_INFINITY;
  for (;;) {
    let highest = -1;
    for (let k = rows.from; k < rows.to; k++)
      if (utility[k] > most && (highest < 0 || utility[k] > utility[highest])) highest = k;
    if (highest < 0) return most;
    forecastReasons(mind, person, highest);
    weigh(mind, highest);
    const worth = utility[highest];
    utility[highest] = Number.NEGATIVE_INFINITY;
    if (worth > most) most = worth;
  }
}

function grow(sorts: number): void {
  const keep = [moment, depth, found] as const;
  moment = new Float64Array(sorts);
  depth = new Uint8Array(sorts);
  found = new Float64Array(sorts);
  moment.set(keep[0]);
  depth.set(keep[1]);
  found.set(keep[2]);
}
