import { log } from './logarithm.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * log of the gamma function for x > 0. Absolute error below 1e-14 * max(1, |result|); near the zeros at 1 and
 * 2 it is this absolute error that counts. Infinity at 0 and Infinity; NaN below 0.
 * Method: x is raised to 10 or more by the recurrence, then Stirling's series (DLMF 5.11.1) to x^-15.
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 || x === Infinity ? Infinity : NaN;
  if (x === 1 || x === 2) return 0;
  let raised = x;
  let factor = 1;
  while (raised < 10) {
    factor *= raised;
    raised += 1;
  }
  const r = 1 / raised;
  const s = r * r;
  const series =
    r *
    (1 / 12 -
      s *
        (1 / 360 -
          s *
            (1 / 1260 -
              s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156 - s * (3617 / 122400))))))));
  return (raised - 0.5) * log(raised) - raised + HALF_LOG_TWO_PI + series - (factor === 1 ? 0 : log(factor));
}
