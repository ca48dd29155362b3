/** Outcomes in flat columns: one array per outcome, one cell per run. */
export type EnsembleColumns = readonly Float64Array[];
