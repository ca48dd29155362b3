/**
 * A statistic of columns that reads them chunk by chunk in the order of the runs, as often as it needs. The result depends on the cells and
 * their order alone, never on where a chunk ends, so that runs kept in memory and runs kept on disk give the same bytes.
 */
export interface Tally<T> {
  /** The next cells; a tally of pairs takes a second chunk of the same length. */
  readonly add: (chunk: Float64Array, other?: Float64Array) => void;
  /** Ends a pass over all cells; true if another one is needed. */
  readonly again: () => boolean;
  readonly result: () => T;
}

/** The tally of a column, or of a pair, that is all in memory. */
export function tallied<T>(tally: Tally<T>, column: Float64Array, other?: Float64Array): T {
  do tally.add(column, other);
  while (tally.again());
  return tally.result();
}

/** Several tallies of the same cells, passing over them together. */
export function together(tallies: readonly Tally<unknown>[]): Pick<Tally<unknown>, 'add' | 'again'> {
  let waiting = tallies;
  return {
    add: (chunk, other) => {
      for (const tally of waiting) tally.add(chunk, other);
    },
    again: () => {
      waiting = waiting.filter((tally) => tally.again());
      return waiting.length > 0;
    },
  };
}

/** A tally that needs one pass. */
export const once = <T>(add: Tally<T>['add'], result: () => T): Tally<T> => ({
  add,
  again: () => false,
  result,
});

/** A tally of a column made from the cells: `cell` maps each before it is counted. */
export function mapped<T>(tally: Tally<T>, cell: (a: number, b: number) => number): Tally<T> {
  return {
    ...tally,
    add: (chunk, other) => tally.add(chunk.map((v, k) => cell(v, other?.[k] ?? Number.NaN))),
  };
}
