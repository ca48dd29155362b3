import { log, normalQuantile } from '../../chance/exact.ts';
import { uniformAt } from '../../chance/draws.ts';
import { mixKey } from '../../chance/keys.ts';
import { PURPOSE } from '../../chance/purposes.ts';
import { createEngine, type Engine, setLuck } from '../../run/engine.ts';
import { drawing } from '../../run/chooser.ts';
import {
  beginParticle,
  type Particle,
  type Segment,
  uncertainKeys,
  walkHistory,
  walkStep,
} from '../../run/history/given/particle.ts';
import { copyPassage, newPassage, type Passage, type Walk } from '../../run/history/given/passage.ts';
import { silent } from '../../run/history/given/silence.ts';
import type { Given } from '../../run/history/given/steps.ts';
import { takeStep } from '../../run/history/given/take.ts';
import { passTo } from '../../run/history/given/walk.ts';
import { copyState, createState, type State } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import type { Parameters } from '../../choice/parameters.ts';
import { claimsOf, nudge } from './claims.ts';
import { effectiveSize, normalise, offspring, parents } from './resample.ts';

export interface InferOptions {
  readonly seed: number;
  /** How many particles. */
  readonly particles: number;
  /** Metropolis moves of the claims: how often every particle may be walked again over its whole past (twice that, if need be); 0 for none. */
  readonly moves: number;
}

/** What sequential Monte Carlo found: particles of equal weight, and how well they stand for the posterior. */
export interface Inferred {
  readonly particles: readonly Particle[];
  /** By particle: which of the first draws it descends from. */
  readonly roots: readonly number[];
  /** By particle: log-weight of its whole path, which walking it again gives again. */
  readonly paths: readonly number[];
  /** Smallest effective sample size before a resampling, of so many particles. */
  readonly smallest: number;
  /** Effective number of first draws that the particles descend from: 1/Σ(share of each)². */
  readonly ancestors: number;
  /**
   * Effective sample size of the claims: as many independent draws would spread as widely, 1/(1 − V) with V the mean variance of
   * the claims' normal scores. 1 if all particles have the same claims.
   */
  readonly effective: number;
  /** Estimate of the log-likelihood of the record given the model, in natural units. */
  readonly evidence: number;
  readonly resamplings: number;
  readonly proposed: number;
  readonly accepted: number;
}

/** Effective sample size at which the last moves stop: twice the floor below which nothing is told. */
const enough = 16;

interface One {
  state: State;
  passage: Passage;
  segments: readonly Segment[];
  claims: Float64Array | undefined;
  root: number;
  /** Log-weight of the whole path. */
  path: number;
}

/** Progress of the inference, 0–1. */
export type Step = number;

/**
 * Sequential Monte Carlo over the acts given (Del Moral, Doucet & Jasra 2006; Chopin 2002 for the moves). Every particle is a run of the
 * engine; between acts it is weighed by the silence, at each act by the act's probability. When the effective sample size falls
 * below half, particles are resampled; now and then all of them try other claims, with the same luck, and are walked again. One
 * deterministic stage: depends on nothing but world, parameters, seed and options. Yields progress from 0 to 1.
 */
export function* infer(
  world: World,
  parameters: Parameters,
  given: Given,
  o: InferOptions,
): Generator<Step, Inferred> {
  const engine = createEngine(world, parameters);
  const spare = createEngine(world, parameters);
  const keys = uncertainKeys(engine);
  const own = engine.scene.state;
  const all = Array.from({ length: o.particles }, (_, k) => begin(engine, world, given, o.seed, k, keys));
  const logWeights = new Float64Array(o.particles);
  const n = given.marks.length;
  const tally = {
    smallest: o.particles,
    evidence: 0,
    resamplings: 0,
    proposed: 0,
    accepted: 0,
    spent: 0,
    scale: 0.8,
  };
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < all.length; i++) {
      const one = all[i] as One;
      const before = one.passage.weight;
      advanceOne(engine, given, o.seed, one, k, i);
      one.path += one.passage.weight - before;
      logWeights[i] = (logWeights[i] ?? 0) + one.passage.weight - before;
    }
    yield (k + 1) / n;
    const weights = normalise(logWeights);
    const size = effectiveSize(weights);
    if (size < tally.smallest) tally.smallest = size;
    if (size >= o.particles / 2 && k < n - 1) continue;
    tally.evidence += meanLog(logWeights);
    resample(all, weights, o.seed, k, logWeights);
    tally.resamplings++;
    yield* refresh(spare, given, o, all, keys, k, tally);
  }
  (engine.scene as { state: State }).state = own;
  return summary(all, keys, o, tally);
}

function begin(engine: Engine, world: World, given: Given, seed: number, k: number, keys: Uint32Array): One {
  const segments = [{ run: k, mark: 0 }];
  const state = createState(world);
  (engine.scene as { state: State }).state = state;
  beginParticle(engine, given, seed, { segments, claims: undefined }, keys);
  return { state, passage: newPassage(given, world.people), segments, claims: undefined, root: k, path: 0 };
}

