import { once, type Tally } from './tally.ts';

/** How many different values are counted one by one. */
export const mostValues = 4096;

/** How often each value occurs, NaN left out, in the order of first occurrence; undefined beyond `mostValues` different ones. */
export function countingValues(most = mostValues): Tally<ReadonlyMap<number, number> | undefined> {
  const counts = new Map<number, number>();
  let full = false;
  return once(
    (chunk) => {
      if (full) return;
      for (const v of chunk) {
        if (Number.isNaN(v)) continue;
        counts.set(v, (counts.get(v) ?? 0) + 1);
      }
      if (counts.size > most) {
        full = true;
        counts.clear();
      }
    },
    () => (full ? undefined : counts),
  );
}

/** The values by how often they occur, the commonest first, equals by size. */
export const commonest = (
  counts: ReadonlyMap<number, number>,
): readonly (readonly [value: number, runs: number])[] =>
  [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);

/** How many cells pass a test. */
export function countingIf(test: (v: number) => boolean): Tally<number> {
  let n = 0;
  return once(
    (chunk) => {
      for (const v of chunk) if (test(v)) n++;
    },
    () => n,
  );
}
