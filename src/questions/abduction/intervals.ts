import type { EnsembleColumns } from '../columns.ts';
import type { CompiledOutcome } from '../outcomes.ts';
import type { Estimate } from '../statistics.ts';
import { type Effect, effects, type OutcomeSummary, same, summarise } from '../summarise.ts';

/** How runs hang together: run k continues particle k modulo `particles`, and the particles are worth `effective` independent ones. */
export interface Cluster {
  readonly particles: number;
  readonly effective: number;
}

/**
 * Below this effective sample size a question from history is answered "cannot tell": the 95 % interval of a share that is the same
 * within every past would then be wider than a third of the scale on either side (1.96 × ½/√8 = 0.35).
 */
export const effectiveFloor = 8;

export const canTell = (effective: number): boolean => effective >= effectiveFloor;

/** Effects as of free runs, with intervals that allow for runs sharing their pasts. */
export function effectsFromHistory(
  outcomes: readonly CompiledOutcome[],
  without: EnsembleColumns,
  withIt: EnsembleColumns,
  c: Cluster,
): readonly Effect[] {
  return effects(outcomes, without, withIt).map((e, k) => {
    const a = readable(e.kind, without[k] ?? new Float64Array(0));
    const b = readable(e.kind, withIt[k] ?? new Float64Array(0));
    const d = a.map((v, run) => (e.kind === 'who' ? Number(v !== b[run]) : (b[run] ?? 0) - v));
    return {
      ...e,
      without: widen(e.without, a, c, e.kind !== 'number'),
      with: widen(e.with, b, c, e.kind !== 'number'),
      difference: widen(e.difference, d, c, false),
      days: e.days && widen(e.days, d, c, false),
      worth: 1 / designEffect(d, c),
    };
  });
}

/** Summaries as of free runs, with intervals that allow for runs sharing their pasts. */
export const summariesFromHistory = (
  outcomes: readonly CompiledOutcome[],
  columns: EnsembleColumns,
  history: readonly number[] | undefined,
  c: Cluster,
): readonly OutcomeSummary[] =>
  summarise(outcomes, columns, history).map((s, k) => {
    const column = columns[k] ?? new Float64Array(0);
    const commonest = s.counts[0]?.[0];
    const values = s.kind === 'who' ? column.map((v) => Number(v === commonest)) : readable(s.kind, column);
    const like = column.map((v) => Number(s.history !== undefined && same(s.kind, v, s.history)));
    return {
      ...s,
      estimate: widen(s.estimate, values, c, s.kind !== 'number'),
      likeHistory: s.likeHistory && widen(s.likeHistory, like, c, true),
    };
  });

/** Dates as "ever", the rest as it is. */
const readable = (kind: Effect['kind'], column: Float64Array): Float64Array =>
  kind === 'date' ? column.map((v) => (Number.isNaN(v) ? 0 : 1)) : column;

/** Widens an interval by the square root of the design effect; shares stay within 0 and 1. */
function widen(e: Estimate, values: Float64Array, c: Cluster, share: boolean): Estimate {
  const f = Math.sqrt(designEffect(values, c));
  const low = e.value - f * (e.value - e.low);
  const high = e.value + f * (e.high - e.value);
  return share ? { ...e, low: Math.max(0, low), high: Math.min(1, high) } : { ...e, low, high };
}

/**
 * Variance of the mean of clustered runs over that of as many independent ones: (s_b²/n_eff + s_w²/R)/(s²/R), at least 1, with the part
 * between particles s_b² from the analysis of variance. With fewer than two runs a particle, or none that differ, all of it is
 * taken to lie between them.
 */
export function designEffect(values: Float64Array, c: Cluster): number {
  const seen: number[] = [];
  const of: number[] = [];
  values.forEach((v, run) => {
    if (Number.isNaN(v)) return;
    seen.push(v);
    of.push(run % c.particles);
  });
  const runs = seen.length;
  const most = Math.max(1, runs / c.effective);
  const { within, between, each } = variances(seen, of, c.particles);
  const total = within + between;
  if (runs < 2 * c.particles || !(total > 0)) return most;
  const part = Math.max(0, (between - within) / each);
  const all = part + within;
  return Math.max(1, Math.min(most, (part * runs) / (c.effective * all) + within / all));
}

/** Mean squares within and between clusters, and the mean size of a cluster. */
function variances(
  values: readonly number[],
  of: readonly number[],
  clusters: number,
): { readonly within: number; readonly between: number; readonly each: number } {
  const n = new Float64Array(clusters);
  const sum = new Float64Array(clusters);
  values.forEach((v, k) => {
    const at = of[k] ?? 0;
    n[at] = (n[at] ?? 0) + 1;
    sum[at] = (sum[at] ?? 0) + v;
  });
  const mean = values.reduce((s, v) => s + v, 0) / Math.max(1, values.length);
  let used = 0;
  let between = 0;
  n.forEach((m, at) => {
    if (m === 0) return;
    used++;
    const gap = (sum[at] ?? 0) / m - mean;
    between += m * gap * gap;
  });
  let within = 0;
  values.forEach((v, k) => {
    const at = of[k] ?? 0;
    const gap = v - (sum[at] ?? 0) / (n[at] ?? 1);
    within += gap * gap;
  });
  return {
    within: within / Math.max(1, values.length - used),
    between: between / Math.max(1, used - 1),
    each: values.length / Math.max(1, used),
  };
}
