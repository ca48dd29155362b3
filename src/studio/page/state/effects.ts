import type { EnsembleView, OutcomeView } from '../../engine/protocol.ts';

/** An effect ready to be drawn: against the range of the outcome's answers, so that all outcomes share one axis. */
export interface Placed {
  readonly at: number;
  readonly id: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Does the interval leave zero out? Never where the luck of history is known too poorly. */
  readonly clear: boolean;
}

/** The effects on all outcomes, clear ones first, the largest first. Shares range from 0 to 1, numbers over their answers with and without. */
export function placedEffects(view: EnsembleView, outcomes: readonly OutcomeView[]): readonly Placed[] {
  return outcomes
    .flatMap((o, at): readonly Placed[] => {
      const effect = view.effects[at];
      if (!effect) return [];
      const range = o.kind === 'number' ? rangeOf([view.without[at], view.with[at]]) : 1;
      const { value, low, high } = effect.difference;
      const scaled = (v: number): number => (Number.isNaN(v) ? 0 : v / range);
      // Of people it is told in how many pairs somebody else comes out: never less than none, so zero is left out only by a bound above it.
      return [
        {
          at,
          id: o.id,
          value: scaled(value),
          low: scaled(low),
          high: scaled(high),
          clear: (low > 0 || high < 0) && !view.past?.thin,
        },
      ];
    })
    .sort(
      (a, b) => Number(b.clear) - Number(a.clear) || Math.abs(b.value) - Math.abs(a.value) || a.at - b.at,
    );
}

function rangeOf(columns: readonly (Float64Array | undefined)[]): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const column of columns)
    for (const v of column ?? []) {
      if (v < low) low = v;
      if (v > high) high = v;
    }
  return high > low ? high - low : 1;
}

/** The day by which half of the pairs that part have parted; NaN if none does. */
export function medianParting(parted: Float64Array): { readonly pairs: number; readonly day: number } {
  const days = Array.from(parted)
    .filter((d) => !Number.isNaN(d))
    .sort((a, b) => a - b);
  return { pairs: days.length, day: days[Math.floor((days.length - 1) / 2)] ?? Number.NaN };
}
