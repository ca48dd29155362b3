import { exp, log, tanh } from '../../chance/exact.ts';

/**
 * All mean choices m that confirm themselves, m = tanh(βh + βJm), in ascending order (Brock & Durlauf, Rev. Econ. Stud. 68
 * (2001) 235–260). Choices are coded −1 and +1. The middle one of three is unstable.
 *
 * @param bh βh, private lean times precision
 * @param bj βJ, social weight times precision
 */
export function selfConsistentMeans(bh: number, bj: number): number[] {
  const excess = (m: number): number => tanh(bh + bj * m) - m;
  const edges = [-1, ...turns(bh, bj), 1];
  const roots: number[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const root = bisect(excess, edges[i], edges[i + 1]);
    if (root !== undefined && !roots.some((r) => Math.abs(r - root) < 1e-13)) roots.push(root);
  }
  return roots;
}

// Between neighbouring turns of tanh(βh + βJm) − m there is at most one root.
function turns(bh: number, bj: number): number[] {
  if (bj <= 1) return [];
  const edge = artanh(Math.sqrt(1 - 1 / bj));
  return [(-edge - bh) / bj, (edge - bh) / bj].filter((m) => m > -1 && m < 1);
}

function bisect(f: (x: number) => number, from: number, to: number): number | undefined {
  let low = from;
  let high = to;
  const sign = f(low);
  if (sign === 0) return low;
  if (sign > 0 === f(high) > 0) return undefined;
  for (let round = 0; round < 200; round++) {
    const middle = 0.5 * (low + high);
    if (middle === low || middle === high) break;
    if (f(middle) > 0 === sign > 0) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

function artanh(x: number): number {
  return 0.5 * log((1 + x) / (1 - x));
}

/** Lean |βh| below which three equilibria exist when βJ = x > 1: H(x) = √(x(x−1)) − artanh √(1−1/x). */
export function criticalLean(x: number): number {
  return x <= 1 ? 0 : Math.sqrt(x * (x - 1)) - artanh(Math.sqrt(1 - 1 / x));
}

/**
 * Smallest social weight K at which L alternatives, chosen with P ∝ exp(K · share), have equilibria besides even shares:
 * the minimum over x of log((L−1)x / (1−x)) / (x − (1−x)/(L−1)), x the share of the favoured one.
 */
export function criticalWeight(alternatives: number): number {
  const others = alternatives - 1;
  const weight = (x: number): number => log((others * x) / (1 - x)) / (x - (1 - x) / others);
  // Beyond even shares the curve falls, then rises: ternary search.
  let low = 1 / alternatives + 1e-6;
  let high = 1 - 1e-9;
  for (let round = 0; round < 200; round++) {
    const third = (high - low) / 3;
    if (weight(low + third) < weight(high - third)) high -= third;
    else low += third;
  }
  return weight(0.5 * (low + high));
}

/**
 * Stationary law of a body of N in which one member at a time revises with P(ω_i) ∝ exp(βhω_i + βJ/(N−1) ω_i Σ_j≠i ω_j)
 * (Blume, GEB 5 (1993) 387–424): π(ω) ∝ exp(βh Σω_i + βJ/(N−1) Σ_i<j ω_i ω_j).
 *
 * @returns probability of k members at +1, k = 0 … N
 */
export function stationaryLaw(members: number, bh: number, bj: number): Float64Array {
  const logs = new Float64Array(members + 1);
  let choose = 0;
  for (let k = 0; k <= members; k++) {
    const sum = 2 * k - members;
    const pairs = (sum * sum - members) / 2;
    logs[k] = choose + bh * sum + (members > 1 ? (bj / (members - 1)) * pairs : 0);
    choose += log((members - k) / (k + 1) || 1);
  }
  const top = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = logs.map((x) => exp(x - top));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / total);
}
