import { expect, test } from 'vitest';
import { criticalLean, criticalWeight, selfConsistentMeans, stationaryLaw } from './brock-durlauf.ts';
import { cascade, cascadePercent, cascadeShare, criticalSpread, normalThresholds } from './thresholds.ts';

const hundred = Array.from({ length: 100 }, (_, i) => i);
const rest = (path: readonly number[]): number => path[path.length - 1]!;

test('Granovetter: a hundred people, and one of them changed', () => {
  expect(rest(cascade(hundred))).toBe(100);
  expect(rest(cascade(hundred.map((t) => (t === 1 ? 2 : t))))).toBe(1);
});

test('Granovetter: conventions', () => {
  expect(rest(cascade(hundred, { strict: true }))).toBe(0);
  expect(rest(cascade(hundred, { strict: true, countsSelf: true }))).toBe(100);
  expect(
    rest(
      cascade(
        hundred.map((t) => (t === 1 ? 2 : t)),
        { countsSelf: true },
      ),
    ),
  ).toBe(100);
});

test.each([
  [0.1, 0.0076955],
  [0.11, 0.0171299],
  [0.12, 0.0402113],
  [0.122, 0.0547922],
  [0.1222, 0.0597572],
] as const)('Granovetter: normal thresholds with spread %f', (spread, share) => {
  expect(cascadeShare(normalThresholds(0.25, spread))).toBeCloseTo(share, 7);
});

test('Granovetter: the jump', () => {
  expect(cascadeShare(normalThresholds(0.25, 0.1223))).toBeGreaterThan(0.99);
  const { spread, share } = criticalSpread(0.25);
  expect(spread).toBeCloseTo(0.1222208683, 10);
  expect(share).toBeCloseTo(0.0620032515, 9);
});

test('Kuran: nearly the same people, quite another end', () => {
  const a = [0, 20, 20, 30, 40, 50, 60, 70, 80, 100];
  const b = [0, 20, 30, 30, 40, 50, 60, 70, 80, 100];
  const changed = (list: readonly number[]): number[] => list.map((t, i) => (i === 1 ? 10 : t));
  expect(cascadePercent(a)).toBe(10);
  expect(cascadePercent(changed(a))).toBe(90);
  expect(cascadePercent(changed(b))).toBe(20);
});

test.each([
  [1.1, 0.50294057494, 0.0204812272],
  [1.2, 0.6585696604, 0.0563905853],
  [1.5, 0.8585596366, 0.2075464553],
] as const)('Brock and Durlauf: βJ = %f', (bj, mean, lean) => {
  const roots = selfConsistentMeans(0, bj);
  expect(roots).toHaveLength(3);
  expect(roots[0]).toBeCloseTo(-mean, 9);
  expect(roots[1]).toBeCloseTo(0, 12);
  expect(roots[2]).toBeCloseTo(mean, 9);
  expect(criticalLean(bj)).toBeCloseTo(lean, 10);
  expect(selfConsistentMeans(lean - 1e-6, bj)).toHaveLength(3);
  expect(selfConsistentMeans(lean + 1e-6, bj)).toHaveLength(1);
});

test('Brock and Durlauf: with a lean', () => {
  const roots = selfConsistentMeans(0.1, 1.5);
  [-0.8010803756, -0.2059790603, 0.8938551972].forEach((m, i) => {
    expect(roots[i]).toBeCloseTo(m, 9);
  });
  expect(selfConsistentMeans(0.21, 1.5)).toHaveLength(1);
  expect(selfConsistentMeans(0.21, 1.5)[0]).toBeCloseTo(0.9201939, 7);
  expect(selfConsistentMeans(0, 0.9)).toHaveLength(1);
});

test('more than two alternatives', () => {
  expect(criticalWeight(3)).toBeCloseTo(2.7456436, 7);
  expect(criticalWeight(4)).toBeCloseTo(3.2187411, 7);
});

test('Blume: the stationary law of three', () => {
  const law = stationaryLaw(3, 0, 1);
  expect(law[0]! + law[3]!).toBeCloseTo(0.7112345942, 10);
  expect(law.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 15);
  const lone = stationaryLaw(1, 0.5, 3);
  expect(lone[1]! / lone[0]!).toBeCloseTo(Math.E, 14);
});
