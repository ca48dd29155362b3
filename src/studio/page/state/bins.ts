/** A place on an axis where runs are piled up. */
export interface Bin {
  /** Middle of the bin, as a value of the axis; NaN for runs without an answer. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Binned<T> extends Bin {
  readonly items: readonly T[];
}

/**
 * Bins for values: one a whole number where there are few of them, else `most` of equal width, of a whole number of units (days, points).
 * `low` and `high` are covered in any case.
 */
export function binsFor(values: readonly number[], low: number, high: number, most: number): readonly Bin[] {
  const known = values.filter((v) => !Number.isNaN(v));
  const whole = known.every(Number.isInteger);
  const from = Math.floor(Math.min(low, ...known));
  const to = Math.ceil(Math.max(high, ...known));
  const width = whole && to - from < most ? 1 : Math.max(1, Math.ceil((to - from + 1) / most));
  const count = Math.max(1, Math.ceil((to - from + (whole ? 1 : 0.001)) / width));
  return Array.from({ length: count }, (_, k) => {
    const start = from + k * width;
    return { from: start, to: start + width, at: width === 1 && whole ? start : start + width / 2 };
  });
}

/** Items into their bins; those without a value into a last bin of their own, if there are any. */
export function piled<T extends { readonly value: number }>(
  items: readonly T[],
  bins: readonly Bin[],
): readonly Binned<T>[] {
  const made = bins.map((b, k) => ({
    ...b,
    items: items.filter(
      (i) => i.value >= b.from && (i.value < b.to || (k === bins.length - 1 && i.value <= b.to)),
    ),
  }));
  const nothing = items.filter((i) => Number.isNaN(i.value));
  return nothing.length === 0
    ? made
    : [...made, { at: Number.NaN, from: Number.NaN, to: Number.NaN, items: nothing }];
}