/** Moves one particle over step k. Its state takes the engine's place: nothing is copied. */
function advanceOne(engine: Engine, given: Given, seed: number, one: One, k: number, place: number): void {
  (engine.scene as { state: State }).state = one.state;
  setLuck(engine.luck, seed, one.segments.at(-1)?.run ?? place);
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

function meanLog(logWeights: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const v of logWeights) if (v > most) most = v;
  const w = normalise(logWeights);
  let largest = 0;
  for (const v of w) if (v > largest) largest = v;
  return most - log(largest * logWeights.length);
}

/** Who goes on after step k; copies get luck of their own from the next step on. */
function resample(
  all: One[],
  weights: Float64Array,
  seed: number,
  k: number,
  logWeights: Float64Array,
): void {
  const u = keyed(seed, mixKey(PURPOSE.resample, k), 0);
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

const keyed = (seed: number, a: number, b: number): number =>
  uniformAt(0, a, b, 0, seed >>> 0, Math.floor(seed / 4294967296) >>> 0);

interface Tally {
  smallest: number;
  evidence: number;
  resamplings: number;
  proposed: number;
  accepted: number;
  /** Sweeps over the whole past that the moves so far amount to. */
  spent: number;
  /** Step of the moves, 0–1. */
  scale: number;
}

/**
 * Moves the particles apart again after a resampling at mark k: as often as needed, as far as the budget goes. On the way it is pro rata, so
 * that most of it is spent where the record teaches least and walks are short; at the end it may be doubled.
 */
function* refresh(
  spare: Engine,
  given: Given,
  o: InferOptions,
  all: One[],
  keys: Uint32Array,
  k: number,
  tally: Tally,
): Generator<Step> {
  const n = given.marks.length;
  const share = (k + 1) / n;
  const last = k === n - 1;
  const wanted = Math.min(o.particles / 2, last ? enough : 2 * enough);
  for (let sweep = 0; ; sweep++) {
    const budget = last ? 2 * o.moves : (o.moves / 2) * share;
    if (tally.spent + share > budget || spread(all, keys, o.seed) >= wanted) return;
    tally.spent += share;
    yield* moveAll(spare, given, o.seed, all, keys, k, sweep, tally);
  }
}

/**
 * Every particle tries other claims: each normal score z becomes √(1−s²)·z + s·ξ (a step that keeps the prior, Neal 1999), its luck
 * stays, and it is walked again up to here. Accepted with the ratio of the weights of the two walks, which leaves the joint
 * distribution of claims and luck given the record as it is. The step s grows or shrinks by the share accepted.
 */
function* moveAll(
  spare: Engine,
  given: Given,
  seed: number,
  all: One[],
  keys: Uint32Array,
  k: number,
  sweep: number,
  tally: Tally,
): Generator<Step> {
  const stage = mixKey(mixKey(mixKey(PURPOSE.resample, 0x6d6f7665), k), sweep);
  let accepted = 0;
  for (let i = 0; i < all.length; i++) {
    const one = all[i] as One;
    const now = claimsOf(one.claims, one.segments[0]?.run ?? 0, keys, seed);
    const claims = nudge(now, keys, tally.scale, seed, mixKey(stage, i));
    const walk = walkHistory(
      spare,
      given,
      seed,
      { segments: one.segments, claims },
      keys,
      undefined,
      passTo,
      k + 1,
    );
    if (log(keyed(seed, stage, i)) < walk.passage.weight - one.path) {
      copyState(spare.scene.state, one.state);
      copyPassage(walk.passage, one.passage);
      one.claims = claims;
      one.path = walk.passage.weight;
      accepted++;
    }
    yield (k + 1) / given.marks.length;
  }
  tally.proposed += all.length;
  tally.accepted += accepted;
  if (accepted < 0.15 * all.length) tally.scale *= 0.7;
  else if (accepted > 0.35 * all.length) tally.scale = Math.min(1, tally.scale * 1.4);
}

function summary(all: readonly One[], keys: Uint32Array, o: InferOptions, t: Tally): Inferred {
  const roots = all.map((one) => one.root);
  return {
    particles: all.map(({ segments, claims }) => ({ segments, claims })),
    roots,
    paths: all.map((one) => one.path),
    smallest: t.smallest,
    ancestors: different(roots),
    effective: spread(all, keys, o.seed),
    evidence: t.evidence,
    resamplings: t.resamplings,
    proposed: t.proposed,
    accepted: t.accepted,
  };
}

/** Effective number of different values: 1/Σ(share)². */
function different(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  let sum = 0;
  for (const c of counts.values()) sum += (c / values.length) * (c / values.length);
  return 1 / sum;
}

/** See `Inferred.effective`. What the record teaches about a claim narrows it, too, so this errs on the side of caution. */
function spread(all: readonly One[], keys: Uint32Array, seed: number): number {
  const n = all.length;
  if (keys.length === 0) return n;
  const claims = all.map((one) => claimsOf(one.claims, one.segments[0]?.run ?? 0, keys, seed));
  let variance = 0;
  for (let k = 0; k < keys.length; k++) {
    let sum = 0;
    let squares = 0;
    for (const c of claims) {
      const z = normalQuantile(c[k] ?? 0.5);
      sum += z;
      squares += z * z;
    }
    variance += squares / n - (sum / n) * (sum / n);
  }
  return Math.max(1, Math.min(n, 1 / Math.max(1 / n, 1 - variance / keys.length)));
}
