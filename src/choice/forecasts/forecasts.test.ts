import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  editor,
  eva,
  moveOf,
  peace,
  press,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { clearMeaning, Bearing, Mean, meanWidth } from '../../acts/meaning.ts';
import { believed } from '../../world/beliefs.ts';
import type { Scene } from '../../world/scene.ts';
import { initialParameters } from '../parameters.ts';
import { F, type Forecasts } from './constants.ts';
import { dependence, expectedLine as expectedNow, lineAfter, pressWeight as pressNow } from './line.ts';
import { bodyMedian as medianNow } from './median.ts';
import { forgetPanels } from './panel.ts';
import { pressureBehind } from './pressure.ts';
import { chanceAdopted as chanceNow } from './vote.ts';

const forecasts = (): Forecasts => ({
  constants: initialParameters().forecasts,
  kappa: 0,
  demand: 50,
  without: new Float64Array(2).fill(Number.NaN),
});
/** Bodies are looked at once an occasion; here every question is an occasion of its own. */
const afresh =
  <A extends unknown[], R>(f: (...args: A) => R) =>
  (...args: A): R => {
    forgetPanels();
    return f(...args);
  };
const bodyMedian = afresh(medianNow);
const chanceAdopted = afresh(chanceNow);
const expectedLine = afresh(expectedNow);
const pressWeight = afresh(pressNow);

const people = [ann, bob, cyr, dan, eva];
function stand(s: Scene, at: readonly number[]): void {
  at.forEach((v, p) => {
    s.state.work[p * 2 + peace] = s.state.position[p * 2 + peace] = s.state.publicMean[p * 2 + peace] = v;
  });
}

test('the smoothed median lies in the middle, moves with its members and never leaves their span', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 5, maxLength: 5 }),
      fc.nat(4),
      fc.double({ min: 0, max: 40, noNaN: true }),
      (at, who, up) => {
        const s = tinyScene();
        stand(s, at);
        const m = bodyMedian(s, -1, committee, peace);
        const sorted = [...at].sort((a, b) => a - b);
        if (m < (sorted[0] ?? 0) - 8.01 || m > (sorted[4] ?? 0) + 8.01) return false;
        if (Math.abs(m - (sorted[2] ?? 0)) > 8.01) return false;
        const raised = bodyMedian(s, -1, committee, peace, -1, who, Math.min(100, (at[who] ?? 0) + up));
        return raised >= m - 2e-3;
      },
    ),
    { numRuns: 400 },
  );
});

test('weights are votes, and whoever has no vote has no weight', () => {
  const s = tinyScene({ size: Float64Array.of(1, 1, 1, 1, 9, 1) });
  stand(s, [0, 0, 0, 0, 90]);
  expect(bodyMedian(s, -1, committee, peace)).toBeGreaterThan(80);
  s.state.seat[committee * 6 + eva] = 2;
  expect(bodyMedian(s, -1, committee, peace)).toBeLessThan(10);
  expect(bodyMedian(s, -1, committee, peace, ann)).toBeLessThan(10);
  for (const p of people) s.state.seat[committee * 6 + p] = 0;
  expect(Number.isNaN(bodyMedian(s, -1, committee, peace))).toBe(true);
});

test('a viewer knows himself, has views of his own, and otherwise believes what everybody does', () => {
  const s = tinyScene();
  stand(s, [10, 20, 30, 40, 50]);
  s.state.work[ann * 2 + peace] = 77;
  expect(believed(s, ann, ann, peace)).toBe(77);
  expect(believed(s, bob, ann, peace)).toBe(10);
  for (let e = s.world.edgeStart[bob] ?? 0; e < (s.world.edgeStart[bob + 1] ?? 0); e++)
    if (s.world.edgeTo[e] === ann) s.state.beliefMean[e * 2 + peace] = 95;
  expect(believed(s, bob, ann, peace)).toBe(95);
  expect(believed(s, cyr, ann, peace)).toBe(10);
});

test('the line expected is (1 − h)·line + h·median while nobody presses', () => {
  const s = tinyScene();
  stand(s, [20, 20, 20, 20, 20]);
  const f = forecasts();
  const h = f.constants[F.again] ?? 0;
  expect(expectedLine(s, f, cyr, peace)).toBeCloseTo((1 - h) * 75 + h * 20, 2);
  s.state.line[committee * 2 + peace] = Number.NaN;
  expect(expectedLine(s, f, cyr, peace)).toBeCloseTo(20, 2);
});

