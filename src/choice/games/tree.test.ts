import { expect, test } from 'vitest';
import { agentQre } from './agent-qre.ts';
import { writeEfg } from './efg.ts';
import { readEfg } from './efg-read.ts';
import { chanceMove, choice, compileTree, end, type GameNode, type GameTree, probabilityOf } from './tree.ts';

function probabilities(
  tree: GameTree,
  lambda: number,
  ...moves: readonly (readonly [string, string])[]
): number[] {
  const { behaviour } = agentQre(tree, lambda);
  return moves.map(([set, label]) => probabilityOf(tree, behaviour, set, label));
}

function expectAll(found: readonly number[], expected: readonly number[], digits: number): void {
  expected.forEach((p, i) => {
    expect(found[i]).toBeCloseTo(p, digits);
  });
}

// McKelvey & Palfrey (1992), four moves.
function centipede(): GameTree {
  const stops = [
    [0.8, 0.2],
    [0.4, 1.6],
    [3.2, 0.8],
    [1.6, 6.4],
  ] as const;
  const root = stops.reduceRight<GameNode>(
    (rest, stop, i) => choice(i % 2, `move ${i + 1}`, { TAKE: end(...stop), PASS: rest }),
    end(12.8, 3.2),
  );
  return compileTree(root, ['first', 'second']);
}

test.each([
  [0.5, [0.2962565749, 0.2779802856, 0.4648836494, 0.8320183851]],
  [1, [0.2361929655, 0.3762987442, 0.7615768236, 0.9608342772]],
] as const)('centipede, λ = %f', (lambda, expected) => {
  const moves = [1, 2, 3, 4].map((i) => [`move ${i}`, 'TAKE'] as const);
  expectAll(probabilities(centipede(), lambda, ...moves), expected, 10);
});

function jury(convict: (votes: number) => boolean, accuracy = 0.7): GameTree {
  const signals = (state: string, i: number, seen: readonly string[]): GameNode => {
    if (i === 3) return vote(state, 0, seen, 0);
    const right = state === 'guilty' ? accuracy : 1 - accuracy;
    return chanceMove(
      ['guilty', right, signals(state, i + 1, [...seen, 'guilty'])],
      ['innocent', 1 - right, signals(state, i + 1, [...seen, 'innocent'])],
    );
  };
  const vote = (state: string, i: number, seen: readonly string[], votes: number): GameNode => {
    if (i === 3) {
      const payoff = convict(votes) === (state === 'guilty') ? 1 : -1;
      return end(payoff, payoff, payoff);
    }
    return choice(i, `juror ${i + 1} saw ${seen[i]}`, {
      convict: vote(state, i + 1, seen, votes + 1),
      acquit: vote(state, i + 1, seen, votes),
    });
  };
  const root = chanceMove(
    ['guilty', 0.5, signals('guilty', 0, [])],
    ['innocent', 0.5, signals('innocent', 0, [])],
  );
  return compileTree(root, ['1', '2', '3']);
}

const JURY_MOVES = [
  ['juror 1 saw guilty', 'convict'],
  ['juror 1 saw innocent', 'convict'],
] as const;

// Feddersen & Pesendorfer (1998): P(convict | innocent signal) under unanimity of n.
function sigma(n: number, p = 0.7): number {
  const a = ((1 - p) / p) ** (1 / (n - 1));
  return (a * p - (1 - p)) / (p - a * (1 - p));
}

test('jury under unanimity: Nash', () => {
  expectAll([sigma(3), sigma(6), sigma(12)], [0.31425009, 0.65109272, 0.82442422], 8);
  const conviction = (n: number, p: number): number => (p + (1 - p) * sigma(n)) ** n;
  expectAll([conviction(3, 0.3), conviction(6, 0.3)], [0.14058777, 0.18634611], 8);
  expectAll([1 - conviction(3, 0.7), 1 - conviction(6, 0.7)], [0.49891348, 0.48489892], 8);
});

test('jury under unanimity and majority: agent QRE', () => {
  const unanimity = jury((votes) => votes === 3);
  expectAll(probabilities(unanimity, 1, ...JURY_MOVES), [0.56249801, 0.45850459], 8);
  expectAll(probabilities(unanimity, 5, ...JURY_MOVES), [0.97068202, 0.40468477], 8);
  expectAll(probabilities(unanimity, 20_000, ...JURY_MOVES), [1, 0.31425], 3);
  expectAll(
    probabilities(
      jury((votes) => votes >= 2),
      1,
      ...JURY_MOVES,
    ),
    [0.59809565, 0.40190435],
    8,
  );
});

test('three equal leaves: splitting a choice in two gives 1/2, as expected payoffs do and log-sums do not', () => {
  const flat = compileTree(choice(0, 'root', { A: end(0), B: end(0), C: end(0) }), ['me']);
  const split = compileTree(
    choice(0, 'root', { A: end(0), rest: choice(0, 'then', { B: end(0), C: end(0) }) }),
    ['me'],
  );
  expectAll(probabilities(flat, 1, ['root', 'A']), [1 / 3], 14);
  expectAll(probabilities(split, 1, ['root', 'A']), [1 / 2], 14);
});

