import { joinForced } from './merge.ts';
import type { EnsemblePlan, ShardResult } from './plan.ts';
import { type Prepared, prepare, runShard } from './shard.ts';

/** What a few runs tell about many. */
export interface Calibration {
  /** Runs tried. */
  readonly tried: number;
  readonly failed: number;
  /** Of one run (or pair of twins) on one thread. */
  readonly secondsPerRun: number;
  /** Forced acts carried out and refused in the runs tried. */
  readonly forced: { readonly carriedOut: number; readonly refused: number };
  /** The last shard that was tried, to see how much room it takes. */
  readonly sample: ShardResult;
}

/**
 * Tries the first runs of a plan until they have taken about `seconds`; a clock in milliseconds is handed in. One run, then two, four, …: the
 * time is taken from the last of these, when the compiler is warmest: the first dozen runs take up to ten times as long.
 */
export function calibrate(plan: EnsemblePlan, clock: () => number, seconds: number): Calibration {
  const prepared = prepare(plan);
  const started = clock();
  let total = { tried: 0, failed: 0, carriedOut: 0, refused: 0 };
  for (let runs = 1; ; runs *= 2) {
    const size = Math.min(runs, plan.runs);
    const before = clock();
    const sample = plan.design ? scattered(prepared, size) : attempt(prepared, plan.first, size);
    const now = clock();
    total = {
      tried: total.tried + size,
      failed: total.failed + sample.failed.length,
      carriedOut: total.carriedOut + sample.forced.carriedOut,
      refused: total.refused + sample.forced.refused,
    };
    const spent = (now - started) / (1000 * seconds);
    if (size === plan.runs || spent > 2.5 || (runs >= 8 && spent > 1))
      return {
        tried: total.tried,
        failed: total.failed,
        secondsPerRun: (now - before) / 1000 / size,
        forced: { carriedOut: total.carriedOut, refused: total.refused },
        sample,
      };
  }
}

const golden = 0.618_033_988_749_895;

/** Rows of a design from all over it: neighbours share their draws, so the first ones are like each other. Together as one result. */
function scattered(p: Prepared, runs: number): ShardResult {
  const { first, runs: all } = p.plan;
  const rows = Array.from({ length: runs }, (_, k) => first + Math.floor((((runs + k) * golden) % 1) * all));
  const results = rows.map((row) => attempt(p, row, 1));
  const last = results.at(-1) ?? attempt(p, first, 1);
  return { ...last, failed: results.flatMap((r) => r.failed), forced: joinForced(results) };
}

const attempt = (p: Prepared, first: number, runs: number): ShardResult => runShard(p, { first, runs });
