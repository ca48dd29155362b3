import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NormalForm, normalForm, offsets } from '../games/normal-form.ts';
import { solveQre } from '../games/qre.ts';
import { type Ballot, FOLLOWED, NOT_CONVERGED, TURNED, UNIQUE } from './ballot.ts';
import { findBranches } from './branches.ts';
import { ContractionBound } from './contraction.ts';
import { BallotSolver } from './equilibrium.ts';
import { BallotGame } from './game.ts';
import { decides, majorityOfMembers, majorityOfVotesCast, quota, shareOfVotesCast } from './rule.ts';
import { sampleBallot, sampleDraws } from './sample.ts';

const solver = new BallotSolver(8);

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

function expectSolved(ballot: Ballot): void {
  const code = solver.solve(ballot);
  expect(code).not.toBe(NOT_CONVERGED);
  expect(solver.residual).toBeLessThanOrEqual(1e-9);
  const out = new Float64Array(ballot.n);
  solver.game.evaluate(solver.gains, 1, out);
  for (const f of out) expect(Math.abs(f)).toBeLessThanOrEqual(1e-9);
}

test('random ballots are solved to 1e-9', () => {
  fc.assert(fc.property(ballots(1), expectSolved), { numRuns: 200 });
});

test('so are ballots with strong interaction', () => {
  fc.assert(fc.property(ballots(4), expectSolved), { numRuns: 200, seed: 5 });
});

test('both paths, and a warm start, lead to the fixed point that is certified unique', () => {
  fc.assert(
    fc.property(ballots(0.4), (ballot) => {
      if (solver.solve(ballot) !== UNIQUE) return;
      const gains = solver.gains.slice(0, ballot.n);
      solver.gains.fill(0.3);
      for (const [path, warm] of [
        ['precision', false],
        ['interaction', true],
      ] as const) {
        expect(solver.solve(ballot, path, warm)).toBe(UNIQUE);
        for (let j = 0; j < ballot.n; j++) expect(solver.gains[j]).toBeCloseTo(gains[j]!, 8);
      }
      expect(findBranches(ballot)).toHaveLength(1);
    }),
    { numRuns: 100 },
  );
});

test('the bound on the Lipschitz constant holds wherever the map can lead', () => {
  const contraction = new ContractionBound();
  fc.assert(
    fc.property(ballots(1), fc.double({ min: 0, max: 1, noNaN: true }), (ballot, share) => {
      const bound = contraction.compute(ballot);
      const game = new BallotGame(ballot.n);
      const { n } = ballot;
      game.load(ballot, 'interaction');
      const h = new Float64Array(n);
      const matrix = new Float64Array(n * n);
      for (let round = 0; round < 6; round++) {
        game.evaluate(h, 1, new Float64Array(n));
        game.gainRates(matrix, n);
        expect(spectralRadius(matrix, n)).toBeLessThanOrEqual(bound);
        for (let j = 0; j < n; j++) h[j] = share * game.gain[j]!;
      }
    }),
    { numRuns: 200 },
  );
});

// Upper estimate of the radius of |M| by power steps from one side: a radius never exceeds it.
function spectralRadius(matrix: Float64Array, n: number): number {
  let v = new Float64Array(n).fill(1);
  let growth = 0;
  for (let round = 0; round < 60; round++) {
    const next = new Float64Array(n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) next[i]! += matrix[i * n + j]! * v[j]!;
    const size = Math.max(...next.map(Math.abs));
    if (size === 0) return 0;
    // Geometric mean over many rounds, so that complex pairs do not matter.
    growth += Math.log(size);
    v = next.map((x) => x / size);
  }
  return Math.exp(growth / 60) * 0.9;
}

const CHOICES = ['yes', 'no', 'abstain'] as const;

// The ballot written out as a finite game, prospect aside.
function written(ballot: Ballot): NormalForm {
  const menus = Array.from({ length: ballot.n }, (_, j) =>
    ballot.mayAbstain![j] === 1 ? CHOICES : CHOICES.slice(0, 2),
  );
  const sign = { yes: 1, no: -1, abstain: 0 } as const;
  return normalForm(
    menus.map((menu) => menu.length),
    (profile) => {
      const votes = profile.map((c) => CHOICES[c]!);
      return votes.map((vote, j) => {
        const others = (choice: string): number => votes.filter((v, k) => k !== j && v === choice).length;
        let gain = decides(ballot.rule, others('yes'), others('no')) ? ballot.stake[j]! : 0;
        votes.forEach((other, k) => {
          if (k !== j) gain += ballot.influence![j * ballot.n + k]! * sign[other];
        });
        if (vote === 'abstain') return 0;
        return vote === 'yes' ? ballot.yes[j]! + gain : ballot.no[j]! - gain;
      });
    },
  );
}

test('a small ballot has the logit equilibrium of the same game written out', () => {
  fc.assert(
    fc.property(ballots(1.5, 3), (raw) => {
      const ballot = { ...raw, prospect: new Float64Array(raw.n), influence: raw.influence!.slice() };
      for (let j = 0; j < raw.n; j++) ballot.influence[j * raw.n + j] = 0;
      solver.solve(ballot, 'precision');
      const game = written(ballot);
      const { profile } = solveQre(game, 1);
      offsets(game).forEach((first, j) => {
        expect(solver.game.yes[j]).toBeCloseTo(profile[first]!, 8);
        expect(solver.game.no[j]).toBeCloseTo(profile[first + 1]!, 8);
      });
    }),
    { numRuns: 150 },
  );
});

