import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLambda, fitLambdaToPayoffs } from './fit-lambda.ts';
import { LogitSystem } from './logit-system.ts';
import {
  bimatrix,
  expectedPayoffs,
  type NormalForm,
  normalForm,
  regret,
  symmetric,
  uniformProfile,
} from './normal-form.ts';
import { PATH_OPTIONS, type PathProblem, PathFollower } from './path.ts';
import { iterate, otherBranches, residualOf, solveQre, tracePrincipal } from './qre.ts';

// Ochs's asymmetric matching pennies as in McKelvey & Palfrey (1995).
const ochs = bimatrix(
  [
    [1.114, 0],
    [0, 0.2785],
  ],
  [
    [0, 1.1141],
    [1.1141, 0],
  ],
);
const stagHunt = symmetric([
  [3, 0],
  [2, 2],
]);

const blocks = [
  { u: 0.527, l: 0.366, n: 2048, lambda: 1.845871, qre: [0.6156446, 0.3832815], payoffs: 1.00705 },
  { u: 0.573, l: 0.393, n: 2048, lambda: 1.567977, qre: [0.6100788, 0.4050205], payoffs: 1.51787 },
] as const;

function counts(u: number, l: number, n: number): Float64Array {
  return Float64Array.of(u * n, (1 - u) * n, l * n, (1 - l) * n);
}

test('Ochs: λ = 1.5', () => {
  const qre = solveQre(ochs, 1.5);
  expect(qre.profile[0]).toBeCloseTo(0.608210534, 9);
  expect(qre.profile[2]).toBeCloseTo(0.4105548658, 9);
  expect(qre).toMatchObject({ branch: 'principal', turningPoints: 0, crossings: 1 });
  expect(qre.residual).toBeLessThan(1e-12);
});

test.each(blocks)('Ochs: maximum likelihood λ = $lambda', ({ u, l, n, lambda, qre, payoffs }) => {
  const fit = fitLambda(ochs, counts(u, l, n));
  expect(fit.lambda).toBeCloseTo(lambda, 6);
  expect(fit.profile[0]).toBeCloseTo(qre[0], 7);
  expect(fit.profile[2]).toBeCloseTo(qre[1], 7);
  expect(fit.atLimit).toBe(false);
  expect(fitLambdaToPayoffs(ochs, counts(u, l, 1), counts(u, l, n))).toBeCloseTo(payoffs, 5);
});

test('Ochs: likelihood of the first block, and a last block that only λ → ∞ explains', () => {
  expect(fitLambda(ochs, counts(0.527, 0.366, 2048)).logLikelihood).toBeCloseTo(-2796.22597, 5);
  const fit = fitLambda(ochs, counts(0.455, 0.285, 512), 1.04e6);
  expect(fit.atLimit).toBe(true);
  expect(fit.profile[0]).toBeCloseTo(0.5000006, 7);
  expect(fit.profile[2]).toBeCloseTo(0.2, 6);
});

test('Ochs: plain iteration diverges above λ = 2.465074', () => {
  const gain = (lambda: number): number => {
    const { profile } = solveQre(ochs, lambda);
    return lambda ** 2 * 1.3925 * profile[0]! * profile[1]! * 2.2282 * profile[2]! * profile[3]!;
  };
  expect(gain(2.465073)).toBeLessThan(1);
  expect(gain(2.465075)).toBeGreaterThan(1);
  const end = (lambda: number): number => {
    const start = solveQre(ochs, lambda).profile.map((p, j) => p + (j % 2 === 0 ? 1e-3 : -1e-3));
    return residualOf(ochs, iterate(ochs, lambda, start, 4000), lambda);
  };
  expect(end(2.4)).toBeLessThan(1e-9);
  expect(end(2.6)).toBeGreaterThan(1e-2);
  expect(solveQre(ochs, 3.306).residual).toBeLessThan(1e-12);
});

test('constant-sum game of Gambit', () => {
  const game = bimatrix(
    [
      [1, 1],
      [0, 1],
    ],
    [
      [1, 1],
      [2, 1],
    ],
  );
  const rows = [
    [1, 0.643, 0.5883],
    [2, 0.7727, 0.6117],
    [3, 0.8595, 0.6038],
  ] as const;
  for (const [lambda, p, q] of rows) {
    const { profile } = solveQre(game, lambda);
    expect(Math.abs(profile[0]! - p)).toBeLessThan(6e-5);
    expect(Math.abs(profile[2]! - q)).toBeLessThan(6e-5);
  }
});

