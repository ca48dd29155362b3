/**
 * Krippendorff's alpha for interval data: 1 − observed over expected disagreement, disagreement being the squared difference.
 *
 *     D_o = 1/n Σ over units u, 1/(m_u − 1) Σ over ordered pairs within u of (a − b)²
 *     D_e = 1/(n (n − 1)) Σ over all ordered pairs of (a − b)²
 *
 * `units[u]` has the values that different coders gave to one thing; units with fewer than two are left out; n counts the values that
 * remain. 1 is agreement, 0 what chance would give; it can be negative. NaN if nothing can be compared or all values are the same.
 * Krippendorff, Content Analysis, 2nd ed. 2004, ch. 11; Hayes & Krippendorff, Commun. Methods Meas. 1 (2007) 77–89.
 */
export function alphaInterval(units: readonly (readonly number[])[]): number {
  const compared = units.filter((u) => u.length > 1);
  const all = compared.flat();
  const n = all.length;
  let within = 0;
  for (const u of compared) within += pairs(u) / (u.length - 1);
  const expected = pairs(all) / (n * (n - 1));
  return n < 2 || expected === 0 ? Number.NaN : 1 - within / n / expected;
}

/** Σ over ordered pairs of (a − b)², in one pass: 2 (n Σa² − (Σa)²) about the first value. */
function pairs(values: readonly number[]): number {
  const [origin = 0] = values;
  let [sum, squares] = [0, 0];
  for (const v of values) {
    sum += v - origin;
    squares += (v - origin) * (v - origin);
  }
  return Math.max(0, 2 * (values.length * squares - sum * sum));
}