test('renumbering the voters renumbers the answer', () => {
  fc.assert(
    fc.property(ballots(1.5), (ballot) => {
      const { n } = ballot;
      const turn = (x: Float64Array): Float64Array => x.map((_, j) => x[(j + 3) % n]!);
      const code = solver.solve(ballot);
      const yes = turn(solver.game.yes.slice(0, n));
      const turned = {
        ...ballot,
        yes: turn(ballot.yes),
        no: turn(ballot.no),
        stake: turn(ballot.stake),
        prospect: turn(ballot.prospect),
        mayAbstain: ballot.mayAbstain!.map((_, j) => ballot.mayAbstain![(j + 3) % n]!),
        influence: ballot.influence!.map((_, i) => {
          const [j, k] = [Math.floor(i / n), i % n];
          return ballot.influence![((j + 3) % n) * n + ((k + 3) % n)]!;
        }),
      };
      expect(solver.solve(turned)).toBe(code);
      for (let j = 0; j < n; j++) expect(Math.abs(solver.game.yes[j]! - yes[j]!)).toBeLessThan(1e-9);
    }),
    { numRuns: 100 },
  );
});

function herd(n: number, pull: number, lean: (j: number) => number): Ballot {
  return {
    n,
    rule: majorityOfMembers(n),
    mayAbstain: null,
    seats: null,
    weight: null,
    yes: Float64Array.from({ length: n }, (_, j) => lean(j)),
    no: new Float64Array(n),
    stake: new Float64Array(n),
    prospect: new Float64Array(n),
    influence: Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 0 : pull / (n - 1))),
  };
}

test('mutual imitation makes several equilibria, and the solver does not call its own the only one', () => {
  // m = tanh(pull · m + lean / 2): three roots for pull > 1.
  expect(solver.solve(herd(7, 0.8, () => 0))).toBe(UNIQUE);
  const ballot = herd(7, 2, () => 0.2);
  expect(solver.solve(ballot)).toBe(FOLLOWED);
  const branches = findBranches(ballot);
  expect(branches.length).toBeGreaterThanOrEqual(3);
  expect(branches.reduce((sum, branch) => sum + branch.index, 0)).toBe(1);
  expect(branches.some((branch) => Math.abs(branch.gains[0]! - solver.gains[0]!) < 1e-8)).toBe(true);
  expect(solver.game.yes[0]).toBeGreaterThan(0.9);
});

test('a branch that folds is followed around, or its fold is reported', () => {
  // Two camps: six who lean against and follow one another, and a few leaders who pull them over.
  const n = 8;
  const ballot = herd(n, 0, (j) => (j < 6 ? -1.1 : 6));
  for (let j = 0; j < 6; j++)
    for (let k = 0; k < n; k++) if (j !== k) ballot.influence![j * n + k] = k < 6 ? 0.9 : 0.15;
  const code = solver.solve(ballot);
  expect([FOLLOWED, TURNED]).toContain(code);
  expect(solver.turningPoints > 0).toBe(code === TURNED);
  expect(solver.residual).toBeLessThanOrEqual(1e-10);
});

test('blocs: members who choose alike, in one entry or one by one', () => {
  const n = 5;
  const owner = [0, 0, 0, 1, 2];
  const lean = [0.4, -0.7, 0.1];
  const stake = [0.8, 1, -0.5];
  const blank = { weight: null, influence: null, rule: majorityOfVotesCast() };
  const one: Ballot = {
    ...blank,
    n,
    mayAbstain: new Uint8Array(n).fill(1),
    seats: null,
    yes: Float64Array.from(owner, (c) => lean[c]!),
    no: new Float64Array(n),
    stake: Float64Array.from(owner, (c) => stake[c]!),
    prospect: new Float64Array(n).fill(0.2),
  };
  const blocs: Ballot = {
    ...blank,
    n: 3,
    mayAbstain: new Uint8Array(3).fill(1),
    seats: Uint16Array.of(3, 1, 1),
    yes: Float64Array.from(lean),
    no: new Float64Array(3),
    stake: Float64Array.from(stake),
    prospect: new Float64Array(3).fill(0.2),
  };
  solver.solve(one);
  const single = [0, 3, 4].map((j) => solver.game.yes[j]!);
  solver.solve(blocs);
  single.forEach((p, j) => {
    expect(solver.game.yes[j]).toBeCloseTo(p, 9);
  });
});

test('a large assembly of blocs is approximated and says so', () => {
  const n = 4;
  const blocs: Ballot = {
    n,
    rule: quota(200),
    mayAbstain: new Uint8Array(n).fill(1),
    seats: Uint16Array.of(120, 90, 80, 60),
    weight: null,
    yes: Float64Array.of(1, -0.5, 0.5, 0),
    no: new Float64Array(n),
    stake: new Float64Array(n).fill(1),
    prospect: new Float64Array(n).fill(0.1),
    influence: null,
  };
  expect(solver.solve(blocs)).not.toBe(NOT_CONVERGED);
  expect(solver.residual).toBeLessThanOrEqual(1e-9);
  expect(solver.game.count.approximate).toBe(true);
});

test('edge cases: nobody, one voter, no interaction, settled votes', () => {
  const empty = herd(0, 0, () => 0);
  expect(solver.solve({ ...empty, influence: null })).toBe(UNIQUE);
  const alone = { ...herd(1, 0, () => 0), influence: null, stake: Float64Array.of(1), rule: quota(1) };
  solver.solve(alone);
  expect(solver.gains[0]).toBeCloseTo(1, 10);
  expect(solver.solve({ ...herd(4, 0, () => 30), influence: null })).toBe(UNIQUE);
  expect(solver.game.yes[0]).toBeCloseTo(1, 12);
  solver.solve({ ...herd(4, 0, () => 0), rule: quota(9), stake: new Float64Array(4).fill(2) });
  expect(solver.game.win).toBe(0);
  expect(solver.gains[0]).toBe(0);
});
