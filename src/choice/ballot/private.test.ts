import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ballot } from './ballot.ts';
import { BallotSolver } from './equilibrium.ts';
import { PrivateReckoning, publicTraits, type Reckoning } from './private.ts';
import { majorityOfMembers, majorityOfVotesCast, shareOfVotesCast } from './rule.ts';
import { sampleBallot, sampleDraws } from './sample.ts';
import { type BallotDirection, BallotSensitivity } from './sensitivity.ts';

const solver = new BallotSolver(15);
const reckoning = new PrivateReckoning(15);

const drawn = fc.integer({ min: 1, max: 2 ** 31 });

function ballots(strength: number, maxVoters = 15): fc.Arbitrary<Ballot> {
  return fc.tuple(drawn, fc.integer({ min: 1, max: maxVoters }), fc.nat(3)).map(([seed, n, kind]) => {
    const rules = [
      majorityOfVotesCast(),
      majorityOfVotesCast(true),
      majorityOfMembers(n),
      shareOfVotesCast(2, 3),
    ];
    return sampleBallot(sampleDraws(seed), n, rules[kind]!, strength);
  });
}

test('with common and correct beliefs, the private reckoning is the equilibrium', () => {
  fc.assert(
    fc.property(ballots(1), (ballot) => {
      solver.solve(ballot);
      const out: Reckoning = { yes: 0, no: 0, pivot: 0, win: 0 };
      for (let i = 0; i < ballot.n; i++) {
        reckoning.open(solver);
        for (let j = 0; j < ballot.n; j++) if (j !== i) reckoning.believe(solver, j, publicTraits(ballot, j));
        reckoning.reckon(solver, i, publicTraits(ballot, i), out);
        expect(out.yes).toBeCloseTo(ballot.yes[i]! + solver.gains[i]!, 8);
        expect(out.no).toBeCloseTo(ballot.no[i]! - solver.gains[i]!, 8);
        expect(out.pivot).toBeCloseTo(solver.game.pivot[i]!, 8);
        expect(out.win).toBeCloseTo(solver.game.win, 8);
      }
    }),
    { numRuns: 60 },
  );
});

test('who misreads a colleague expects another result, and nobody else does', () => {
  const [ballot] = fc.sample(ballots(1, 9), { numRuns: 1, seed: 11 });
  solver.solve(ballot!);
  const publicWin = solver.game.win;
  const out: Reckoning = { yes: 0, no: 0, pivot: 0, win: 0 };
  reckoning.open(solver);
  reckoning.believe(solver, 1, { yes: 9, no: -9, stake: 0, prospect: 0, influence: null });
  reckoning.reckon(solver, 0, publicTraits(ballot!, 0), out);
  expect(out.win).toBeGreaterThan(publicWin);
  reckoning.open(solver);
  reckoning.reckon(solver, 2, publicTraits(ballot!, 2), out);
  expect(out.win).toBeCloseTo(publicWin, 10);
});

const FIELDS = ['yes', 'no', 'stake', 'prospect', 'influence'] as const;

function shifted(ballot: Ballot, direction: BallotDirection, step: number): Ballot {
  const moved = { ...ballot };
  for (const field of FIELDS) {
    const rate = direction[field];
    if (rate !== undefined) moved[field] = ballot[field]!.map((x, i) => x + step * rate[i]!);
  }
  return moved;
}

test('sensitivity equals difference quotients of the solution', () => {
  fc.assert(
    fc.property(ballots(0.6, 8), fc.constantFrom(...FIELDS, 'all' as const), (ballot, what) => {
      const wave = (x: Float64Array): Float64Array => x.map((_, i) => 0.5 + ((i * 7) % 5) / 5);
      const fields = what === 'all' ? FIELDS : [what];
      const direction: BallotDirection = Object.fromEntries(
        fields.map((field) => [field, wave(ballot[field]!)]),
      );
      const step = 1e-4;
      const at = (size: number): { gains: Float64Array; yes: Float64Array; win: number } => {
        solver.solve(shifted(ballot, direction, size));
        return { gains: solver.gains.slice(), yes: solver.game.yes.slice(), win: solver.game.win };
      };
      const after = at(step);
      const before = at(-step);
      solver.solve(ballot);
      const rates = new BallotSensitivity(solver).along(direction);
      for (let j = 0; j < ballot.n; j++) {
        expect(rates.gains[j]).toBeCloseTo((after.gains[j]! - before.gains[j]!) / (2 * step), 4);
        expect(rates.yes[j]).toBeCloseTo((after.yes[j]! - before.yes[j]!) / (2 * step), 4);
      }
      expect(rates.win).toBeCloseTo((after.win - before.win) / (2 * step), 4);
    }),
    { numRuns: 60, seed: 3 },
  );
});
