import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  eva,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  record,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { alwaysEnds, openCount, slotOf } from '../../../test/helpers/procedures.ts';
import { drive } from '../../../test/helpers/drive.ts';
import { markOf } from '../../world/procedures.ts';
import { Mark } from '../../world/state.ts';
import { actNumber } from '../define.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const ask = { by: ann, to: 6 + committee, body: committee, issue: peace, value: 75 };

const demanded = () => {
  const s = tinyScene();
  apply(s, moveOf('demand-denial', ask));
  return s;
};

test('a leader may demand a denial where disagreement is known', () => {
  const s = tinyScene();
  const menu = menuOf(s, ann);
  expect(rowsOf(menu, 'demand-denial').map((k) => [menu.issue[k], menu.value[k]])).toEqual([[peace, 75]]);
  expect(rowsOf(menuOf(s, eva), 'demand-denial')).toHaveLength(0);
  s.state.publicMean.fill(75);
  expect(legal(s, moveOf('demand-denial', ask))).toBe(Rule.noRumour);
  expect(legal(s, moveOf('demand-denial', { ...ask, by: eva }))).toBe(Rule.noPower);
});

test('the known dissenters are asked, or those whom the record names', () => {
  const s = demanded();
  const slot = slotOf(s, 'denial');
  expect([ann, bob, cyr, dan, eva].map((p) => markOf(s, slot, p))).toEqual([0, Mark.asked, Mark.asked, 0, 0]);
  const t = tinyScene();
  apply(t, moveOf('demand-denial', { ...ask, to: dan }), [], [dan, eva]);
  expect([bob, dan, eva].map((p) => markOf(t, slotOf(t, 'denial'), p))).toEqual([0, Mark.asked, Mark.asked]);
});

test('to sign strains the conscience and averts blame; to refuse is a breach', () => {
  const s = demanded();
  const proc = slotOf(s, 'denial');
  const sign = meaning(s, moveOf('sign-denial', { by: bob, proc }));
  const refuse = meaning(s, moveOf('refuse-denial', { by: bob, proc }));
  expect([sign[Mean.said], sign[Mean.side], refuse[Mean.said], refuse[Mean.side]]).toEqual([75, 1, 25, -1]);
  expect(sign[Mean.blame]).toBeLessThan(0);
  expect(refuse[Mean.blame]).toBeGreaterThan(0.5);
  expect(refuse[Mean.breach]).toBeGreaterThan(0);
  expect(legal(s, moveOf('sign-denial', { by: dan, proc }))).toBe(Rule.notAddressed);
});

test('a denial tells hardly anything, but it is the signatory’s stance', () => {
  const s = demanded();
  const cell = bob * s.world.issues + peace;
  apply(s, moveOf('sign-denial', { by: bob, proc: slotOf(s, 'denial') }));
  expect(s.state.stance[cell]).toBe(75);
  expect(s.state.publicMean[cell]).toBeLessThan(30);
  expect(legal(s, moveOf('refuse-denial', { by: bob, proc: slotOf(s, 'denial') }))).toBe(Rule.notAddressed);
});

test('whoever says nothing is asked once more at the deadline', () => {
  const s = demanded();
  const asked: [number, number][] = [];
  drive(
    s,
    (_menu, person) => {
      asked.push([s.state.clock[0], person]);
      return -1;
    },
    10,
  );
  expect(asked.map(([t]) => t)).toEqual([1, 1, 3, 3]);
  expect(openCount(s, 'denial')).toBe(0);
});

test('those who signed turn from him who refused', () => {
  const s = demanded();
  const before = s.state.tie.slice();
  drive(s, (menu, person) => (menu.kind[0] === actNumber('sign-denial') && person === bob ? 0 : 1), 10);
  expect(record(s).sort()).toEqual(['demand-denial', 'refuse-denial', 'sign-denial']);
  const e = s.world.edgeStart[bob] + 1;
  expect(s.world.edgeTo[e]).toBe(cyr);
  expect(s.state.tie[e]).toBeLessThan(before[e]);
});

test('history may record answers to no demand', () => {
  const s = tinyScene();
  apply(s, moveOf('sign-denial', { by: bob, issue: peace, value: 75 }));
  apply(s, moveOf('refuse-denial', { by: cyr, body: committee, issue: peace }));
  expect(record(s)).toEqual(['sign-denial', 'refuse-denial']);
});

test('it always ends', () => {
  expect(alwaysEnds(demanded, 'denial')).toBe(84);
});
