import { uniformAt } from '../../chance/draws.ts';
import { mixKey } from '../../chance/keys.ts';
import { PURPOSE } from '../../chance/purposes.ts';
import { drawing } from '../../run/chooser.ts';
import { type Engine, setLuck } from '../../run/engine.ts';
import { beginParticle, type Segment, walkStep } from '../../run/history/given/particle.ts';
import { copyPassage, newPassage, type Passage, type Walk } from '../../run/history/given/passage.ts';
import { silent } from '../../run/history/given/silence.ts';
import type { Given } from '../../run/history/given/steps.ts';
import { takeStep } from '../../run/history/given/take.ts';
import { passTo } from '../../run/history/given/walk.ts';
import { copyState, createState, type State } from '../../world/state.ts';
import { type Importance, newImportance } from './importance.ts';
import { offspring, parents } from './resample.ts';

export interface InferOptions {
  readonly seed: number;
  /** How many particles. */
  readonly particles: number;
  /**
   * Metropolis moves of the claims: how often every particle may be walked again after a resampling, less often on the way where walks are
   * long; 0 for none.
   */
  readonly moves: number;
}

/** A particle on its way along the record, with the state that it has come to. */
export interface One {
  state: State;
  passage: Passage;
  segments: readonly Segment[];
  claims: Float64Array | undefined;
  root: number;
  /** Log-weight of the whole path. */
  path: number;
}

/** What an inference works with. */
export interface Work {
  readonly engine: Engine;
  /** For walking particles again. */
  readonly spare: Engine;
  readonly given: Given;
  readonly options: InferOptions;
  /** Keys of the uncertain claims. */
  readonly keys: Uint32Array;
  readonly all: One[];
  readonly logWeights: Float64Array;
  readonly tally: Tally;
}

export interface Tally {
  smallest: number;
  evidence: number;
  resamplings: number;
  proposed: number;
  accepted: number;
  /** What the record hangs on, as learned so far. */
  readonly importance: Importance;
  /** Square of the change of the log-weight that a move aims at. */
  aim: number;
}

export const newTally = (particles: number, claims: number): Tally => ({
  smallest: particles,
  evidence: 0,
  resamplings: 0,
  proposed: 0,
  accepted: 0,
  importance: newImportance(claims),
  aim: 4,
});

/** Puts the state of a particle in the place of the engine's: nothing is copied. */
const use = (engine: Engine, state: State): void => {
  (engine.scene as { state: State }).state = state;
};

/** The first draws: as many particles on the first day. */
export function beginAll(engine: Engine, given: Given, o: InferOptions, keys: Uint32Array): One[] {
  const { world } = engine.scene;
  const own = engine.scene.state;
  const all = Array.from({ length: o.particles }, (_, run): One => {
    const segments = [{ run, mark: 0 }];
    const state = createState(world);
    use(engine, state);
    beginParticle(engine, o.seed, { segments, claims: undefined }, keys);
    const passage = newPassage(given, world.people);
    return { state, passage, segments, claims: undefined, root: run, path: 0 };
  });
  use(engine, own);
  return all;
}

/** The same particles once more, to be led to the end of what is given while these go on. */
export function branch(w: Work): Work {
  const { importance } = w.tally;
  return {
    ...w,
    all: w.all.map((one) => {
      const state = createState(w.engine.scene.world);
      copyState(one.state, state);
      return { ...one, state, passage: passageFor(w, one.passage) };
    }),
    logWeights: w.logWeights.slice(),
    tally: { ...w.tally, importance: { of: importance.of.slice(), tried: [...importance.tried] } },
  };
}

/** The same particles where more of the record is given. */
export function goingOn(w: Work, given: Given): Work {
  const further = { ...w, given };
  for (const one of w.all) one.passage = passageFor(further, one.passage);
  return further;
}

function passageFor({ given, engine }: Work, from: Passage): Passage {
  const passage = newPassage(given, engine.scene.world.people);
  copyPassage(from, passage);
  return passage;
}

/** Moves every particle past mark k and adds to its weight. */
export function advanceAll(w: Work, k: number): void {
  const own = w.engine.scene.state;
  w.all.forEach((one, place) => {
    const before = one.passage.weight;
    advanceOne(w, one, k, place);
    one.path += one.passage.weight - before;
    w.logWeights[place] = (w.logWeights[place] ?? 0) + one.passage.weight - before;
  });
  use(w.engine, own);
}

function advanceOne({ engine, given, options }: Work, one: One, k: number, place: number): void {
  use(engine, one.state);
  setLuck(engine.luck, options.seed, one.segments.at(-1)?.run ?? place);
  const walk: Walk = {
    engine,
    given,
    passage: one.passage,
    luck: undefined,
    trace: undefined,
    twin: false,
    planned: 0,
  };
  engine.chooser = silent(walk);
  walkStep(walk, one.segments, k, passTo, takeStep);
  engine.chooser = drawing;
}

/** Who goes on after mark k; copies get luck of their own from the next mark on. */
export function resampleAll({ all, logWeights, options }: Work, weights: Float64Array, k: number): void {
  const u = keyed(options.seed, mixKey(PURPOSE.resample, k), 0);
  const from = parents(offspring(weights, u));
  for (let place = 0; place < all.length; place++) {
    const parent = from[place] ?? place;
    if (parent === place) continue;
    const a = all[parent] as One;
    const b = all[place] as One;
    copyState(a.state, b.state);
    copyPassage(a.passage, b.passage);
    b.segments = [...a.segments, { run: place, mark: k + 1 }];
    b.claims = a.claims;
    b.root = a.root;
    b.path = a.path;
  }
  logWeights.fill(0);
}

/** A uniform of the inference itself, which belongs to no run. */
export const keyed = (seed: number, a: number, b: number): number =>
  uniformAt(0, a, b, 0, seed >>> 0, Math.floor(seed / 4294967296) >>> 0);
