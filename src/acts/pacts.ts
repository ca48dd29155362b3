import { procTop } from '../world/procedures.ts';
import { believed, tieOf } from '../world/beliefs.ts';
import type { Scene } from '../world/scene.ts';
import { ActFlag, Counter } from '../world/state.ts';
import { actNumber, procedureNumber } from './define.ts';

/** How an approach is made. */
export const approachOptions = ['secret', 'open', 'brokered'] as const;
export const ApproachOption = { secret: 0, open: 1, brokered: 2 } as const;

/** Is an approach or a pact with this option and these flags a secret? */
export const isCovert = (option: number, flags: number): boolean =>
  option < 0 ? (flags & ActFlag.public) === 0 : option !== ApproachOption.open;

/** The open procedure of a kind between two people, whoever began it; -1. */
export function between(s: Scene, kind: number, a: number, b: number): number {
  const x = s.state;
  for (let slot = 0; slot < procTop(s); slot++) {
    if (x.procKind[slot] !== kind) continue;
    if ((x.procBy[slot] === a && x.procTo[slot] === b) || (x.procBy[slot] === b && x.procTo[slot] === a))
      return slot;
  }
  return -1;
}

/** The approach made by `from` that `to` has still to answer; -1. */
export function approachOf(s: Scene, from: number, to: number): number {
  const slot = between(s, procedureNumber('approach'), from, to);
  return slot >= 0 && s.state.procBy[slot] === from ? slot : -1;
}

/** Acts looked back upon for one that calls for an answer. */
const lookBack = 200;

/** Has `from` lately approached or sounded out `to`? */
export function hasApproached(s: Scene, from: number, to: number): boolean {
  const x = s.state;
  const approach = actNumber('approach');
  const sound = actNumber('sound');
  const last = x.counters[Counter.acts] - 1;
  for (let k = x.lastActBy[from]; k >= 0 && k > last - lookBack; k = x.actEarlier[k]) {
    if (x.actTo[k] === to && (x.actKind[k] === approach || x.actKind[k] === sound)) return true;
  }
  return false;
}

/** Points between two stands from which an understanding would have something to settle. */
const apart = 25;

/**
 * What an understanding for `value` would add, 0–1: nothing between two who trust each other and stand together already; all of it between
 * those who do not. An alliance changes what is expected only as far as it was not expected before (Axelrod 1970; Gamson 1961).
 */
export function novelty(s: Scene, person: number, other: number, issue: number, value: number): number {
  const trust = Math.max(0, Math.min(1, tieOf(s, person, other), tieOf(s, other, person)));
  if (issue < 0 || Number.isNaN(value)) return 1 - trust;
  const gap = Math.abs(believed(s, person, other, issue) - value);
  return 1 - trust * Math.max(0, 1 - gap / apart);
}

/** A third person trusted by both sides beyond this can carry a message. */
const brokerTrust = 0.2;

/** The third person who would carry a message from a to b: the best of those a trusts and whom b trusts; -1. */
export function brokerOf(s: Scene, a: number, b: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  let most = brokerTrust;
  for (let e = w.edgeStart[a]; e < w.edgeStart[a + 1]; e++) {
    const k = w.edgeTo[e];
    if (k === b || w.collective[k] || x.tie[e] < brokerTrust) continue;
    const trust = Math.min(x.tie[e], tieOf(s, b, k));
    if (trust < most || (trust === most && best >= 0 && w.personKey[k] > w.personKey[best])) continue;
    most = trust;
    best = k;
  }
  return best;
}
