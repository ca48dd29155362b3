/** What a figure of a composed page shows: counted dots of an outcome, the effect of changes on it, pairs of runs from without to with them, the record in miniature beside runs, a number over the runs, who stood with whom, what the answer hangs on. */
export const figureKinds = ['dots', 'effect', 'flows', 'courses', 'numbers', 'story', 'hangs-on'] as const;

/** How what an answer hangs on is put together, and how many base points it may rest on. */
export const hangsOnBy = ['kind', 'person', 'source', 'claim'] as const;
export const hangsOnPoints = [8, 16, 32, 64, 128, 256] as const;

/** Most runs that a reader's machine is asked for, blocks on a page, characters of one text, changes of one figure. */
export const limits = { runs: 2000, blocks: 200, text: 20_000, changes: 50 } as const;
