/** What a figure of a composed page shows: counted dots of an outcome, the effect of changes on it, pairs of runs from without to with them, the record in miniature beside runs, a number over the runs. */
export const figureKinds = ['dots', 'effect', 'flows', 'courses', 'numbers'] as const;

/** Most runs that a reader's machine is asked for, blocks on a page, characters of one text, changes of one figure. */
export const limits = { runs: 2000, blocks: 200, text: 20_000, changes: 50 } as const;
