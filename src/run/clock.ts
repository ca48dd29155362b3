import { uniform2 } from '../chance/draws.ts';
import { log } from '../chance/exact.ts';
import { POWER_OFFSET, POWERS_OF_TWO } from '../chance/powers.ts';
import { PURPOSE } from '../chance/purposes.ts';
import type { Luck } from '../choice/choose.ts';
import { Effect, type Scene } from '../world/scene.ts';
import { bandCount } from '../world/state.ts';

/*
 * Who moves when. Each person has candidate points from a Poisson process at a common ceiling; a point carries a level,
 * uniform between 0 and the ceiling, and is live if the level is below his present rate. The ceiling's range of levels is
 * cut into dyadic bands, each a Poisson process of its own with points keyed (person, band, number). This is the same
 * process; but bands above a person's highest possible rate need never be looked at (quiet months are cheap), and raising
 * the ceiling adds bands that are never live, so it changes nothing at all.
 */

/** Width of the lowest band, moments a day; band k ≥ 1 covers levels from unit·2^(k−1) to unit·2^k. */
const unit = 1 / 32;

/** Lowest level of a band, moments a day. */
const floorOf = (band: number): number => (band === 0 ? 0 : unit * POWERS_OF_TWO[POWER_OFFSET + band - 1]);
/** How many levels a band covers. */
const widthOf = (band: number): number => (band === 0 ? unit : floorOf(band));

const pairs = new Float64Array(2);

/** The rate of a person's candidate moments now, per day: his tempo, raised while he is addressed, 0 while he is away. */
export function rateOf(s: Scene, person: number): number {
  const x = s.state;
  if (x.away[person]) return 0;
  const base = x.tempo[person] / 7;
  return x.addressedUntil[person] > x.clock[0] ? base * s.effects[Effect.reactionFactor] : base;
}

/** The highest rate he can reach while his tempo stays as it is. */
const highest = (s: Scene, person: number): number =>
  (s.state.tempo[person] / 7) * Math.max(1, s.effects[Effect.reactionFactor]);

/** Starts every person's clock at the state's present time. */
export function startClock(s: Scene, luck: Luck): void {
  const { world: w, state: x } = s;
  for (let p = 0; p < w.people; p++) {
    x.pointTime[p] = Number.POSITIVE_INFINITY;
    x.heap[p] = p;
    openBands(s, luck, p);
  }
  for (let k = (w.people >> 1) - 1; k >= 0; k--) sink(s, k);
}

/** Starts the bands that a person's tempo now reaches; called again when his tempo is changed. */
export function openBands(s: Scene, luck: Luck, person: number): void {
  const { world: w, state: x } = s;
  const top = highest(s, person);
  for (let band = 0; band < bandCount; band++) {
    const floor = floorOf(band);
    const cell = person * bandCount + band;
    if (floor >= top || x.bandTime[cell] === x.bandTime[cell]) continue;
    x.bandTime[cell] = w.starts;
    x.bandPoint[cell] = 0;
    do advance(s, luck, person, band);
    while (x.bandTime[cell] <= x.clock[0]);
  }
  earliest(s, person);
}

/** Draws the next point of one band: an exponential gap, and from the same block of random bits its level. */
function advance(s: Scene, luck: Luck, person: number, band: number): void {
  const x = s.state;
  const cell = person * bandCount + band;
  const width = widthOf(band);
  uniform2(
    luck.seedLow,
    luck.seedHigh,
    luck.run,
    PURPOSE.clockGap,
    s.world.personKey[person],
    band,
    x.bandPoint[cell],
    pairs,
  );
  x.bandTime[cell] += -log(pairs[0]) / width;
  x.bandLevel[cell] = pairs[1];
  x.bandPoint[cell]++;
}

function earliest(s: Scene, person: number): number {
  const x = s.state;
  let best = 0;
  let time = Number.POSITIVE_INFINITY;
  for (let band = 0; band < bandCount; band++) {
    const t = x.bandTime[person * bandCount + band];
    if (t < time) {
      time = t;
      best = band;
    }
  }
  x.pointTime[person] = time;
  return best;
}

/** The point taken from the clock: who, and the key of the moment; live or not. Reused. */
export interface Point {
  person: number;
  live: boolean;
  band: number;
  number: number;
}

/** Takes the earliest candidate point off the clock, says whether it is live, and draws that band's next. */
export function takePoint(s: Scene, luck: Luck, out: Point): void {
  const { state: x } = s;
  const person = x.heap[0];
  const band = earliest(s, person);
  const cell = person * bandCount + band;
  out.person = person;
  out.band = band;
  out.number = x.bandPoint[cell] - 1;
  const floor = floorOf(band);
  const width = widthOf(band);
  out.live = floor + width * x.bandLevel[cell] < rateOf(s, person);
  advance(s, luck, person, band);
  earliest(s, person);
  sink(s, 0);
}

/** When the next candidate point comes. */
export const nextPoint = (s: Scene): number =>
  s.world.people === 0 ? Number.POSITIVE_INFINITY : s.state.pointTime[s.state.heap[0]];

/** Restores the heap after somebody's time has changed. */
export function reheap(s: Scene): void {
  for (let k = (s.world.people >> 1) - 1; k >= 0; k--) sink(s, k);
}

function sink(s: Scene, from: number): void {
  const { heap, pointTime } = s.state;
  const n = s.world.people;
  const item = heap[from];
  let k = from;
  for (;;) {
    let child = 2 * k + 1;
    if (child >= n) break;
    if (child + 1 < n && before(pointTime, heap[child + 1], heap[child])) child++;
    if (!before(pointTime, heap[child], item)) break;
    heap[k] = heap[child];
    k = child;
  }
  heap[k] = item;
}

/** Earlier time first; equal times by the lower number, so that the order never depends on the heap's history. */
const before = (time: Float64Array, a: number, b: number): boolean =>
  time[a] < time[b] || (time[a] === time[b] && a < b);
