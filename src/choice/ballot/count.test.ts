import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Electorate, VoteCount } from './count.ts';
import { ExactCount } from './exact-count.ts';
import { NormalCount } from './normal-count.ts';
import { marginLaw, poissonBinomial, weightedSum, withoutVoter } from './poisson-binomial.ts';
import {
  majorityOfMembers,
  majorityOfVotesCast,
  passes,
  quota,
  shareOfVotesCast,
  unanimity,
  type VoteRule,
} from './rule.ts';

interface Shares {
  readonly yes: Float64Array;
  readonly no: Float64Array;
  readonly abstain: Float64Array;
}

const weightSum = (weights: readonly number[]): number => weights.reduce((a, b) => a + b, 0);

// P(yes wins), by enumeration of all ways to vote; `fixed` forces one voter's choice (0 no, 1 abstain, 2 yes).
function enumerate(
  rule: VoteRule,
  weights: readonly number[],
  shares: Shares,
  fixed?: [number, number],
): number {
  const visit = (i: number, yes: number, no: number, chance: number): number => {
    if (chance === 0) return 0;
    if (i === weights.length) return passes(rule, yes, no) ? chance : 0;
    const choice = (c: number, p: number): number =>
      visit(
        i + 1,
        yes + (c === 2 ? weights[i]! : 0),
        no + (c === 0 ? weights[i]! : 0),
        chance * (fixed?.[0] === i ? Number(fixed[1] === c) : p),
      );
    return choice(0, shares.no[i]!) + choice(1, shares.abstain[i]!) + choice(2, shares.yes[i]!);
  };
  return visit(0, 0, 0, 1);
}

const anyRule = fc.oneof(
  fc.constantFrom(
    majorityOfVotesCast(),
    majorityOfVotesCast(true),
    shareOfVotesCast(2, 3),
    shareOfVotesCast(2, 3, true),
    shareOfVotesCast(3, 4),
    majorityOfMembers(9),
    unanimity(5),
  ),
  fc.integer({ min: 0, max: 10 }).map(quota),
);

