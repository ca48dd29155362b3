import type { OutcomeKind } from '../questions/outcomes.ts';
import { type Feature, featureOf } from './features.ts';

/** Pairs of twins in columns, from run `first` on: of each outcome asked, and how they part. */
export interface PairChunk {
  readonly first: number;
  readonly without: readonly Float64Array[];
  readonly with: readonly Float64Array[];
  readonly parted: Float64Array;
  /** Codes of `codeOfThrough`. */
  readonly through: Float64Array;
}

/** One pair worth looking at. */
export interface NotablePair {
  readonly run: number;
  /** Mean distance to all pairs that differ, itself included: 0 (all alike) to 1. */
  readonly distance: number;
  readonly parted: number;
  readonly through: number;
  /** Its answers to the outcomes asked. */
  readonly without: readonly number[];
  readonly with: readonly number[];
}

export interface NotablePairs {
  /** The medoid: no other pair that differs is nearer to all of them. Of several the lowest run. */
  readonly typical: NotablePair;
  /** The one farthest from all of them. */
  readonly oddest: NotablePair;
  /** Pairs that differ. */
  readonly differ: number;
}

/** Counts pairs chunk by chunk, in the order of the runs, as often as it needs; memory does not grow with their number. */
export interface PairTally {
  readonly add: (chunk: PairChunk) => void;
  readonly again: () => boolean;
  readonly result: () => NotablePairs | undefined;
}

/**
 * The typical pair and the oddest one among those that differ. The distance of two pairs is Gower's (Biometrics 27 (1971) 857-871): the mean over the outcomes
 * asked and the moment of parting of how far the two pairs are apart in it, each 0 to 1. Because it is a sum over features, the mean
 * distance of a pair to all the others follows from how often each value occurs: the exact medoid without comparing pairs. Three passes: extent,
 * counts, distances. Numbers are compared in 512 steps of their extent.
 */
export function findingPairs(kinds: readonly OutcomeKind[]): PairTally {
  const features: readonly Feature[] = [...kinds.map(featureOf), featureOf(undefined)];
  let pass = 0;
  let differ = 0;
  let typical: NotablePair | undefined;
  let oddest: NotablePair | undefined;
  const measure = (chunk: PairChunk, k: number): void => {
    let sum = 0;
    features.forEach((f, at) => {
      sum += f.distance(...cellsOf(chunk, at, k));
    });
    const distance = sum / features.length;
    if (!typical || distance < typical.distance) typical = pairAt(chunk, k, distance);
    if (!oddest || distance > oddest.distance) oddest = pairAt(chunk, k, distance);
  };
  const look = (chunk: PairChunk, k: number): void => {
    if (pass === 0) differ++;
    if (pass === 2) measure(chunk, k);
    else
      features.forEach((f, at) => {
        const [a, b] = cellsOf(chunk, at, k);
        if (pass === 0) f.extend(a, b);
        else f.count(a, b);
      });
  };
  return {
    add: (chunk) => {
      for (let k = 0; k < chunk.parted.length; k++)
        if (!Number.isNaN(chunk.parted[k] ?? Number.NaN)) look(chunk, k);
    },
    again: () => {
      if (pass === 1) for (const f of features) f.settle();
      return differ > 0 && ++pass < 3;
    },
    result: () => (typical && oddest ? { typical, oddest, differ } : undefined),
  };
}

/** The pair of cells of a feature: an outcome's two sides, last the moment of parting. */
function cellsOf(c: PairChunk, at: number, k: number): readonly [number, number] {
  if (at === c.without.length) return [0, c.parted[k] ?? Number.NaN];
  return [c.without[at]?.[k] ?? Number.NaN, c.with[at]?.[k] ?? Number.NaN];
}

const pairAt = (c: PairChunk, k: number, distance: number): NotablePair => ({
  run: c.first + k,
  distance,
  parted: c.parted[k] ?? Number.NaN,
  through: c.through[k] ?? Number.NaN,
  without: c.without.map((column) => column[k] ?? Number.NaN),
  with: c.with.map((column) => column[k] ?? Number.NaN),
});
