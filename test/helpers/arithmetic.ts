import type { EnsemblePlan, Executor, Shard, ShardResult } from '../../src/ensemble/plan.ts';
import { codeOfThrough, sides } from '../../src/ensemble/parting.ts';
import { collect } from '../../src/ensemble/single.ts';
import type { Manifest } from '../../src/ensemble/stored/manifest.ts';

/*
 * An executor whose runs are arithmetic: a pure function of the run's number, with every kind of value and some failures, quick enough for a
 * million. It carries out the same protocol as those that simulate; what is tested with it is what becomes of results.
 */

/** A scramble of a whole number into [0, 1). */
function scrambled(n: number): number {
  let h = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

export const failsAt = (run: number): boolean => run % 97 === 13;

function value(kind: string, run: number, salt: number): number {
  const u = scrambled(run * 64 + salt);
  if (kind === 'yes-no') return u < 0.3 ? 1 : 0;
  if (kind === 'date') return u < 0.2 ? Number.NaN : 5600 + Math.floor(100 * u);
  if (kind === 'who') return Math.floor(4 * u) - 1;
  return u < 0.01 ? -0 : 1000 * u - 300;
}

const wayOf = (m: Manifest, u: number): number =>
  codeOfThrough({
    by: Math.floor(u * m.actors.length),
    act: Math.floor(u * m.acts.length),
    side: sides[Math.floor(3 * u)] ?? 'with',
  });

export function arithmeticShard(m: Manifest, shard: Shard): ShardResult {
  const runs = Array.from({ length: shard.runs }, (_, k) => shard.first + k);
  const failed = runs.filter(failsAt).map((run) => ({
    run,
    seed: m.plan.seed,
    day: run % 2 === 0 ? Number.NaN : 5601.5,
    step: run % 50,
    message: `run ${run} came to nothing, "as meant"`,
  }));
  const column = (salt: number, kind: string): Float64Array =>
    Float64Array.from(runs, (run) => (failsAt(run) ? Number.NaN : value(kind, run, salt)));
  const actCounts = new Uint16Array(m.acts.length * shard.runs);
  for (let act = 0; act < m.acts.length; act++)
    runs.forEach((run, k) => {
      actCounts[act * shard.runs + k] = failsAt(run) ? 0 : Math.floor(3 * scrambled(run * 64 + act + 300));
    });
  return {
    ...shard,
    without: m.outcomes.map((o, k) => column(k, o.kind)),
    with: m.twins ? m.outcomes.map((o, k) => column(k + (scrambled(k) < 0.5 ? 0 : 32), o.kind)) : [],
    actCounts,
    parted: m.twins
      ? Float64Array.from(runs, (run) =>
          failsAt(run) || run % 5 === 0 ? Number.NaN : 5600 + 90 * scrambled(run),
        )
      : new Float64Array(shard.runs).fill(Number.NaN),
    through: Float64Array.from(runs, (run) =>
      !m.twins || failsAt(run) || run % 5 === 0 ? Number.NaN : wayOf(m, scrambled(run + 7)),
    ),
    failed,
    work: { points: shard.runs, choices: 0, options: 0, solves: 0, acts: 0 },
    forced: { carriedOut: shard.runs, refused: 1, refusals: [{ change: 0, by: 0, rule: 3, times: 1 }] },
  };
}

/** Carries out plans by arithmetic; `before` is called before each shard and may throw, as a crash would. */
export function arithmetic(m: Manifest, before: (shard: Shard) => void = () => {}): Executor {
  const stream: Executor['stream'] = async (_plan, shards, onShard, signal) => {
    for (const shard of shards) {
      signal?.throwIfAborted();
      before(shard);
      await onShard(arithmeticShard(m, shard));
    }
  };
  return {
    stream,
    execute: (plan: EnsemblePlan, onProgress, signal) =>
      collect(stream, plan, [{ first: plan.first, runs: plan.runs }], onProgress, signal),
    close: async () => {},
  };
}
