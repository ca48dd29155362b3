import { drawFlat, drawNested } from '../choice/choose.ts';
import type { ActDefinition } from '../acts/define.ts';
import { glance, glanceAt } from '../choice/glance.ts';
import type { Engine } from './engine.ts';

/** One moment at which somebody chooses. Every choice of every run, replay, fit and explanation passes through here. */
export interface Occasion {
  /** 0 initiative, 1 an answer, 2 a vote, 3 a proposal on the agenda. */
  kind: 0 | 1 | 2 | 3;
  person: number;
  /** Semantic key of the moment: keys the noise. */
  key: number;
  /** Procedure slot, or −1. */
  slot: number;
  /** Two-stage menu (initiative) or options one by one. */
  nested: boolean;
  mayWait: boolean;
}

/** Decides an occasion whose menu has been evaluated: the row, or −1 for waiting. */
export interface Chooser {
  readonly choose: (engine: Engine, occasion: Occasion) => number;
  /**
   * For initiative, instead of filling the whole menu: fills and evaluates it as far as its choice needs and decides. Left out by
   * choosers that have to see every option.
   */
  readonly glance?: (engine: Engine, occasion: Occasion) => number;
  /** The same for a turn to speak at a meeting: only moves of the kind on the issue, as `offer` offers them, are in question. */
  readonly glanceAt?: (
    engine: Engine,
    occasion: Occasion,
    kind: number,
    issue: number,
    offer: Offer,
  ) => number;
  /** Has every option to be looked at on this occasion all the same, as if there were neither of these? */
  readonly wholly?: (occasion: Occasion) => boolean;
}

/** Offers a person's moves. */
export type Offer = NonNullable<ActDefinition['propose']>;

/** Draws by Gumbel-max from the run's luck. */
export const drawing: Chooser = {
  glance: (engine, o) => glance(engine.mind, engine.luck, o.person, o.key),
  glanceAt: (engine, o, kind, issue, offer) =>
    glanceAt(engine.mind, engine.luck, o.person, o.key, kind, issue, offer),
  choose: (engine, o) =>
    o.nested
      ? drawNested(engine.mind, engine.luck, o.key)
      : drawFlat(engine.mind, engine.luck, o.key, o.mayWait),
};
