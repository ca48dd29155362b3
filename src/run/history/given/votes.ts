import { isAdopted } from '../../../acts/procedures/motion.ts';
import { log } from '../../../chance/exact.ts';
import { mixKey } from '../../../chance/keys.ts';
import { gumbelAt, uniformAt } from '../../../chance/draws.ts';
import { PURPOSE } from '../../../chance/purposes.ts';
import { gumbelsGiven } from '../../../chance/truncated-gumbels.ts';
import { type Luck, probabilities, Purpose } from '../../../choice/choose.ts';
import type { Engine } from '../../engine.ts';
import type { ConditionedLuck } from './luck.ts';

/** Votes, in the order of the menu; the third is neither. */
export const yes = 0;
export const no = 1;
export const neither = 2;

/**
 * Those who vote on one motion, one entry for each person and for each group of a bloc. Reused; grows.
 * `fixed` is a vote known beforehand, −1 if it is to be drawn.
 */
export interface Roll {
  n: number;
  person: Int32Array;
  key: Uint32Array;
  weight: Int32Array;
  fixed: Int8Array;
  vote: Int8Array;
  /** Probabilities of yes and of no, and the utilities behind them. */
  p: Float64Array;
  q: Float64Array;
  utility: Float64Array;
}

export const newRoll = (size = 64): Roll => ({
  n: 0,
  person: new Int32Array(size),
  key: new Uint32Array(size),
  weight: new Int32Array(size),
  fixed: new Int8Array(size),
  vote: new Int8Array(size),
  p: new Float64Array(size),
  q: new Float64Array(size),
  utility: new Float64Array(2 * size),
});

/** Most groups in which a bloc votes, as in the run's ballots. */
const mostGroups = 64;

/** Solves the ballot of the motion in `slot` and lists who votes, with keys under `base`. `known` gives votes known beforehand. */
export function callRoll(
  engine: Engine,
  slot: number,
  base: number,
  known: (person: number) => number,
  into: Roll,
): void {
  const { box, mind, scene: s } = engine;
  box.open(slot);
  into.n = 0;
  for (let j = 0; j < box.n; j++) {
    box.reckon(j);
    const person = box.voter[j];
    const may = mind.menu.size >= 2;
    const p = may ? probabilities(mind, false, true) : undefined;
    const groups = Math.min(mostGroups, box.seats[j]);
    for (let g = 0; g < groups; g++) {
      const at = into.n++;
      if (at >= into.person.length) grow(into);
      into.person[at] = person;
      into.key[at] = mixKey(mixKey(base, s.world.personKey[person]), g);
      into.weight[at] = shareOf(s.world.size[person], g, groups);
      into.fixed[at] = may ? known(person) : neither;
      into.p[at] = p ? p[0] : 0;
      into.q[at] = p ? p[1] : 0;
      into.utility[2 * at] = may ? mind.utility[0] : 0;
      into.utility[2 * at + 1] = may ? mind.utility[1] : 0;
    }
  }
}

/** Votes of the g-th of a bloc's groups: whole numbers that add up to its size. */
const shareOf = (size: number, g: number, groups: number): number =>
  Math.floor(((g + 1) * size) / groups) - Math.floor((g * size) / groups);

function grow(r: Roll): void {
  const wider = newRoll(2 * r.person.length);
  for (const field of ['person', 'key', 'weight', 'fixed', 'vote', 'p', 'q', 'utility'] as const) {
    wider[field].set(r[field] as never);
    (r as unknown as Record<string, unknown>)[field] = wider[field];
  }
}

const values = new Float64Array(3);
const noise = new Float64Array(3);
const uniforms = new Float64Array(3);
const optionKeys = Uint32Array.of(1, 2, 3);
const anew = mixKey(PURPOSE.abduction, Purpose.ballot);

/** The vote that a person's noise gives: free, or held where it had to be conditioned. */
export function voteOf(luck: Luck, held: ConditionedLuck | undefined, r: Roll, at: number): number {
  const key = r.key[at];
  for (let o = 0; o < 3; o++)
    noise[o] = gumbelAt(luck.run, key, optionKeys[o], Purpose.ballot, luck.seedLow, luck.seedHigh);
  held?.overlay(key, optionKeys, noise, 3);
  const a = r.utility[2 * at] + noise[yes];
  const b = r.utility[2 * at + 1] + noise[no];
  const c = noise[neither];
  return a > b && a > c ? yes : b > c ? no : neither;
}

/** Draws the noise of a vote given how it was cast, unless free noise gives it anyway. */
export function conditionVote(luck: Luck, held: ConditionedLuck, r: Roll, at: number): void {
  held.note(r.key[at]);
  if (voteOf(luck, undefined, r, at) === r.vote[at]) return;
  values[yes] = r.utility[2 * at];
  values[no] = r.utility[2 * at + 1];
  values[neither] = 0;
  for (let o = 0; o < 3; o++)
    uniforms[o] = uniformAt(luck.run, r.key[at], optionKeys[o], anew, luck.seedLow, luck.seedHigh);
  gumbelsGiven(values, 3, r.vote[at], uniforms, noise);
  held.hold(r.key[at], optionKeys, noise, 3);
}

/** Is it carried as the votes stand? */
export function carried(engine: Engine, slot: number, r: Roll): boolean {
  const tally = [0, 0, 0];
  for (let at = 0; at < r.n; at++) tally[r.vote[at]] += r.weight[at];
  return isAdopted(engine.scene, slot, tally[yes], tally[no], tally[neither]);
}

/** Log-probability of the votes fixed beforehand, but for those that `skip` names (they have been weighed already). */
export function weighFixed(r: Roll, skip: (person: number) => boolean): number {
  let sum = 0;
  for (let at = 0; at < r.n; at++) {
    const vote = r.fixed[at];
    if (vote < 0 || skip(r.person[at])) continue;
    const chance = vote === yes ? r.p[at] : vote === no ? r.q[at] : 1 - r.p[at] - r.q[at];
    sum += log(Math.max(1e-12, chance));
  }
  return sum;
}
