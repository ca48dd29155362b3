import type { EnsembleColumns } from '../columns.ts';
import type { CompiledOutcome } from '../outcomes.ts';
import { same } from '../summarise.ts';

/** In how many runs all of these outcomes come out as they did in history. `history[k]` answers outcome k. */
export function reproduced(
  outcomes: readonly CompiledOutcome[],
  columns: EnsembleColumns,
  history: readonly number[],
): number {
  const runs = columns[0]?.length ?? 0;
  let n = 0;
  for (let run = 0; run < runs; run++)
    if (outcomes.every((o, k) => same(o.kind, columns[k]?.[run] ?? Number.NaN, history[k] ?? Number.NaN)))
      n++;
  return n;
}
