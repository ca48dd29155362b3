import { allActs } from '../acts/index.ts';
import { findingQuantiles } from '../questions/tallies/quantiles.ts';
import { once, type Tally, tallied, together } from '../questions/tallies/tally.ts';
import { commonest, countingIf, countingValues } from '../questions/tallies/values.ts';
import type { EnsembleResult, FailedRun, ShardResult } from './plan.ts';

/** What is told of an ensemble beside its outcomes. Its size does not depend on the number of runs. */
export interface Digest {
  readonly episode: string;
  readonly seed: number;
  readonly runs: number;
  /** FNV-1a over all columns of outcomes, as eight hexadecimal digits. */
  readonly fingerprint: string;
  readonly failed: { readonly count: number; readonly first: readonly FailedRun[] };
  readonly forced: ShardResult['forced'];
  /** Of every kind of act, in the order of the registry: occurrences per run, and runs with at least one. */
  readonly acts: readonly { readonly mean: number; readonly runs: number }[];
  /** When and through whom pairs of twins part. */
  readonly parted: PartedDigest;
}

export interface PartedDigest {
  /** Pairs that differ at all, beside what is forced. */
  readonly pairs: number;
  /** Moments at which they begin to: 5 %, 25 %, 50 %, 75 %, 95 % of those pairs; NaN if none do. */
  readonly days: readonly number[];
  /** Who parted how many by what (`throughOf`), the commonest first; one by one up to 65,536 ways. */
  readonly through: readonly (readonly [code: number, pairs: number])[];
}

/** How many failed runs are told one by one. */
export const mostFailed = 1000;

export const firstFailed = (failed: readonly FailedRun[]): Digest['failed'] => ({
  count: failed.length,
  first: failed.slice(0, mostFailed),
});

/** Occurrences of one kind of act, run by run. */
export function countingAct(): Tally<Digest['acts'][number]> {
  let cells = 0;
  let times = 0;
  let runs = 0;
  return once(
    (chunk) => {
      cells += chunk.length;
      for (const v of chunk) {
        times += v;
        if (v > 0) runs++;
      }
    },
    () => ({ mean: times / cells, runs }),
  );
}

/** Of runs that are no pairs. */
export const nobodyParts: PartedDigest = {
  pairs: 0,
  days: [0, 0, 0, 0, 0].map(() => Number.NaN),
  through: [],
};

const mostWays = 65_536;

/** Moments at which twins part, and through whom, from the two columns. */
export function countingParted(): Tally<PartedDigest> {
  const pairs = countingIf((v) => !Number.isNaN(v));
  const days = findingQuantiles([0.05, 0.25, 0.5, 0.75, 0.95]);
  const through = countingValues(mostWays);
  return {
    ...together([pairs, days, { ...through, add: (_, codes) => codes && through.add(codes) }]),
    result: () => ({
      pairs: pairs.result(),
      days: days.result(),
      through: commonest(through.result() ?? new Map()),
    }),
  };
}

/** The digest of an ensemble in memory. */
export function digestOf(r: EnsembleResult): Digest {
  return {
    episode: r.episode,
    seed: r.seed,
    runs: r.runs,
    fingerprint: r.fingerprint,
    failed: firstFailed(r.failed),
    forced: r.forced,
    acts: allActs().map((_, kind) =>
      tallied(countingAct(), Float64Array.from(r.actCounts.subarray(kind * r.runs, (kind + 1) * r.runs))),
    ),
    parted: tallied(countingParted(), r.parted, r.through),
  };
}
