import { expect, test } from 'vitest';
import { expm1, log1p, logistic } from '../../chance/exact.ts';
import { marginLaw } from '../ballot/poisson-binomial.ts';
import { luFactor, luSolve } from './linear.ts';

// Palfrey & Rosenthal's turnout game with the numbers of Levine & Palfrey, APSR 101 (2007): win 105, lose 5, tie 55,
// costs uniform on 0 to 55; here in units of 100.
const TOP_COST = 0.55;
const PRECISION = 7;

// What voting is worth to a member of the faction of size `own`: half the chance of breaking or making a tie.
function benefit(own: number, ownRate: number, other: number, otherRate: number): number {
  const n = own - 1 + other;
  const yes = Float64Array.from({ length: n }, (_, j) => (j < own - 1 ? ownRate : 0));
  const no = Float64Array.from({ length: n }, (_, j) => (j < own - 1 ? 0 : otherRate));
  const law = new Float64Array(2 * n + 1);
  marginLaw(yes, no, n, law);
  return 0.5 * (law[n]! + law[n - 1]!);
}

type Response = (benefit: number) => number;

const nash: Response = (b) => Math.min(1, b / TOP_COST);
// Share of costs c for which a logit voter votes, averaged over c uniform.
const logit: Response = (b) => {
  const softplus = (x: number): number => log1p(expm1(x) + 1);
  return (softplus(PRECISION * b) - softplus(PRECISION * (b - TOP_COST))) / (PRECISION * TOP_COST);
};
const logitIntegers: Response = (b) => {
  let sum = 0;
  for (let cost = 0; cost <= 55; cost++) sum += logistic(PRECISION * (b - cost / 100));
  return sum / 56;
};

// Newton with difference quotients.
function solve(a: number, b: number, response: Response): [number, number] {
  const miss = (q: readonly number[]): [number, number] => [
    q[0]! - response(benefit(a, q[0]!, b, q[1]!)),
    q[1]! - response(benefit(b, q[1]!, a, q[0]!)),
  ];
  const q = [0.4, 0.4];
  for (let round = 0; round < 40; round++) {
    const f = Float64Array.from(miss(q));
    const right = miss([q[0]! + 1e-7, q[1]!]);
    const up = miss([q[0]!, q[1]! + 1e-7]);
    const matrix = Float64Array.from(
      [right[0] - f[0]!, up[0] - f[0]!, right[1] - f[1]!, up[1] - f[1]!],
      (d) => d / 1e-7,
    );
    const pivots = new Int32Array(2);
    luFactor(matrix, 2, 2, pivots);
    luSolve(matrix, 2, 2, pivots, f);
    q[0]! -= f[0]!;
    q[1]! -= f[1]!;
  }
  return [q[0]!, q[1]!];
}

const table = [
  { a: 1, b: 2, nash: [0.537, 0.64], qre: [0.548, 0.615], whole: [0.5485, 0.6145] },
  { a: 3, b: 6, nash: [0.413, 0.374], qre: [0.42, 0.395], whole: [0.4205, 0.395] },
  { a: 4, b: 5, nash: [0.46, 0.452], qre: [0.468, 0.463], whole: [0.4678, 0.4632] },
  { a: 9, b: 18, nash: [0.27, 0.228], qre: [0.297, 0.275], whole: [0.2978, 0.2755] },
  { a: 13, b: 14, nash: [0.302, 0.297], qre: [0.347, 0.344], whole: [0.3484, 0.3454] },
] as const;

test.each(table)('turnout of factions of $a and $b', (row) => {
  const check = (response: Response, expected: readonly [number, number], tolerance: number): void => {
    const found = solve(row.a, row.b, response);
    expect(Math.abs(found[0] - expected[0])).toBeLessThan(tolerance);
    expect(Math.abs(found[1] - expected[1])).toBeLessThan(tolerance);
  };
  check(nash, row.nash, 6e-4);
  check(logit, row.qre, 6e-4);
  check(logitIntegers, row.whole, 6e-5);
});
