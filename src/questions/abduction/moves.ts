import { log } from '../../chance/exact.ts';
import { mixKey } from '../../chance/keys.ts';
import { PURPOSE } from '../../chance/purposes.ts';
import { walkHistory } from '../../run/history/given/particle.ts';
import { copyPassage } from '../../run/history/given/passage.ts';
import { passTo } from '../../run/history/given/walk.ts';
import { copyState } from '../../world/state.ts';
import { claimsOf, renew } from './claims.ts';
import { chances, learn, note } from './importance.ts';
import { keyed, type One, type Work } from './population.ts';
import { spread } from './spread.ts';

/** Effective sample size at which the last moves stop: twice the floor below which nothing is told. */
const enough = 16;
const purpose = mixKey(PURPOSE.resample, 0x6d6f7665); // "move"

/**
 * Moves the particles apart again after a resampling at mark k: as often as needed, as far as the budget goes. On the way it is pro rata, so
 * that most of it is spent where the record teaches least and walks are short; at the end it may be doubled. Yields progress.
 */
export function* refresh(w: Work, k: number): Generator<number> {
  const { given, options, tally } = w;
  const share = (k + 1) / given.marks.length;
  const last = k === given.marks.length - 1;
  const wanted = Math.min(options.particles / 2, last ? enough : 2 * enough);
  const budget = last ? 2 * options.moves : (options.moves / 2) * share;
  for (let sweep = 0; ; sweep++) {
    if (tally.spent + share > budget || spread(w.all, w.keys, tally.importance.of, options.seed) >= wanted)
      return;
    tally.spent += share;
    yield* moveAll(w, k, mixKey(mixKey(purpose, k), sweep));
  }
}

/**
 * Every particle tries other claims: some of them are drawn anew from their prior, those on which the record hangs less more often; its luck
 * stays, and it is walked again up to here. Accepted with the ratio of the weights of the two walks (Metropolis & Hastings; the prior
 * cancels), which leaves the joint distribution of claims and luck given the record as it is. More or fewer are renewed by the share accepted.
 */
function* moveAll(w: Work, k: number, stage: number): Generator<number> {
  const { all, tally, given } = w;
  const chance = chances(tally.importance, tally.level);
  let accepted = 0;
  for (let i = 0; i < all.length; i++) {
    if (moveOne(w, all[i] as One, k, chance, stage, i)) accepted++;
    yield (k + 1) / given.marks.length;
  }
  tally.proposed += all.length;
  tally.accepted += accepted;
  learn(tally.importance);
  if (accepted < 0.2 * all.length) tally.level *= 0.5;
  else if (accepted > 0.4 * all.length) tally.level *= 2;
}

function moveOne(w: Work, one: One, k: number, chance: Float64Array, stage: number, i: number): boolean {
  const { spare, given, keys, tally } = w;
  const { seed } = w.options;
  const { segments } = one;
  const now = claimsOf(one.claims, segments[0]?.run ?? 0, keys, seed);
  const claims = renew(now, keys, chance, seed, mixKey(stage, i));
  const { passage } = walkHistory(spare, given, seed, { segments, claims }, keys, undefined, passTo, k + 1);
  note(tally.importance, now, claims, passage.weight - one.path);
  if (!(log(keyed(seed, stage, i)) < passage.weight - one.path)) return false;
  copyState(spare.scene.state, one.state);
  copyPassage(passage, one.passage);
  one.claims = claims;
  one.path = passage.weight;
  return true;
}
