import { fingerprint } from './fingerprint.ts';
import { addRefusal, type Refusal, sortedRefusals } from '../questions/refusal.ts';
import type { EnsemblePlan, EnsembleResult, GivenCounts, ShardResult } from './plan.ts';

/** Joins shards in the order of their runs; the order of arrival does not matter. */
export function merge(plan: EnsemblePlan, parts: readonly ShardResult[]): EnsembleResult {
  const ordered = [...parts].sort((a, b) => a.first - b.first);
  const runs = ordered.reduce((sum, p) => sum + p.runs, 0);
  const join = (pick: (p: ShardResult) => readonly Float64Array[]): Float64Array[] => {
    const width = ordered[0] ? pick(ordered[0]).length : 0;
    return Array.from({ length: width }, (_, o) =>
      concatenate(
        ordered.map((p) => pick(p)[o] ?? new Float64Array(p.runs)),
        runs,
      ),
    );
  };
  const without = join((p) => p.without);
  const withIt = join((p) => p.with);
  const parted = concatenate(
    ordered.map((p) => p.parted),
    runs,
  );
  const through = concatenate(
    ordered.map((p) => p.through),
    runs,
  );
  return {
    first: plan.first,
    runs,
    seed: plan.seed,
    episode: plan.episode.id,
    without,
    with: withIt,
    parted,
    through,
    actCounts: joinCounts(ordered, runs),
    failed: ordered.flatMap((p) => p.failed),
    work: ordered.reduce((sum, p) => addWork(sum, p.work), {
      points: 0,
      choices: 0,
      options: 0,
      solves: 0,
      acts: 0,
    }),
    forced: joinForced(ordered),
    given: joinGiven(ordered),
    inferred: plan.inferred,
    fingerprint: fingerprint([...without, ...withIt]),
  };
}

function concatenate(parts: readonly Float64Array[], length: number): Float64Array {
  const all = new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function joinCounts(parts: readonly ShardResult[], runs: number): Uint16Array {
  const kinds = parts[0] && parts[0].runs > 0 ? parts[0].actCounts.length / parts[0].runs : 0;
  const all = new Uint16Array(kinds * runs);
  let at = 0;
  for (const p of parts) {
    for (let k = 0; k < kinds; k++)
      all.set(p.actCounts.subarray(k * p.runs, (k + 1) * p.runs), k * runs + at);
    at += p.runs;
  }
  return all;
}

export const addWork = (a: ShardResult['work'], b: ShardResult['work']): ShardResult['work'] => ({
  points: a.points + b.points,
  choices: a.choices + b.choices,
  options: a.options + b.options,
  solves: a.solves + b.solves,
  acts: a.acts + b.acts,
});

/** Sums what became of forced acts. */
export function joinForced(parts: readonly Pick<ShardResult, 'forced'>[]): ShardResult['forced'] {
  const refusals: Refusal[] = [];
  let carriedOut = 0;
  let refused = 0;
  for (const { forced } of parts) {
    carriedOut += forced.carriedOut;
    refused += forced.refused;
    for (const one of forced.refusals) addRefusal(refusals, one);
  }
  return { carriedOut, refused, refusals: sortedRefusals(refusals) };
}

export function joinGiven(parts: readonly ShardResult[]): GivenCounts | undefined {
  const [first] = parts;
  if (!first?.given) return undefined;
  const imposed = new Int32Array(first.given.imposed.length);
  let fresh = 0;
  let conditioned = 0;
  for (const { given } of parts) {
    given?.imposed.forEach((n, k) => {
      imposed[k] = (imposed[k] ?? 0) + n;
    });
    fresh += given?.fresh ?? 0;
    conditioned += given?.conditioned ?? 0;
  }
  return { imposed, fresh, conditioned };
}
