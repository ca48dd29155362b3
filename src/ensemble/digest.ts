import { allActs } from '../acts/index.ts';
import { findingQuantiles } from '../questions/tallies/quantiles.ts';
import { once, type Tally, tallied, together } from '../questions/tallies/tally.ts';
import { countingIf } from '../questions/tallies/values.ts';
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
  /** Pairs of twins that differ at all, and the median day on which they begin to; NaN if none do. */
  readonly parted: { readonly pairs: number; readonly median: number };
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

/** Days on which twins part. */
export function countingParted(): Tally<Digest['parted']> {
  const pairs = countingIf((v) => !Number.isNaN(v));
  const median = findingQuantiles([0.5]);
  return {
    ...together([pairs, median]),
    result: () => ({ pairs: pairs.result(), median: median.result()[0] ?? Number.NaN }),
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
    parted: tallied(countingParted(), r.parted),
  };
}