test('stag hunt: the principal branch ends at hare; two more equilibria from λ = 3.1129739 on', () => {
  expect(solveQre(stagHunt, 2).profile[0]).toBeCloseTo(0.020264, 6);
  expect(otherBranches(stagHunt, 3.1129)).toEqual([]);
  const others = otherBranches(stagHunt, 3.2).map((qre) => qre.profile[0]!);
  expect(others.filter((p) => p > 0.878)).toHaveLength(1);
  expect(others).toHaveLength(2);
  expect(solveQre(stagHunt, 50).profile[0]).toBeLessThan(1e-9);
});

test('stag hunt: the fold is at λ = 3.1129739, P(stag) = 0.8780493', () => {
  const [start] = otherBranches(stagHunt, 4).filter((qre) => qre.profile[0]! > 0.9);
  const fold = foldBelow(stagHunt, start!.profile.map(Math.log), 4);
  expect(fold.lambda).toBeCloseTo(3.1129739, 7);
  expect(fold.p).toBeCloseTo(0.8780493, 4);
});

// Follows a branch downwards in λ until it turns, in short steps.
function foldBelow(game: NormalForm, x: Float64Array, from: number): { lambda: number; p: number } {
  const system = new LogitSystem(game);
  const mirror: PathProblem = {
    size: system.size,
    evaluate: (at, t, out) => system.evaluate(at, -t, out),
    jacobian: (at, t, matrix, stride) => {
      system.jacobian(at, -t, matrix, stride);
      for (let a = 0; a < system.size; a++) matrix[a * stride + system.size]! *= -1;
    },
  };
  const best = { lambda: from, p: 0 };
  const options = { ...PATH_OPTIONS, maxStep: 1e-4, firstStep: 1e-4, pathTolerance: 1e-11, maxSteps: 40_000 };
  new PathFollower(system.size).follow(mirror, x, -from, -2, options, (at, t) => {
    if (-t > best.lambda) return false;
    best.lambda = -t;
    best.p = Math.exp(at[0]!);
    return true;
  });
  return best;
}

test("McKelvey's loop-back game: the principal branch bends backwards in λ and says so", () => {
  const game = normalForm([2, 2], ([i, j]) => (i === 0 ? [6, 7] : j === 0 ? [7.32, 6] : [1, 4]));
  const lambdas = tracePrincipal(game, 60).map((point) => point.lambda);
  const bends = lambdas.filter((l, i) => i > 1 && l > lambdas[i - 1]! !== lambdas[i - 1]! > lambdas[i - 2]!);
  expect(bends.length).toBeGreaterThanOrEqual(2);
  expect(solveQre(game, 1.32)).toMatchObject({ turningPoints: 0, crossings: 1 });
  expect(solveQre(game, 1.335)).toMatchObject({ turningPoints: 0, crossings: 3 });
  expect(otherBranches(game, 1.335)).toHaveLength(2);
  expect(solveQre(game, 1.36)).toMatchObject({ turningPoints: 2, crossings: 1 });
  expect(solveQre(game, 60)).toMatchObject({ turningPoints: 2, crossings: 1 });
});

test('adding a constant to a payoff, or scaling payoffs against λ, changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 24, maxLength: 24 }),
      fc.double({ min: -50, max: 50, noNaN: true }),
      (values, constant) => {
        const game: NormalForm = {
          strategies: [2, 3, 2],
          payoffs: Float64Array.from([...values, ...values.slice(0, 12)]),
        };
        const moved = { ...game, payoffs: game.payoffs.map((u, i) => u + (i % 3 === 0 ? constant : 0)) };
        const doubled = { ...game, payoffs: game.payoffs.map((u) => 2 * u) };
        const base = solveQre(game, 1).profile;
        solveQre(moved, 1).profile.forEach((p, a) => {
          expect(p).toBeCloseTo(base[a]!, 9);
        });
        solveQre(doubled, 0.5).profile.forEach((p, a) => {
          expect(p).toBeCloseTo(base[a]!, 9);
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('red bus, blue bus: doubling an alternative changes shares', () => {
  const one = solveQre(
    normalForm([2], () => [0]),
    1,
  ).profile;
  const two = solveQre(
    normalForm([3], () => [0]),
    1,
  ).profile;
  expect([...one]).toEqual([0.5, 0.5]);
  two.forEach((p) => {
    expect(p).toBeCloseTo(1 / 3, 14);
  });
});

test('regret and expected payoffs', () => {
  const nash = Float64Array.of(0.5, 0.5, 0.2, 0.8);
  expect(regret(ochs, nash)).toBeLessThan(1e-15);
  expect(expectedPayoffs(ochs, nash)[0]).toBeCloseTo(0.2228, 12);
  expect(regret(ochs, uniformProfile(ochs))).toBeGreaterThan(0.1);
  expect(regret(stagHunt, solveQre(stagHunt, 500).profile)).toBeLessThan(1e-6);
});