test('a demand draws the expected line towards itself, the more the more credible it is, and never beyond', () => {
  const lines = [0, 0.3, 0.6, 0.9].map((force) => {
    const s = tinyScene();
    stand(s, [75, 75, 75, 75, 75]);
    apply(
      s,
      moveOf('demand', {
        by: union,
        to: s.world.people + committee,
        body: committee,
        issue: peace,
        value: 25,
        option: 0,
      }),
    );
    s.state.procForce[0] = force;
    const f = forecasts();
    const l = expectedLine(s, f, ann, peace);
    pressureBehind(s, f, ann, committee, peace);
    expect(f.kappa).toBeGreaterThanOrEqual(0);
    expect(f.kappa).toBeLessThan(1);
    if (force > 0) expect(f.demand).toBe(25);
    return l;
  });
  for (let k = 1; k < lines.length; k++) expect(lines[k]).toBeLessThan(lines[k - 1] ?? 0);
  expect(lines[3]).toBeGreaterThan(25);
});

test('one’s own demand is no pressure on oneself', () => {
  const s = tinyScene();
  apply(
    s,
    moveOf('demand', {
      by: union,
      to: s.world.people + committee,
      body: committee,
      issue: peace,
      value: 25,
      option: 0,
    }),
  );
  const f = forecasts();
  pressureBehind(s, f, union, committee, peace);
  expect(f.kappa).toBe(0);
});

test('dependence grows with a name, with what is held, with posts and with a seat; never beyond 1', () => {
  const s = tinyScene();
  const x = s.state;
  const d = (): number => dependence(s, bob, committee);
  const before = d();
  x.authority[bob] = 0.9;
  const named = d();
  expect(named).toBeGreaterThan(before);
  x.resourceHolder[press] = ann;
  expect(d()).toBeLessThan(named);
  x.holder[editor] = -1;
  const seated = d();
  x.seat[committee * 6 + bob] = 0;
  expect(d()).toBeLessThan(seated);
  x.authority[bob] = x.resourceWeight[press] = 1;
  x.resourceHolder.fill(bob);
  expect(d()).toBeLessThanOrEqual(1);
});

test('what is asked costs: the further a demand from the line, the less it weighs', () => {
  const s = tinyScene();
  const f = forecasts();
  const w = [75, 50, 25, 0].map((value) => pressWeight(s, f, bob, committee, 75, value, 0.8));
  for (let k = 1; k < w.length; k++) expect(w[k]).toBeLessThan(w[k - 1] ?? 0);
  expect(pressWeight(s, f, bob, committee, 75, 25, 0)).toBe(0);
});

test('every bearing leaves the expected line between where it was and where it is drawn', () => {
  const s = tinyScene();
  const f = forecasts();
  const row = new Float64Array(meanWidth);
  for (const [name, bearing] of Object.entries(Bearing)) {
    for (const value of [0, 25, 50, 100]) {
      for (const chance of [0, 0.4, 1]) {
        clearMeaning(row, 0);
        row[Mean.issue] = peace;
        row[Mean.body] = committee;
        row[Mean.bearing] = bearing;
        row[Mean.value] = value;
        row[Mean.target] = bob;
        row[Mean.chance] = chance;
        f.without.fill(Number.NaN);
        const waiting = expectedLine(s, f, ann, peace);
        const after = lineAfter(s, f, ann, row, 0, waiting, 0.5);
        expect([name, value, chance, after >= 0 && after <= 100]).toEqual([name, value, chance, true]);
        if (
          bearing === Bearing.none ||
          (chance === 0 && ![Bearing.motion, Bearing.leave, Bearing.practise].includes(bearing as never))
        )
          expect([name, after]).toEqual([name, waiting]);
      }
    }
  }
});

test('the chance of adoption: more who agree, a lower threshold, a firmer view of them', () => {
  const s = tinyScene();
  const rule = s.world.rule[committee];
  if (!rule) throw new Error('no rule');
  const p = (value: number, r = rule): number => chanceAdopted(s, -1, committee, peace, value, 75, r, 8);
  stand(s, [20, 20, 20, 75, 75]);
  expect(p(25)).toBeGreaterThan(0.5);
  stand(s, [20, 20, 75, 75, 75]);
  const few = p(25);
  expect(few).toBeLessThan(0.5);
  expect(p(25, { share: 2 / 3, base: 0, strict: false, count: 0 })).toBeLessThan(few);
  expect(p(25, { share: 0, base: 0, strict: false, count: 1 })).toBeGreaterThan(0.9);
  // Three sure votes of five are a majority; two are none; of all members, the absent count as votes against.
  stand(s, [0, 0, 0, 100, 100]);
  expect(p(0)).toBeGreaterThan(0.9);
  stand(s, [0, 0, 100, 100, 100]);
  expect(p(0)).toBeLessThan(0.1);
  stand(s, [0, 0, 0, 100, 100]);
  s.state.away[ann] = 1;
  expect(p(0, { share: 0.5, base: 2, strict: true, count: 0 })).toBeLessThan(0.2);
  s.state.away[ann] = 0;
  for (const v of [0, 25, 50, 75, 100]) {
    expect(p(v)).toBeGreaterThanOrEqual(0);
    expect(p(v)).toBeLessThanOrEqual(1);
  }
});