// Clark, Golder & Golder (2017): benefit 1, exit value E, cost of voice c, worth of a loyal citizen L.
function exitVoiceLoyalty(E: number, L: number, c: number): GameTree {
  const ignored = choice(0, 'ignored', { exit: end(E - c, 1), loyalty: end(-c, 1 + L) });
  const root = choice(0, 'first', {
    exit: end(E, 1),
    loyalty: end(0, 1 + L),
    voice: choice(1, 'state', { respond: end(1 - c, L), ignore: ignored }),
  });
  return compileTree(root, ['citizen', 'state']);
}

const EVL_MOVES = [
  ['first', 'exit'],
  ['first', 'loyalty'],
  ['first', 'voice'],
  ['ignored', 'exit'],
  ['state', 'respond'],
] as const;

test.each([
  [0.5, 2, 0.2, [0, 0, 1, 1, 1]],
  [0.5, 0.5, 0.2, [1, 0, 0, 1, 0]],
  [-0.5, 2, 0.2, [0, 1, 0, 0, 0]],
  [-0.5, 0.5, 0.2, [0, 1, 0, 0, 0]],
  [0.9, 2, 0.2, [1, 0, 0, 1, 1]],
] as const)('exit, voice and loyalty: E = %f, L = %f, c = %f', (E, L, c, expected) => {
  expectAll(probabilities(exitVoiceLoyalty(E, L, c), 500, ...EVL_MOVES), expected, 9);
});

test.each([
  [1, [0.38400805, 0.23291266, 0.38307929, 0.62245933, 0.56092542]],
  [2, [0.3790044, 0.13942793, 0.48156767, 0.73105858, 0.71590409]],
] as const)('exit, voice and loyalty: agent QRE at λ = %f', (lambda, expected) => {
  expectAll(probabilities(exitVoiceLoyalty(0.5, 2, 0.2), lambda, ...EVL_MOVES), expected, 8);
});

function ultimatum(): GameTree {
  const defied = choice(0, 'defied', { expel: end(-1, -2), 'back down': end(-2, 1) });
  const answer = choice(1, 'answer', { comply: end(2, -1), defy: defied });
  return compileTree(choice(0, 'opening', { wait: end(0, 0), ultimatum: answer }), ['leader', 'faction']);
}

test.each([
  [0.5, [0.53186403, 0.62245933, 0.48342832]],
  [1, [0.62782802, 0.73105858, 0.54814431]],
] as const)('ultimatum: agent QRE at λ = %f', (lambda, expected) => {
  const moves = [
    ['opening', 'ultimatum'],
    ['defied', 'expel'],
    ['answer', 'comply'],
  ] as const;
  expectAll(probabilities(ultimatum(), lambda, ...moves), expected, 8);
});

test('a tree with information sets gives what backward induction gives where both apply', () => {
  // The idle player's two nodes form one set, which makes the solver follow the path instead.
  const idle = (rest: GameNode): GameNode => choice(1, 'idle', { same: rest, also: rest });
  const take = choice(0, 'take', { yes: end(1, 0), no: end(0, 0) });
  const tree = compileTree(chanceMove(['a', 0.5, idle(take)], ['b', 0.5, idle(end(0, 0))]), ['1', '2']);
  const qre = agentQre(tree, 2);
  expect(qre.branch).toBe('principal');
  expect(probabilityOf(tree, qre.behaviour, 'take', 'yes')).toBeCloseTo(0.880797077977882, 11);
});

test('.efg: what is written is read back', () => {
  for (const tree of [centipede(), ultimatum(), jury((votes) => votes >= 2)]) {
    const text = writeEfg(tree, 'A "quoted" title');
    const { title, tree: back } = readEfg(text);
    expect(title).toBe('A "quoted" title');
    expect(back.root).toEqual(tree.root);
    expect(writeEfg(back, title)).toBe(text);
  }
});

test('.efg: fractions, shared declarations, inner payoffs', () => {
  const { tree } = readEfg(`EFG 2 R "small" { "A" "B" }
"a comment"
c "" 1 "" { "l" 1/3 "r" 2/3 } 0
p "" 1 1 "" { "x" "y" } 1 "bonus" { 1, 1/2 }
t "" 2 "end" { 2 0 }
t "" 0
p "" 1 1 1
t "" 2
t "" 0`);
  expect(tree.sets).toMatchObject([{ player: 0, name: '(1,1)', labels: ['x', 'y'] }]);
  expect(tree.root).toMatchObject({ kind: 'chance', branches: [{ chance: 1 / 3 }, { chance: 2 / 3 }] });
  expect([...tree.payoffs.slice(4, 8)]).toEqual([3, 0.5, 1, 0.5]);
  expect(() => readEfg('EFG 2 R "x" { "A" } t "" 1')).toThrow(SyntaxError);
});

test('bad trees are refused', () => {
  expect(() => compileTree(chanceMove(['a', 0.4, end(0)], ['b', 0.4, end(0)]), ['me'])).toThrow(/not 1/);
  const uneven = chanceMove(
    ['a', 0.5, choice(0, 's', { x: end(0), y: end(1) })],
    ['b', 0.5, choice(0, 's', { x: end(0) })],
  );
  expect(() => compileTree(uneven, ['me'])).toThrow(/offers/);
});
