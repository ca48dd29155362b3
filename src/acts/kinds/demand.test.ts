import { expect, test } from 'vitest';
import {
  apply,
  ann,
  committee,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  press,
  record,
  rowsOf,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { alwaysEnds, openCount, slotOf } from '../../../test/helpers/procedures.ts';
import { drive } from '../../../test/helpers/drive.ts';
import { Bearing, Mean } from '../meaning.ts';
import { DemandOption } from '../outside.ts';
import { Rule } from '../rules.ts';

const strike = {
  by: union,
  to: 6 + committee,
  body: committee,
  issue: peace,
  value: 0,
  option: DemandOption.strike,
};

const pressed = () => {
  const s = tinyScene();
  s.state.resourceHolder[press] = union;
  apply(s, moveOf('demand', strike));
  return s;
};

test('an outsider demands where he stands, with what he could threaten', () => {
  const s = tinyScene();
  expect(rowsOf(menuOf(s, union), 'demand')).toHaveLength(0);
  s.state.resourceHolder[press] = union;
  const menu = menuOf(s, union);
  const rows = rowsOf(menu, 'demand');
  expect(rows.map((k) => [menu.issue[k], menu.value[k], menu.option[k]])).toEqual([
    [peace, 0, DemandOption.strike],
  ]);
  expect(meaning(s, moveOf('demand', strike))[Mean.bearing]).toBe(Bearing.press);
});

test('only outsiders demand, only what is not the line, and not twice the same', () => {
  const s = pressed();
  expect(legal(s, moveOf('demand', { ...strike, by: ann }))).toBe(Rule.outsider);
  expect(legal(s, moveOf('demand', { ...strike, value: 75 }))).toBe(Rule.alreadyLine);
  expect(legal(s, moveOf('demand', strike))).toBe(Rule.alreadyOpen);
  expect(legal(s, moveOf('demand', { ...strike, value: 50 }))).toBe(Rule.allowed);
});

test('its force is what he holds, between 0 and 1, and it presses on the body that decides', () => {
  const s = pressed();
  const slot = slotOf(s, 'demand');
  expect(s.state.procBody[slot]).toBe(committee);
  expect(s.state.procForce[slot]).toBeGreaterThan(0.5);
  expect(s.state.procForce[slot]).toBeLessThanOrEqual(1);
});

test('it is met when the line has come near', () => {
  const s = pressed();
  s.state.line[committee * s.world.issues + peace] = 10;
  drive(s, () => -1, 3);
  expect(openCount(s, 'demand')).toBe(0);
});

test('when it falls due the threat is carried out, or it fades', () => {
  const silent = pressed();
  drive(silent, () => -1, 6);
  expect(openCount(silent, 'demand')).toBe(0);
  const s = pressed();
  const force = s.state.procForce[slotOf(s, 'demand')];
  drive(s, () => 0, 6);
  expect(record(s)).toEqual(['demand', 'demand']);
  expect(s.state.procForce[slotOf(s, 'demand')]).toBeGreaterThan(force);
  drive(s, () => 0, 30);
  expect(openCount(s, 'demand')).toBe(0);
});

test('it always ends', () => {
  expect(alwaysEnds(pressed, 'demand')).toBe(84);
});
