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
/**
 * On the way there are at most as many sweeps as moves asked for, and fewer where walks are longer than so many marks: so that each resampling
 * costs about the same.
 */
const short = 40;
/** What a move aims at goes up with each one accepted and down with each that is not: the two balance where three in ten are. */
const up = 1.1;
const down = 0.96;
const humblest = 1;
const boldest = 16;
/** After so many moves what they taught is taken up. */
const lesson = 16;
const purpose = mixKey(PURPOSE.resample, 0x6d6f7665); // "move"

/**
 * Moves the particles apart again after a resampling at mark k: as often as needed, up to so many sweeps over all of them. Much of it is done while walks are
 * short and the particles still differ, since the few lineages that are left late are hardly moved apart again. Yields k after each walk.
 */
export function* refresh(w: Work, k: number, last: boolean): Generator<number> {
  const { options, tally } = w;
  const wanted = Math.min(options.particles / 2, last ? enough : 2 * enough);
  const most = last ? options.moves : Math.ceil(options.moves * Math.min(1, short / (k + 1)));
  for (let sweep = 0; sweep < most; sweep++) {
    if (spread(w.all, w.keys, tally.importance.of, options.seed) >= wanted) return;
    yield* moveAll(w, k, mixKey(mixKey(purpose, k), sweep));
  }
}

/**
 * Every particle tries other claims: some of them are drawn anew from their prior, those on which the record hangs less more often; its luck
 * stays, and it is walked again up to here. Accepted with the ratio of the weights of the two walks (Metropolis & Hastings; the prior
 * cancels), which leaves the joint distribution of claims and luck given the record as it is. More or fewer are renewed as moves are accepted or not.
 */
function* moveAll(w: Work, k: number, stage: number): Generator<number> {
  const { all, tally } = w;
  let chance = chances(tally.importance, tally.aim);
  for (let i = 0; i < all.length; i++) {
    const accepted = moveOne(w, all[i] as One, k, chance, stage, i);
    if (accepted) tally.accepted++;
    tally.aim = Math.max(humblest, Math.min(boldest, tally.aim * (accepted ? up : down)));
    if ((i + 1) % lesson === 0) {
      learn(tally.importance);
      chance = chances(tally.importance, tally.aim);
    }
    yield k;
  }
  tally.proposed += all.length;
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
