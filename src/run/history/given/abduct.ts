import { kindKey, menuCapacity } from '../../../acts/menu.ts';
import { gumbelsAt } from '../../../chance/gumbels.ts';
import { endOfKind, inclusive, type Luck, Purpose, waiting, waitKey } from '../../../choice/choose.ts';
import { glance, glanceAt } from '../../../choice/glance.ts';
import { F } from '../../../choice/forecasts/constants.ts';
import type { Mind } from '../../../choice/mind.ts';
import { ActFlag } from '../../../world/state.ts';
import { type Chooser, drawing, type Occasion } from '../../chooser.ts';
import type { Engine } from '../../engine.ts';
import type { ConditionedLuck } from './luck.ts';

const keys = new Uint32Array(menuCapacity + 1);
const noise = new Float64Array(menuCapacity + 1);

/** How often a twin came to occasions that the world of history had not, and acted on them. */
export interface Fresh {
  acts: number;
}

/**
 * Chooses with the luck that history implies: held noise where the occasion had to be conditioned, else the noise that its keys
 * give. What is done on an occasion that history's world had not is marked: its luck is fresh, so of it the answer says what
 * would be likely, not what would have been. Where noise is held it looks at every option: what may win is known beforehand only of free noise.
 */
export const abducting = (luck: ConditionedLuck, fresh: Fresh): Chooser => {
  const mark = (engine: Engine, o: Occasion, row: number): number => {
    if (row >= 0 && !luck.knows(o.key)) {
      engine.mind.menu.flags[row] |= ActFlag.fresh;
      fresh.acts++;
    }
    return row;
  };
  return {
    wholly: (o) => luck.has(o.key),
    glance: (engine, o) =>
      luck.isStruck(o.key)
        ? pass(engine)
        : mark(engine, o, glance(engine.mind, engine.luck, o.person, o.key)),
    glanceAt: (engine, o, kind, issue, offer) =>
      luck.isStruck(o.key)
        ? pass(engine)
        : mark(engine, o, glanceAt(engine.mind, engine.luck, o.person, o.key, kind, issue, offer)),
    choose: (engine, o) => {
      if (luck.isStruck(o.key)) return waiting;
      if (!luck.has(o.key)) return mark(engine, o, drawing.choose(engine, o));
      const abduct = o.nested ? abductNested : abductFlat;
      return mark(engine, o, abduct(engine.mind, engine.luck, o.key, luck));
    },
  };
};

/** Waits without a look at any option. */
const pass = (engine: Engine): number => {
  engine.mind.menu.clear();
  return waiting;
};

/** Draws freely and notes the occasion: what the world of history does once it is left to itself. */
export const noting = (luck: ConditionedLuck): Chooser => ({
  glance: (engine, o) => {
    luck.note(o.key);
    return glance(engine.mind, engine.luck, o.person, o.key);
  },
  glanceAt: (engine, o, kind, issue, offer) => {
    luck.note(o.key);
    return glanceAt(engine.mind, engine.luck, o.person, o.key, kind, issue, offer);
  },
  choose: (engine, o) => {
    luck.note(o.key);
    return drawing.choose(engine, o);
  },
});

function abductFlat(mind: Mind, luck: Luck, occasion: number, held: ConditionedLuck): number {
  const { menu, utility } = mind;
  const n = menu.size;
  for (let k = 0; k < n; k++) keys[k] = menu.key[k];
  keys[n] = waitKey;
  gumbelsAt(luck.run, occasion, keys, 0, n + 1, Purpose.option, luck.seedLow, luck.seedHigh, noise);
  held.overlay(occasion, keys, noise, n + 1);
  let best = waiting;
  let most = noise[n];
  for (let k = 0; k < n; k++) {
    const u = utility[k] + noise[k];
    if (u > most) {
      most = u;
      best = k;
    }
  }
  return best;
}

function abductNested(mind: Mind, luck: Luck, occasion: number, held: ConditionedLuck): number {
  const { menu } = mind;
  const tau = mind.parameters.forecasts[F.nesting];
  let kinds = 0;
  for (let from = 0; from < menu.size; from = endOfKind(mind, from)) keys[kinds++] = kindKey(menu.kind[from]);
  keys[kinds] = waitKey;
  gumbelsAt(luck.run, occasion, keys, 0, kinds + 1, Purpose.kind, luck.seedLow, luck.seedHigh, noise);
  held.overlay(occasion, keys, noise, kinds + 1);
  let most = noise[kinds];
  let first = -1;
  let end = -1;
  for (let from = 0, kind = 0; from < menu.size; kind++) {
    const to = endOfKind(mind, from);
    const u = inclusive(mind, from, to, tau) + noise[kind];
    if (u > most) {
      most = u;
      first = from;
      end = to;
    }
    from = to;
  }
  return first < 0 ? waiting : abductWithin(mind, luck, occasion, held, first, end);
}

function abductWithin(
  mind: Mind,
  luck: Luck,
  occasion: number,
  held: ConditionedLuck,
  from: number,
  to: number,
): number {
  if (to - from === 1) return from;
  const { menu, utility } = mind;
  const tau = mind.parameters.forecasts[F.nesting];
  gumbelsAt(luck.run, occasion, menu.key, from, to, Purpose.option, luck.seedLow, luck.seedHigh, noise);
  held.overlayWithin(occasion, menu.key, noise, from, to);
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
