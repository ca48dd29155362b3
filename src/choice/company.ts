import type { Scene } from '../world/scene.ts';
import { K } from './considerations/index.ts';
import type { Electorate } from './electorate.ts';

/** What speaks for one side speaks against the other: yes has +½ of it and no −½, so that yes against no is the whole. */
export const half = 0.5;
/** Of ties, feuds and deference within the electorate: what is added to their sum, so that one slight tie does not count for all. */
const ground = 0.25;

/** Sums over a voter's ties within the electorate, for the means of the considerations. */
const sums = { trust: 0, fight: 0, urge: 0 };

function sumTies(s: Scene, seatOf: Int32Array, person: number): typeof sums {
  const { world: w, state: x } = s;
  sums.trust = sums.fight = sums.urge = ground;
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    if (seatOf[w.edgeTo[e]] < 0) continue;
    if (x.tie[e] > 0) sums.trust += x.tie[e];
    else sums.fight -= x.tie[e];
    sums.urge += x.defer[e] * x.authority[w.edgeTo[e]];
  }
  return sums;
}

/**
 * What each colleague's vote is worth to voter j who votes alike, into row j of `influence` (n × n): friends attract, foes repel,
 * authorities draw (if they can see).
 */
export function influences(
  s: Scene,
  voters: Electorate,
  j: number,
  secret: boolean,
  weights: Float64Array,
  influence: Float64Array,
): void {
  const { world: w, state: x } = s;
  const { n, seatOf } = voters;
  const person = voters.voter[j];
  influence.fill(0, j * n, j * n + n);
  const open = secret ? 0 : 1;
  const { trust, fight, urge } = sumTies(s, seatOf, person);
  for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
    const k = seatOf[w.edgeTo[e]];
    if (k < 0) continue;
    const tie = x.tie[e];
    const liking = tie > 0 ? (weights[K.solidarity] * tie) / trust : (weights[K.rivalry] * tie) / fight;
    influence[j * n + k] =
      half * (liking + (open * weights[K.deference] * x.defer[e] * x.authority[w.edgeTo[e]]) / urge);
  }
}

/** Where those whom a voter trusts, fights and defers to are expected to stand: means of their margins for the motion, −1 to 1. */
export class Company {
  trusted = 0;
  fought = 0;
  urging = 0;

  /** Of a person, given everybody's chances of voting yes and no by seat. */
  gather(
    s: Scene,
    seatOf: Int32Array,
    person: number,
    secret: boolean,
    yes: Float64Array,
    no: Float64Array,
  ): void {
    const { world: w, state: x } = s;
    const { trust, fight, urge } = sumTies(s, seatOf, person);
    let trusted = 0;
    let fought = 0;
    let urging = 0;
    for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
      const k = seatOf[w.edgeTo[e]];
      if (k < 0) continue;
      const m = yes[k] - no[k];
      if (x.tie[e] > 0) trusted += x.tie[e] * m;
      else fought -= x.tie[e] * m;
      urging += x.defer[e] * x.authority[w.edgeTo[e]] * m;
    }
    this.trusted = trusted / trust;
    this.fought = fought / fight;
    this.urging = secret ? 0 : urging / urge;
  }
}
