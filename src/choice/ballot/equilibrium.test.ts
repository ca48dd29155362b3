import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ballot, FOLLOWED, NOT_CONVERGED, UNIQUE } from './ballot.ts';
import { BallotSolver } from './equilibrium.ts';
import { majorityOfMembers, majorityOfVotesCast, shareOfVotesCast, type VoteRule } from './rule.ts';

const solver = new BallotSolver(8);

const reason = fc.double({ min: -3, max: 3, noNaN: true });
const rules = (n: number): fc.Arbitrary<VoteRule> =>
  fc.constantFrom(
    majorityOfVotesCast(),
    majorityOfMembers(n),
    shareOfVotesCast(2, 3),
    majorityOfVotesCast(true),
  );

function ballots(scale: number, maxVoters = 15): fc.Arbitrary<Ballot> {
  return fc.integer({ min: 1, max: maxVoters }).chain((n) => {
    const vector = fc.array(reason, { minLength: n, maxLength: n }).map((a) => Float64Array.from(a));
    const scaled = (factor: number) => vector.map((a) => a.map((x) => x * factor * scale));
    return fc.record({
      n: fc.constant(n),
      rule: rules(n),
      mayAbstain: fc
        .array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n })
        .map((a) => Uint8Array.from(a)),
      seats: fc.constant(null),
      weight: fc.constant(null),
      yes: vector,
      no: vector,
      stake: scaled(0.5),
      prospect: scaled(0.2),
      influence: fc
        .array(reason, { minLength: n * n, maxLength: n * n })
        .map((a) => Float64Array.from(a, (x) => (x * scale) / (2 * n))),
    });
  });
}

test('random ballots are solved to 1e-9', () => {
  fc.assert(
    fc.property(ballots(1), (ballot) => {
      const code = solver.solve(ballot);
      expect(code).not.toBe(NOT_CONVERGED);
      expect(solver.residual).toBeLessThanOrEqual(1e-9);
      const out = new Float64Array(ballot.n);
      solver.game.evaluate(solver.gains, 1, out);
      for (const f of out) expect(Math.abs(f)).toBeLessThanOrEqual(1e-9);
    }),
    { numRuns: 300 },
  );
});

test('strong interaction is followed too', () => {
  const codes = [0, 0, 0, 0];
  fc.assert(
    fc.property(ballots(4), (ballot) => {
      const code = solver.solve(ballot);
      codes[code]++;
      if (code !== NOT_CONVERGED) expect(solver.residual).toBeLessThanOrEqual(1e-9);
    }),
    { numRuns: 300 },
  );
  console.log(codes);
  expect(codes[UNIQUE]).toBeGreaterThan(0);
  expect(codes[FOLLOWED]).toBeGreaterThan(0);
});
