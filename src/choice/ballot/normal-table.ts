import { exp, normalCdf } from '../../chance/exact.ts';

/*
 * Φ from a table: Taylor's series to the fifth order around the nearest of 513 points, 1/32 apart. Error below 2e-13, six
 * times as fast as the exact function; the normal law of a count is itself good to three digits only.
 */
const reach = 8;
const perUnit = 32;
const size = 2 * reach * perUnit + 1;
const values = new Float64Array(size);
const densities = new Float64Array(size);
for (let k = 0; k < size; k++) {
  const x = k / perUnit - reach;
  values[k] = normalCdf(x);
  densities[k] = exp(-0.5 * x * x) / 2.5066282746310002;
}

/** Standard normal distribution function. Below −8 it is 0, above 8 it is 1. */
export function tabledCdf(z: number): number {
  if (!(z > -reach)) return 0;
  if (!(z < reach)) return 1;
  const k = ((z + reach) * perUnit + 0.5) | 0;
  const x = k / perUnit - reach;
  const d = z - x;
  const q = x * x;
  const series =
    1 + d * (-x / 2 + d * ((q - 1) / 6 + d * ((x * (3 - q)) / 24 + (d * (q * q - 6 * q + 3)) / 120)));
  return values[k] + densities[k] * d * series;
}
