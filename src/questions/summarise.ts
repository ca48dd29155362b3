import type { EnsembleColumns } from './columns.ts';
import type { CompiledOutcome, OutcomeKind } from './outcomes.ts';
import { type Estimate, pairedDifference, proportion } from './statistics.ts';
import { averaging } from './tallies/average.ts';
import { countingFlows, type Flows } from './tallies/flows.ts';
import { findingQuantiles } from './tallies/quantiles.ts';
import { mapped, type Tally, tallied, together } from './tallies/tally.ts';
import { commonest, countingIf, countingValues } from './tallies/values.ts';

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

const none = new Float64Array(0);

export function summarise(
  outcomes: readonly CompiledOutcome[],
  columns: EnsembleColumns,
  history: readonly number[] | undefined,
): readonly OutcomeSummary[] {
  return outcomes.map((o, k) => tallied(summarising(o, history?.[k]), columns[k] ?? none));
}

/** How one outcome came out, counted chunk by chunk; `history` is what the replayed record gives. */
export function summarising(o: CompiledOutcome, history: number | undefined): Tally<OutcomeSummary> {
  const values = countingValues();
  const cells = countingIf(() => true);
  const known = countingIf((v) => !Number.isNaN(v));
  const yes = countingIf((v) => v > 0);
  const like = countingIf((v) => history !== undefined && same(o.kind, v, history));
  const mean = averaging();
  const spread = findingQuantiles([0.05, 0.25, 0.5, 0.75, 0.95]);
  const spreads = o.kind === 'number' || o.kind === 'date';
  const estimate = (first: number): Estimate => {
    if (o.kind === 'number') return mean.result();
    if (o.kind === 'yes-no') return proportion(yes.result(), known.result());
    return proportion(o.kind === 'date' ? known.result() : first, cells.result());
  };
  return {
    ...together([
      values,
      cells,
      known,
      yes,
      like,
      ...(o.kind === 'number' ? [mean] : []),
      ...(spreads ? [spread] : []),
    ]),
    result: () => {
      const counts = commonest(values.result() ?? new Map());
      return {
        id: o.id,
        kind: o.kind,
        estimate: estimate(counts[0]?.[1] ?? 0),
        history,
        quantiles: spreads ? spread.result() : [],
        counts: counts.length <= 24 ? counts : [],
        likeHistory: history === undefined ? undefined : proportion(like.result(), cells.result()),
      };
    },
  };
}

/** Is it history's answer? Dates: whether it comes at all. */
export function same(kind: OutcomeKind, v: number, history: number): boolean {
  if (kind === 'date') return Number.isNaN(v) === Number.isNaN(history);
  return v === history || (Number.isNaN(v) && Number.isNaN(history));
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
  /** Pairs that share their pasts: as how many independent ones each counts, above 0 to 1. Absent: 1. */
  readonly worth?: number;
}

export function effects(
  outcomes: readonly CompiledOutcome[],
  without: EnsembleColumns,
  withIt: EnsembleColumns,
): readonly Effect[] {
  return outcomes.map((o, k) => tallied(comparing(o), without[k] ?? none, withIt[k] ?? none));
}

/** The effect on one outcome, counted chunk by chunk from pairs of cells, without and with. */
export function comparing(o: CompiledOutcome): Tally<Effect> {
  if (o.kind === 'number') return comparingNumbers(o);
  return o.kind === 'who' ? comparingPeople(o) : comparingShares(o);
}

function comparingNumbers(o: CompiledOutcome): Tally<Effect> {
  const without = averaging();
  const withIt = averaging();
  const difference = averaging();
  const table = countingFlows();
  return {
    ...together([without, second(withIt), mapped(difference, (a, b) => b - a), table]),
    result: () => ({
      id: o.id,
      kind: o.kind,
      without: without.result(),
      with: withIt.result(),
      difference: difference.result(),
      flows: table.result(),
      days: undefined,
    }),
  };
}

/** Of people, the share of the commonest on either side, and of the pairs that differ. */
function comparingPeople(o: CompiledOutcome): Tally<Effect> {
  const cells = countingIf(() => true);
  const without = countingValues();
  const withIt = countingValues();
  const differing = mapped(
    countingIf((v) => v > 0),
    (a, b) => (a === b ? 0 : 1),
  );
  const share = (values: typeof without): Estimate =>
    proportion(commonest(values.result() ?? new Map())[0]?.[1] ?? 0, cells.result());
  return {
    ...together([cells, without, second(withIt), differing]),
    result: () => {
      const gained = differing.result();
      const table = { both: 0, lost: 0, gained, neither: cells.result() - gained };
      return {
        id: o.id,
        kind: o.kind,
        without: share(without),
        with: share(withIt),
        difference: pairedDifference(table),
        flows: table,
        days: undefined,
      };
    },
  };
}

/** Yes–no, and dates as "ever". */
function comparingShares(o: CompiledOutcome): Tally<Effect> {
  const table = countingFlows();
  const days = averaging();
  const ever: Tally<Flows> =
    o.kind === 'date' ? { ...table, add: (a, b) => table.add(a.map(happened), b?.map(happened)) } : table;
  return {
    ...together([ever, ...(o.kind === 'date' ? [mapped(days, (a, b) => b - a)] : [])]),
    result: () => {
      const f = table.result();
      const n = f.both + f.lost + f.gained + f.neither;
      return {
        id: o.id,
        kind: o.kind,
        without: proportion(f.both + f.lost, n),
        with: proportion(f.both + f.gained, n),
        difference: pairedDifference(f),
        flows: f,
        days: o.kind === 'date' ? days.result() : undefined,
      };
    },
  };
}

const happened = (v: number): number => (Number.isNaN(v) ? 0 : 1);

/** A tally of the second chunk of a pair. */
const second = <T>(tally: Tally<T>): Tally<T> => ({
  ...tally,
  add: (_, other) => tally.add(other ?? none),
});
