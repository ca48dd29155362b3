import { boundsFromMargins, type NecessityBounds } from './statistics/necessity-bounds.ts';
import { type Necessity, necessity, sizeOf, type TwinTable } from './statistics/necessity.ts';
import type { Estimate } from './statistics.ts';
import type { Effect } from './summarise.ts';

/**
 * Was the change needed, and did it suffice? Pearl's PN, PS and PNS of a change and one yes–no outcome, from twins, with the bounds that hold
 * whatever the coupling of luck. `brings`: the outcome asked about is "yes" (the change makes it likelier) or "no" (it makes it rarer, so that what
 * it causes is that it does not come about).
 */
export interface Causation {
  readonly brings: 'yes' | 'no';
  readonly table: TwinTable;
  readonly twins: Necessity;
  readonly bounds: NecessityBounds;
}

/** Undefined where it cannot be asked: numbers, persons, or no pair at all. */
export function causationOf(e: Effect): Causation | undefined {
  if (e.kind !== 'yes-no' && e.kind !== 'date') return undefined;
  const { both, gained, lost, neither } = e.flows;
  const brings = lost > gained ? 'no' : 'yes';
  const table: TwinTable =
    brings === 'yes'
      ? { both, onlyWith: gained, onlyWithout: lost, neither }
      : { both: neither, onlyWith: lost, onlyWithout: gained, neither: both };
  const n = sizeOf(table);
  if (n === 0) return undefined;
  const bounds = boundsFromMargins({
    withCause: (table.both + table.onlyWith) / n,
    without: (table.both + table.onlyWithout) / n,
  });
  return { brings, table, twins: twinsOf(table, e.worth), bounds };
}

/** Pairs that share their pasts count for less: the values stay, the intervals are those of so many fewer pairs. */
function twinsOf(t: TwinTable, worth: number | undefined): Necessity {
  if (worth === undefined) return necessity(t);
  const { pn, ps, pns } = necessity({
    both: worth * t.both,
    onlyWith: worth * t.onlyWith,
    onlyWithout: worth * t.onlyWithout,
    neither: worth * t.neither,
  });
  const counted = (e: Estimate): Estimate => ({ ...e, runs: Math.round(e.runs / worth) });
  return { pn: counted(pn), ps: counted(ps), pns: counted(pns) };
}
