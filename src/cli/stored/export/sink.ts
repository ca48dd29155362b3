import type { StoredCell } from '../../../ensemble/stored/cells.ts';

/** Takes in tables piece by piece and writes a file of them. */
export interface Sink {
  /** The cells of every column, in the columns' order. */
  readonly write: (cells: readonly (readonly StoredCell[])[]) => Promise<void>;
  readonly close: () => Promise<void>;
}
