import { once, type Tally } from './tally.ts';

/** Counts of a pair of yes–no outcomes over twins. */
export interface Flows {
  /** Yes without and with. */
  readonly both: number;
  /** Yes only without. */
  readonly lost: number;
  /** Yes only with. */
  readonly gained: number;
  readonly neither: number;
}

/** Counts of a pair of yes–no outcomes over twins; pairs with a NaN are left out. */
export function countingFlows(): Tally<Flows> {
  const f = { both: 0, lost: 0, gained: 0, neither: 0 };
  return once(
    (without, withIt) => {
      for (let k = 0; k < without.length; k++) {
        const a = without[k] ?? Number.NaN;
        const b = withIt?.[k] ?? Number.NaN;
        if (Number.isNaN(a) || Number.isNaN(b)) continue;
        if (a > 0 && b > 0) f.both++;
        else if (a > 0) f.lost++;
        else if (b > 0) f.gained++;
        else f.neither++;
      }
    },
    () => ({ ...f }),
  );
}
