import { exp } from '../../chance/exponential.ts';

export { exp, expm1 } from '../../chance/exponential.ts';
export { log, log1p } from '../../chance/logarithm.ts';

export function normalCdf(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * z);
  const poly =
    -1.26551223 +
    t *
      (1.00002368 +
        t *
          (0.37409196 +
            t *
              (0.09678418 +
                t *
                  (-0.18628806 +
                    t *
                      (0.27886807 +
                        t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))));
  const tail = 0.5 * t * exp(-z * z + poly);
  return x >= 0 ? 1 - tail : tail;
}
