/**
 * The best fit that never falls: isotonic least squares by pooling adjacent violators (Ayer et al., Ann. Math.
 * Statist. 26 (1955) 641-647). Weights above 0, all 1 unless told. Returns one fitted value per input value; each is the
 * weighted mean of its pool. For a fit that never rises, negate before and after. Linear time.
 */
export function isotonic(values: ArrayLike<number>, weights?: ArrayLike<number>): Float64Array {
  const means: number[] = [];
  const masses: number[] = [];
  const counts: number[] = [];
  for (let k = 0; k < values.length; k++) {
    let mean = values[k]!;
    let mass = weights?.[k] ?? 1;
    let count = 1;
    while (means.length > 0 && means.at(-1)! >= mean) {
      const below = masses.pop()!;
      mean = (means.pop()! * below + mean * mass) / (below + mass);
      mass += below;
      count += counts.pop()!;
    }
    means.push(mean);
    masses.push(mass);
    counts.push(count);
  }
  const fitted = new Float64Array(values.length);
  let at = 0;
  means.forEach((mean, pool) => {
    fitted.fill(mean, at, at + counts[pool]!);
    at += counts[pool]!;
  });
  return fitted;
}
