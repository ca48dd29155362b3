import { expect, test } from 'vitest';
import { afresh, believe, forecasts, rowOf, stand, unionDemands } from '../../../test/helpers/committee.ts';
import { ann, bob, committee, cyr, peace, tinyScene } from '../../../test/helpers/tiny-world.ts';
import { Bearing, Mean } from '../../acts/meaning.ts';
import { believed } from '../../world/beliefs.ts';
import { expectedLine as expectedNow, lineAfter, pressWeight as pressNow } from './line.ts';
import { pressureBehind } from './pressure.ts';

/* What holds of the forecasts together; each has its own tests beside it. */

const expectedLine = afresh(expectedNow);
const pressWeight = afresh(pressNow);

test('a viewer knows himself, has views of his own, and otherwise believes what everybody does', () => {
  const s = tinyScene();
  stand(s, [10, 20, 30, 40, 50]);
  s.state.work[ann * 2 + peace] = 77;
  expect(believed(s, ann, ann, peace)).toBe(77);
  expect(believed(s, bob, ann, peace)).toBe(10);
  believe(s, bob, ann, 95);
  expect(believed(s, bob, ann, peace)).toBe(95);
  expect(believed(s, cyr, ann, peace)).toBe(10);
});

test('a demand draws the expected line towards itself, the more the more credible it is, and never beyond', () => {
  const lines = [0, 0.3, 0.6, 0.9].map((force) => {
    const s = tinyScene();
    stand(s, [75, 75, 75, 75, 75]);
    unionDemands(s, force);
    const f = forecasts();
    const l = expectedLine(s, f, ann, peace);
    pressureBehind(s, f, ann, committee, peace);
    expect(f.kappa).toBeGreaterThanOrEqual(0);
    expect(f.kappa).toBeLessThan(1);
    if (force > 0) expect(f.demand).toBe(25);
    return l;
  });
  for (let k = 1; k < lines.length; k++) expect(lines[k]).toBeLessThan(lines[k - 1]);
  expect(lines[3]).toBeGreaterThan(25);
});

test('what is asked costs: the further a demand from the line, the less it weighs', () => {
  const s = tinyScene();
  const f = forecasts();
  const w = [75, 50, 25, 0].map((value) => pressWeight(s, f, bob, committee, 75, value, 0.8));
  for (let k = 1; k < w.length; k++) expect(w[k]).toBeLessThan(w[k - 1]);
  expect(pressWeight(s, f, bob, committee, 75, 25, 0)).toBe(0);
});

test('every bearing leaves the expected line between where it was and where it is drawn', () => {
  const s = tinyScene();
  const f = forecasts();
  for (const [name, bearing] of Object.entries(Bearing)) {
    for (const value of [0, 25, 50, 100]) {
      for (const chance of [0, 0.4, 1]) {
        const row = rowOf([
          [Mean.issue, peace],
          [Mean.body, committee],
          [Mean.bearing, bearing],
          [Mean.value, value],
          [Mean.target, bob],
          [Mean.chance, chance],
        ]);
        f.without.fill(Number.NaN);
        const waiting = expectedLine(s, f, ann, peace);
        const after = lineAfter(s, f, ann, row, 0, waiting, 0.5);
        expect([name, value, chance, after >= 0 && after <= 100]).toEqual([name, value, chance, true]);
        const still: readonly number[] = [Bearing.motion, Bearing.leave, Bearing.practise];
        if (bearing === Bearing.none || (chance === 0 && !still.includes(bearing)))
          expect([name, after]).toEqual([name, waiting]);
      }
    }
  }
});
