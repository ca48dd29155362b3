import { pow } from '../chance/exact.ts';
import { type Actor, positionsOf, spreadOf } from './actor.ts';
import { influenceMedian } from './median.ts';

/** What one actor takes from another in one round. */
export interface Move {
  readonly actor: string;
  /** To whom he yields. */
  readonly to: string;
  readonly kind: 'defeated' | 'compromises' | 'yields';
  readonly from: number;
  readonly position: number;
}

export interface Challenge {
  /** Median by influence after the last round, 0–100; NaN without influence. */
  readonly value: number;
  /** The same before the first round. */
  readonly before: number;
  /** Moves of each round; the last round may have none. */
  readonly rounds: readonly (readonly Move[])[];
}

/** Rounds after which it ends even if somebody still moves, and the move (of 100) that counts as none. */
const [most, still] = [10, 0.5];
/** Chance that an unchallenged opponent stays where he is (Bueno de Mesquita 1994). */
const stays = 0.5;

/** Everything that depends on where all stand, for one round. */
interface Field {
  readonly actors: readonly Actor[];
  readonly range: number;
  readonly median: number;
  /** Chance that a challenge by somebody at a to somebody at b succeeds. */
  readonly success: (a: number, b: number) => number;
}

/**
 * The challenge or expected-utility model (Bueno de Mesquita in Bueno de Mesquita & Stokman, European Community Decision Making, 1994;
 * Scholz, Calbert & Smith, J. Theor. Polit. 23 (2011) 510–531). Everybody reckons what he and each other expect from challenging one
 * another; who expects to lose by it moves: wholly (he is beaten, or yields) or in proportion (a compromise). Of several offers he takes
 * the one that moves him least. Rounds go on until nobody moves.
 *
 * The original program was never published, and its replications differ. Here: P(i beats j) is the share of c·s·(distance to j − distance
 * to i) in favour of i; the status quo holds with chance ½; risk acceptance compares one's danger with the danger at the other positions
 * held. It is a baseline, not a reproduction of published forecasts.
 */
export function challenge(actors: readonly Actor[]): Challenge {
  const before = influenceMedian(actors).value;
  const rounds: (readonly Move[])[] = [];
  let now = actors;
  while (rounds.length < most && spreadOf(now) > 0) {
    const moves = roundOf(fieldOf(now));
    rounds.push(moves);
    now = now.map((a) => ({ ...a, position: moves.find((m) => m.actor === a.id)?.position ?? a.position }));
    if (moves.every((m) => Math.abs(m.position - m.from) < still)) break;
  }
  return { value: influenceMedian(now).value, before, rounds };
}

function fieldOf(actors: readonly Actor[]): Field {
  const chances = new Map<string, number>();
  const key = (a: number, b: number): string => `${a} ${b}`;
  const positions = positionsOf(actors);
  for (const a of positions) for (const b of positions) chances.set(key(a, b), chanceOf(actors, a, b));
  return {
    actors,
    range: spreadOf(actors),
    median: influenceMedian(actors).value,
    success: (a, b) => chances.get(key(a, b)) ?? 0,
  };
}

/** Share of the weighted votes for a among those cast between a and b; ½ where nobody cares. */
export function chanceOf(actors: readonly Actor[], a: number, b: number): number {
  let pro = 0;
  let all = 0;
  for (const k of actors) {
    const vote = k.capability * k.salience * (Math.abs(k.position - b) - Math.abs(k.position - a));
    pro += Math.max(0, vote);
    all += Math.abs(vote);
  }
  return all === 0 ? 0.5 : pro / all;
}

/** 2 − 4·half^r: the utility of a share of the scale, for risk exponent r. */
const utility = (half: number, risk: number): number => 2 - 4 * pow(half, risk);

/** What `i` at x gains by challenging somebody at y of that salience, as seen with a risk exponent. */
function expected(f: Field, x: number, y: number, salience: number, risk: number): number {
  const apart = Math.abs(x - y) / f.range;
  const success = utility(0.5 - 0.5 * apart, risk);
  const failure = utility(0.5 + 0.5 * apart, risk);
  const p = f.success(x, y);
  const challenged = salience * (p * success + (1 - p) * failure) + (1 - salience) * success;
  // Left alone, the other either stays or drifts towards the median, which may bring him nearer or take him away.
  const drift = 0.25 * (Math.abs(x - f.median) / f.range + apart);
  const nearer = Math.abs(x - f.median) < Math.abs(x - y);
  const drifted = utility(nearer ? 0.5 - Math.min(0.5, drift) : 0.5 + drift, risk);
  return challenged - stays * utility(0.5, risk) - (1 - stays) * drifted;
}

/** How much all others together expect from challenging `a` if he stood at x. */
const danger = (f: Field, a: Actor, x: number): number =>
  f.actors.reduce(
    (sum, j) => (j === a || j.position === x ? sum : sum + expected(f, j.position, x, a.salience, 1)),
    0,
  );

/** Risk exponent ½–2 from security: who is as safe as he can be avoids risk no more than he must. */
function riskOf(f: Field, a: Actor): number {
  const all = positionsOf(f.actors).map((x) => danger(f, a, x));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (high === low) return 1;
  const acceptance = (2 * danger(f, a, a.position) - high - low) / (high - low);
  return (1 - acceptance / 3) / (1 + acceptance / 3);
}

function roundOf(f: Field): readonly Move[] {
  return f.actors.flatMap((a) => {
    const risk = riskOf(f, a);
    const offers = f.actors.flatMap((j) => offerOf(f, a, j, risk) ?? []);
    const moved = (m: Move): number => Math.abs(m.position - m.from);
    const [first, ...rest] = offers;
    if (!first) return [];
    return [rest.reduce((least, m) => (moved(m) < moved(least) ? m : least), first)];
  });
}

/** What `a` gives to `j`, in his own reckoning; undefined if nothing. */
function offerOf(f: Field, a: Actor, j: Actor, risk: number): Move | undefined {
  if (a.position === j.position) return undefined;
  const mine = expected(f, a.position, j.position, j.salience, risk);
  const his = expected(f, j.position, a.position, a.salience, risk);
  if (his <= 0 || his <= mine) return undefined;
  const move = { actor: a.id, to: j.id, from: a.position };
  if (mine > 0) return { ...move, kind: 'defeated', position: j.position };
  if (his > -mine) {
    const share = -mine / his;
    return { ...move, kind: 'compromises', position: a.position + share * (j.position - a.position) };
  }
  return { ...move, kind: 'yields', position: j.position };
}
