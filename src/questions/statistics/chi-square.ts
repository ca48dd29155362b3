import { erfc, exp } from '../../chance/index.ts';
import { insist } from './errors.ts';

const sqrtPi = 1.772453850905516;

/**
 * Probability that chi-square with `degrees` degrees of freedom is at least x: finite sums for whole degrees
 * (Abramowitz & Stegun 26.4.4-5); 0 beyond x = 1,400. x >= 0; degrees 1 to 1,000. Throws `bad-argument`.
 */
export function chiSquareTail(x: number, degrees: number): number {
  insist(x >= 0, 'bad-argument', `chi-square is ${x}; it must be 0 or more`);
  insist(
    Number.isInteger(degrees) && degrees >= 1 && degrees <= 1000,
    'bad-argument',
    `${degrees} degrees of freedom; 1 to 1,000`,
  );
  const half = x / 2;
  if (half === 0) return 1;
  if (half > 700) return 0;
  const odd = degrees % 2 === 1;
  const decay = exp(-half);
  let term = odd ? (decay * Math.sqrt(half)) / (sqrtPi / 2) : decay;
  let tail = odd ? erfc(Math.sqrt(half)) : 0;
  for (let power = odd ? 0.5 : 0; power <= degrees / 2 - 1; power++) {
    tail += term;
    term *= half / (power + 1);
  }
  return Math.min(1, tail);
}
