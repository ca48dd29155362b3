import type { Actor } from './actor.ts';
import { compromise } from './compromise.ts';

/** One issue of several among which actors trade. */
export interface Contest {
  readonly issue: string;
  readonly actors: readonly Actor[];
}

/** A trade: `giver` moves towards `taker` on one issue, and the taker towards him on the other. */
export interface Exchange {
  readonly giver: string;
  readonly taker: string;
  readonly given: string;
  readonly taken: string;
  /** What each gains, in salience times points of the outcome. */
  readonly gain: number;
}

export interface Exchanged {
  /** Outcome of each issue after all trades, by the compromise model over the positions then voted for. */
  readonly values: readonly number[];
  readonly trades: readonly Exchange[];
}

interface Side {
  readonly actor: Actor;
  /** Share of all influence on the issue. */
  readonly pull: number;
}

/**
 * The position exchange model (Stokman & Van Oosten in Bueno de Mesquita & Stokman 1994): two actors on opposite sides of the expected
 * outcomes of two issues, each caring relatively more about a different one, move towards each other there. The rate is such that both gain
 * alike; the whole of the smaller move is made. The best trades come first, and each actor's position on an issue moves once. The outcome is
 * the compromise of the positions voted for. Gains count positions as they were: others' gains and losses are externalities.
 */
export function exchange(contests: readonly Contest[]): Exchanged {
  const sides = contests.map(sidesOf);
  const outcomes = contests.map((c) => compromise(c.actors));
  const offers: (Exchange & { readonly moves: readonly Shift[] })[] = [];
  contests.forEach((_, a) =>
    contests.forEach((_, b) => {
      if (a === b) return;
      for (const p of sides[a]!.keys())
        for (const q of sides[a]!.keys()) {
          const found = p === q ? undefined : trade(contests, sides, outcomes, a, b, p, q);
          if (found) offers.push(found);
        }
    }),
  );
  offers.sort((x, y) => y.gain - x.gain || (key(x) < key(y) ? -1 : 1));
  return carriedOut(contests, offers);
}

const key = (t: Exchange): string => [t.giver, t.taker, t.given, t.taken].join(' ');

interface Shift {
  readonly issue: string;
  readonly actor: string;
  readonly position: number;
}

function sidesOf(c: Contest): ReadonlyMap<string, Side> {
  const all = c.actors.reduce((sum, a) => sum + a.capability * a.salience, 0);
  return new Map(
    c.actors
      .filter((a) => a.salience > 0 && a.capability > 0)
      .map((a) => [a.id, { actor: a, pull: (a.capability * a.salience) / all }]),
  );
}

/** `p` gives on issue a, `q` on issue b; undefined if they are not opposed on both, or b does not matter more to p than to q. */
function trade(
  contests: readonly Contest[],
  sides: readonly ReadonlyMap<string, Side>[],
  outcomes: readonly number[],
  a: number,
  b: number,
  p: string,
  q: string,
): (Exchange & { readonly moves: readonly Shift[] }) | undefined {
  const [pa, pb, qa, qb] = [sides[a]!.get(p), sides[b]!.get(p), sides[a]!.get(q), sides[b]!.get(q)];
  if (!pa || !pb || !qa || !qb) return undefined;
  const opposed = (x: Side, y: Side, at: number): boolean =>
    (x.actor.position - at) * (y.actor.position - at) < 0;
  if (!opposed(pa, qa, outcomes[a]!) || !opposed(pb, qb, outcomes[b]!)) return undefined;
  const [spa, spb, sqa, sqb] = [pa.actor.salience, pb.actor.salience, qa.actor.salience, qb.actor.salience];
  if (spb * sqa <= spa * sqb * (1 + 1e-9)) return undefined;
  // With outcomes moved by u on a and v on b, p gains spb·v − spa·u and q sqa·u − sqb·v; both gain alike when u/v is this.
  const rate = (spb + sqb) / (spa + sqa);
  const mostA = pa.pull * Math.abs(qa.actor.position - pa.actor.position);
  const mostB = qb.pull * Math.abs(pb.actor.position - qb.actor.position);
  const v = Math.min(mostB, mostA / rate);
  const u = rate * v;
  const towards = (x: Side, y: Side, by: number): number =>
    x.actor.position + (y.actor.position > x.actor.position ? by : -by) / x.pull;
  const [given, taken] = [contests[a]!.issue, contests[b]!.issue];
  return {
    giver: p,
    taker: q,
    given,
    taken,
    gain: spb * v - spa * u,
    moves: [
      { issue: given, actor: p, position: towards(pa, qa, u) },
      { issue: taken, actor: q, position: towards(qb, pb, v) },
    ],
  };
}

function carriedOut(
  contests: readonly Contest[],
  offers: readonly (Exchange & { readonly moves: readonly Shift[] })[],
): Exchanged {
  const voted = new Map<string, number>();
  const cell = (m: { issue: string; actor: string }): string => `${m.issue} ${m.actor}`;
  const trades = offers.filter((offer) => {
    if (offer.gain <= 0 || offer.moves.some((m) => voted.has(cell(m)))) return false;
    for (const m of offer.moves) voted.set(cell(m), m.position);
    return true;
  });
  const values = contests.map((c) =>
    compromise(
      c.actors.map((x) => ({
        ...x,
        position: voted.get(cell({ issue: c.issue, actor: x.id })) ?? x.position,
      })),
    ),
  );
  return { values, trades: trades.map(({ moves: _, ...t }) => t) };
}