function toShares(raw: readonly (readonly [number, number, number])[], free: Uint8Array): Shares {
  const n = raw.length;
  const out = { yes: new Float64Array(n), no: new Float64Array(n), abstain: new Float64Array(n) };
  raw.forEach(([a, b, c], j) => {
    const abstain = free[j] === 1 ? c + 0.01 : 0;
    const total = a + b + abstain + 0.02;
    out.yes[j] = (a + 0.01) / total;
    out.no[j] = (b + 0.01) / total;
    out.abstain[j] = abstain / total;
  });
  return out;
}

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const cases = fc
  .record({
    rule: anyRule,
    voters: fc.array(
      fc.record({
        raw: fc.tuple(unit, unit, unit),
        free: fc.integer({ min: 0, max: 1 }),
        weight: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    weighted: fc.boolean(),
  })
  .map(({ rule, voters, weighted }) => {
    const mayAbstain = Uint8Array.from(voters, (v) => v.free);
    const weights = voters.map((v) => (weighted ? v.weight : 1));
    const electorate: Electorate = {
      n: voters.length,
      rule,
      mayAbstain,
      seats: null,
      weight: weighted ? Uint16Array.from(weights) : null,
    };
    return {
      electorate,
      weights,
      shares: toShares(
        voters.map((v) => v.raw),
        mayAbstain,
      ),
    };
  });

const count = new ExactCount();

test('pivots and the chance of winning equal brute force', () => {
  fc.assert(
    fc.property(cases, ({ electorate, weights, shares }) => {
      const pivots = new Float64Array(electorate.n);
      count.prepare(electorate);
      count.run(shares.yes, shares.no, shares.abstain, pivots);
      expect(count.win).toBeCloseTo(enumerate(electorate.rule, weights, shares), 12);
      for (let j = 0; j < electorate.n; j++) {
        const decided =
          enumerate(electorate.rule, weights, shares, [j, 2]) -
          enumerate(electorate.rule, weights, shares, [j, 0]);
        expect(pivots[j]).toBeCloseTo(decided, 12);
      }
    }),
    { numRuns: 300 },
  );
});

test('ten voters, every rule, once', () => {
  const n = 10;
  const free = new Uint8Array(n).fill(1);
  const raw = Array.from(
    { length: n },
    (_, j) => [(j * 7) % 10, (j * 3) % 10, 4].map((x) => x / 10) as [number, number, number],
  );
  const shares = toShares(raw, free);
  const pivots = new Float64Array(n);
  const ones = Array.from({ length: n }, () => 1);
  for (const rule of [majorityOfVotesCast(), shareOfVotesCast(2, 3), majorityOfMembers(n)]) {
    count.prepare({ n, rule, mayAbstain: free, seats: null, weight: null });
    count.run(shares.yes, shares.no, shares.abstain, pivots);
    const decided = enumerate(rule, ones, shares, [3, 2]) - enumerate(rule, ones, shares, [3, 0]);
    expect(pivots[3]).toBeCloseTo(decided, 13);
  }
});

function runAt(
  votes: VoteCount,
  shares: Shares,
  rates: Shares,
  k: number,
  step: number,
  n: number,
): Float64Array {
  const moved = { yes: shares.yes.slice(), no: shares.no.slice(), abstain: shares.abstain.slice() };
  moved.yes[k]! += step * rates.yes[k]!;
  moved.abstain[k]! += step * rates.abstain[k]!;
  moved.no[k]! += step * rates.no[k]!;
  const out = new Float64Array(n + 1);
  votes.run(moved.yes, moved.no, moved.abstain, out);
  out[n] = votes.win;
  return out;
}

function checkSlopes(votes: VoteCount, electorate: Electorate, shares: Shares, digits: number): void {
  const { n } = electorate;
  const yes = Float64Array.from({ length: n }, (_, j) => 0.3 + 0.05 * j);
  const abstain = Float64Array.from({ length: n }, (_, j) => (shares.abstain[j] === 0 ? 0 : 0.2 - 0.1 * j));
  const rates = { yes, abstain, no: yes.map((y, j) => -y - abstain[j]!) };
  const matrix = new Float64Array(n * n);
  const win = new Float64Array(n);
  votes.prepare(electorate);
  votes.run(shares.yes, shares.no, shares.abstain, new Float64Array(n));
  votes.slopes(yes, abstain, matrix, n, win);
  const step = 1e-5;
  for (let k = 0; k < n; k++) {
    const after = runAt(votes, shares, rates, k, step, n);
    const before = runAt(votes, shares, rates, k, -step, n);
    for (let j = 0; j < n; j++)
      expect(matrix[j * n + k]).toBeCloseTo((after[j]! - before[j]!) / (2 * step), digits);
    expect(win[k]).toBeCloseTo((after[n]! - before[n]!) / (2 * step), digits);
  }
}

test('slopes equal difference quotients', () => {
  fc.assert(
    fc.property(cases, ({ electorate, shares }) => checkSlopes(new ExactCount(), electorate, shares, 7)),
    { numRuns: 100 },
  );
});

test('a bloc counts as its members one by one', () => {
  const rule = majorityOfVotesCast();
  const shares = toShares(
    [
      [0.5, 0.3, 0.2],
      [0.2, 0.4, 0.4],
    ],
    Uint8Array.of(1, 1),
  );
  const spread = [0, 0, 0, 1, 1];
  const single: Shares = {
    yes: Float64Array.from(spread, (c) => shares.yes[c]!),
    no: Float64Array.from(spread, (c) => shares.no[c]!),
    abstain: Float64Array.from(spread, (c) => shares.abstain[c]!),
  };
  const blocs = new ExactCount();
  const out = new Float64Array(5);
  const free = new Uint8Array(5).fill(1);
  blocs.prepare({ n: 2, rule, mayAbstain: free, seats: Uint16Array.of(3, 2), weight: null });
  blocs.run(shares.yes, shares.no, shares.abstain, out);
  const [first, last] = [out[0]!, out[1]!];
  count.prepare({ n: 5, rule, mayAbstain: free, seats: null, weight: null });
  count.run(single.yes, single.no, single.abstain, out);
  expect(blocs.win).toBeCloseTo(count.win, 14);
  expect(first).toBeCloseTo(out[1]!, 14);
  expect(last).toBeCloseTo(out[4]!, 14);
});

test('large bodies: the normal law is near the exact one, and its slopes are right', () => {
  const n = 3;
  const electorate: Electorate = {
    n,
    rule: majorityOfVotesCast(),
    mayAbstain: new Uint8Array(n).fill(1),
    seats: Uint16Array.of(60, 70, 50),
    weight: null,
  };
  const shares = toShares(
    [
      [0.5, 0.3, 0.2],
      [0.3, 0.4, 0.4],
      [0.4, 0.5, 0.1],
    ],
    electorate.mayAbstain!,
  );
  const exact = new ExactCount();
  const normal = new NormalCount();
  const a = new Float64Array(n);
  const b = new Float64Array(n);
  exact.prepare(electorate);
  normal.prepare(electorate);
  exact.run(shares.yes, shares.no, shares.abstain, a);
  normal.run(shares.yes, shares.no, shares.abstain, b);
  expect(Math.abs(exact.win - normal.win)).toBeLessThan(0.002);
  for (let j = 0; j < n; j++) expect(Math.abs(a[j]! - b[j]!)).toBeLessThan(0.001);
  checkSlopes(normal, electorate, shares, 5);
  checkSlopes(exact, electorate, shares, 5);
});

test('a settled ballot leaves nobody a say', () => {
  const n = 3;
  const pivots = new Float64Array(n);
  const half = new Float64Array(n).fill(0.5);
  for (const [rule, win] of [
    [quota(0), 1],
    [quota(4), 0],
  ] as const) {
    count.prepare({ n, rule, mayAbstain: null, seats: null, weight: null });
    count.run(half, half, new Float64Array(n), pivots);
    expect(count.win).toBe(win);
    expect([...pivots]).toEqual([0, 0, 0]);
  }
});

test('Poisson binomial laws agree with each other', () => {
  const p = Float64Array.of(0.1, 0.5, 0.93, 0.7, 0.3);
  const n = p.length;
  const law = new Float64Array(n + 1);
  const without = new Float64Array(n);
  const others = new Float64Array(n);
  poissonBinomial(p, n, law);
  expect(law.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 15);
  for (let j = 0; j < n; j++) {
    withoutVoter(law, n, p[j]!, without);
    poissonBinomial(
      p.filter((_, k) => k !== j),
      n - 1,
      others,
    );
    for (let k = 0; k < n; k++) expect(without[k]).toBeCloseTo(others[k]!, 14);
  }
  const weighted = new Float64Array(weightSum([1, 2, 3, 1, 1]) + 1);
  weightedSum(p, Uint16Array.of(1, 2, 3, 1, 1), n, weighted);
  expect(weighted.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 15);
  expect(weighted[0]).toBeCloseTo(law[0]!, 15);
  const margin = new Float64Array(2 * n + 1);
  marginLaw(
    p,
    p.map((x) => 1 - x),
    n,
    margin,
  );
  for (let k = 0; k <= n; k++) expect(margin[2 * k]).toBeCloseTo(law[k]!, 14);
});
