import type { EnsembleColumns } from './columns.ts';
import type { CompiledOutcome, OutcomeKind } from './outcomes.ts';
import {
  average,
  type Estimate,
  type Flows,
  flows,
  pairedDifference,
  pairedMean,
  proportion,
  quantiles,
} from './statistics.ts';

/** How one outcome came out over an ensemble, and where history's answer lies in it. */
export interface OutcomeSummary {
  readonly id: string;
  readonly kind: OutcomeKind;
  /** Yes–no and dates: the share of runs with yes (or with any date). Numbers: the mean. `who`: the share of the commonest. */
  readonly estimate: Estimate;
  /** Numbers and dates: 5 %, 25 %, 50 %, 75 %, 95 % of the runs that have one. */
  readonly quantiles: readonly number[];
  /** `who` and numbers that take few values: value and how many runs. Commonest first. */
  readonly counts: readonly (readonly [value: number, runs: number])[];
  /** What the replayed record gives; NaN if never or nobody. */
  readonly history: number | undefined;
  /** Share of runs with the same answer as history (numbers: the same value; dates: any date if history has one). */
  readonly likeHistory: Estimate | undefined;
}

export function summarise(
  outcomes: readonly CompiledOutcome[],
  columns: EnsembleColumns,
  history: readonly number[] | undefined,
): readonly OutcomeSummary[] {
  return outcomes.map((o, k) => summariseOne(o, columns[k] ?? new Float64Array(0), history?.[k]));
}

function summariseOne(o: CompiledOutcome, column: Float64Array, history: number | undefined): OutcomeSummary {
  const counts = commonest(column);
  const done = column.length;
  const estimate =
    o.kind === 'number'
      ? average(column)
      : o.kind === 'yes-no'
        ? proportion(
            countIf(column, (v) => v > 0),
            countIf(column, (v) => !Number.isNaN(v)),
          )
        : o.kind === 'date'
          ? proportion(
              countIf(column, (v) => !Number.isNaN(v)),
              done,
            )
          : proportion(counts[0]?.[1] ?? 0, done);
  return {
    id: o.id,
    kind: o.kind,
    estimate,
    history,
    quantiles:
      o.kind === 'yes-no' || o.kind === 'who' ? [] : quantiles(column, [0.05, 0.25, 0.5, 0.75, 0.95]),
    counts: counts.length <= 24 ? counts : [],
    likeHistory:
      history === undefined
        ? undefined
        : proportion(
            countIf(column, (v) => same(o.kind, v, history)),
            done,
          ),
  };
}

/** Is it history's answer? Dates: whether it comes at all. */
export function same(kind: OutcomeKind, v: number, history: number): boolean {
  if (kind === 'date') return Number.isNaN(v) === Number.isNaN(history);
  return v === history || (Number.isNaN(v) && Number.isNaN(history));
}

function countIf(column: Float64Array, test: (v: number) => boolean): number {
  let n = 0;
  for (const v of column) if (test(v)) n++;
  return n;
}

function commonest(column: Float64Array): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>();
  for (const v of column) if (!Number.isNaN(v)) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

/** The effect of an intervention on one outcome, from twins. */
export interface Effect {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly without: Estimate;
  readonly with: Estimate;
  /** Paired: difference of shares (yes–no, dates as "ever"), of means (numbers), or share of pairs that differ (`who`). */
  readonly difference: Estimate;
  /** The flow table of a yes–no outcome, of a date as "ever", of a number as "more than zero". */
  readonly flows: Flows;
  /** For dates: mean change in days among pairs in which both have one. */
  readonly days: Estimate | undefined;
}

export function effects(
  outcomes: readonly CompiledOutcome[],
  without: EnsembleColumns,
  withIt: EnsembleColumns,
): readonly Effect[] {
  return outcomes.map((o, k) =>
    effectOf(o, without[k] ?? new Float64Array(0), withIt[k] ?? new Float64Array(0)),
  );
}

function effectOf(o: CompiledOutcome, a: Float64Array, b: Float64Array): Effect {
  const base = { id: o.id, kind: o.kind };
  if (o.kind === 'number')
    return {
      ...base,
      without: average(a),
      with: average(b),
      difference: pairedMean(a, b),
      flows: flows(a, b),
      days: undefined,
    };
  if (o.kind === 'who') {
    const differ = new Float64Array(a.length);
    const same = new Float64Array(a.length);
    for (let k = 0; k < a.length; k++) differ[k] = a[k] === b[k] ? 0 : 1;
    const f = flows(same, differ);
    return {
      ...base,
      without: proportion(commonest(a)[0]?.[1] ?? 0, a.length),
      with: proportion(commonest(b)[0]?.[1] ?? 0, b.length),
      difference: pairedDifference(f),
      flows: f,
      days: undefined,
    };
  }
  const x = o.kind === 'date' ? ever(a) : a;
  const y = o.kind === 'date' ? ever(b) : b;
  const f = flows(x, y);
  const n = f.both + f.lost + f.gained + f.neither;
  return {
    ...base,
    flows: f,
    difference: pairedDifference(f),
    without: proportion(f.both + f.lost, n),
    with: proportion(f.both + f.gained, n),
    days: o.kind === 'date' ? pairedMean(a, b) : undefined,
  };
}

const ever = (column: Float64Array): Float64Array => column.map((v) => (Number.isNaN(v) ? 0 : 1));
