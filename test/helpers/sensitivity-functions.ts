/** Functions of the sensitivity literature with known answers, used by several tests. */
import { sin } from '../../src/chance/index.ts';

const pi = Math.PI;

/** sin x1 + a sin^2 x2 + b x3^4 sin x1 (Ishigami & Homma 1990), with x uniform on (-pi, pi); u on (0, 1). */
export function ishigami(u: ArrayLike<number>, a = 7, b = 0.1): number {
  const [x1, x2, x3] = [0, 1, 2].map((k) => (2 * u[k]! - 1) * pi) as [number, number, number];
  const s1 = sin(x1);
  const s2 = sin(x2);
  return s1 + a * s2 * s2 + b * x3 * x3 * x3 * x3 * s1;
}

/** Product of (|4u - 2| + a) / (1 + a), the G function of Sobol with a = (0, 1, 4.5, 9, 99, 99, 99, 99). */
export function sobolG(u: ArrayLike<number>): number {
  return [0, 1, 4.5, 9, 99, 99, 99, 99].reduce((g, a, k) => (g * (Math.abs(4 * u[k]! - 2) + a)) / (1 + a), 1);
}

export const published = {
  ishigami: {
    variance: 13.8445879407,
    first: [0.3139051911, 0.4424111448, 0],
    total: [0.5575888552, 0.4424111448, 0.2436836641],
    shapley: [0.4357470232, 0.4424111448, 0.121841832],
  },
  sobolG: {
    variance: 0.4654244319,
    first: [0.716192169, 0.179048042, 0.0236757742, 0.00716192169, 7.16192169e-5],
    total: [0.787144127, 0.242198193, 0.0343169102, 0.0104603871, 1.04949052e-4],
  },
} as const;
