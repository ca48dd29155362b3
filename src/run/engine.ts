import { allActs } from '../acts/index.ts';
import { Menu } from '../acts/menu.ts';
import { uniformAt } from '../chance/draws.ts';
import { PURPOSE } from '../chance/purposes.ts';
import { mixKey } from '../chance/keys.ts';
import { BallotBox } from '../choice/ballot-box.ts';
import type { Luck } from '../choice/choose.ts';
import { createMind, type Mind } from '../choice/mind.ts';
import { initialParameters, type Parameters } from '../choice/parameters.ts';
import { drawInputs, initState } from '../world/init.ts';
import { newMove, type Move } from '../world/record.ts';
import type { Scene } from '../world/scene.ts';
import { createState } from '../world/state.ts';
import type { World } from '../world/world.ts';
import type { Chooser } from './chooser.ts';
import { drawing } from './chooser.ts';
import { startClock } from './clock.ts';
import type { Plan } from './intervene.ts';
import { emptyPlan } from './intervene.ts';

/** Everything one worker needs to run a world: made once, reused for every run; a run allocates nothing in its loop. */
export interface Engine {
  readonly scene: Scene;
  readonly mind: Mind;
  readonly luck: Luck;
  readonly box: BallotBox;
  readonly inputs: Float64Array;
  readonly move: Move;
  chooser: Chooser;
  plan: Plan;
  /** Quantiles, 0–1, of uncertain inputs by the key of their name, in place of the run's own draws; undefined: the run's own. */
  quantiles: ((key: number) => number | undefined) | undefined;
}

/** Builds an engine for a world. `parameters` are inputs: change their cells between runs at will. */
export function createEngine(world: World, parameters: Parameters = initialParameters()): Engine {
  const scene: Scene = {
    world,
    state: createState(world),
    effects: parameters.effects,
    kindNames: allActs().map((a) => a.kind),
    party: { by: new Int32Array(world.people), byCount: 0, to: new Int32Array(world.people), toCount: 0 },
    bans: [],
  };
  const mind = createMind(scene, new Menu(), parameters);
  return {
    scene,
    mind,
    luck: { seedLow: 0, seedHigh: 0, run: 0 },
    box: new BallotBox(mind),
    inputs: new Float64Array(world.inputs.length),
    move: newMove(),
    chooser: drawing,
    plan: emptyPlan,
    quantiles: undefined,
  };
}

/** Splits a seed (0 to 2^53−1) into two words. Throws a RangeError outside. */
export function setLuck(luck: Luck, seed: number, run: number): void {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`a seed is a whole number from 0 to 2^53 − 1, not ${seed}`);
  (luck as { seedLow: number }).seedLow = seed >>> 0;
  (luck as { seedHigh: number }).seedHigh = Math.floor(seed / 4294967296) >>> 0;
  luck.run = run >>> 0;
}

/**
 * Puts the engine at the first day of a run: claims drawn (or `central`: each at its median; or `claims`: each at the quantile given for
 * its key), state laid out, clocks started.
 */
export function beginRun(
  engine: Engine,
  seed: number,
  run: number,
  central = false,
  claims?: (key: number) => number,
): void {
  const { scene, luck, inputs } = engine;
  setLuck(luck, seed, run);
  const own = (key: number): number =>
    central ? 0.5 : (engine.quantiles?.(key) ?? claimQuantile(luck, key));
  drawInputs(scene.world, claims ?? own, inputs);
  initState(scene, inputs);
  engine.plan.atStart(engine);
  startClock(scene, luck);
  layCalendar(engine);
}

/** The quantile at which a run takes an uncertain claim, 0–1, by the claim's key. */
export const claimQuantile = (luck: Luck, key: number): number =>
  uniformAt(luck.run, mixKey(PURPOSE.claim, 0), key, 0, luck.seedLow, luck.seedHigh);

/** Dates of the calendar: the day is drawn within what is known, the moment within the day, keyed by the item. */
function layCalendar(engine: Engine): void {
  const { scene, luck } = engine;
  const { world: w, state: x } = scene;
  const purpose = mixKey(PURPOSE.order, 1);
  for (let c = 0; c < w.calendar.length; c++) {
    const item = w.calendar[c];
    const u = uniformAt(luck.run, purpose, item.key, 0, luck.seedLow, luck.seedHigh);
    x.calendarTime[c] = engine.plan.drops(item.id)
      ? Number.POSITIVE_INFINITY
      : item.timed
        ? item.day
        : item.day + u * (item.latest + 1 - item.day);
    let k = c;
    while (k > 0 && later(x.calendarTime, x.calendarOrder[k - 1], c)) {
      x.calendarOrder[k] = x.calendarOrder[k - 1];
      k--;
    }
    x.calendarOrder[k] = c;
  }
}

const later = (time: Float64Array, a: number, b: number): boolean => time[a] > time[b];
