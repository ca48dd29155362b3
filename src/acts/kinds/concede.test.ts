import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  dan,
  eva,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  setTie,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { alwaysEnds, openCount, slotOf } from '../../../test/helpers/procedures.ts';
import { drive } from '../../../test/helpers/drive.ts';
import { markOf } from '../../world/procedures.ts';
import { Mark } from '../../world/state.ts';
import { Concession } from '../concessions.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const give = { by: ann, to: bob, body: committee, issue: peace, value: 50, option: Concession.sincere };

test('ground is given, not a creed professed: it strains no conscience and tells hardly anything', () => {
  const s = tinyScene();
  const move = moveOf('concede', { by: ann, to: bob, issue: peace, value: 50, option: Concession.sincere });
  expect(meaning(s, move)[Mean.said]).toBeNaN();
  const before = s.state.publicMean[ann * s.world.issues + peace] ?? 0;
  apply(s, move);
  expect(Math.abs((s.state.publicMean[ann * s.world.issues + peace] ?? 0) - before)).toBeLessThan(2);
});

test('the holder of the line may give a step to its opponent, or all that he asks, sincerely or not', () => {
  const s = tinyScene();
  const menu = menuOf(s, ann);
  const rows = rowsOf(menu, 'concede');
  expect(rows.map((k) => [menu.issue[k], menu.value[k], menu.option[k]])).toEqual([
    [peace, 50, Concession.sincere],
    [peace, 50, Concession.tactical],
    [peace, 25, Concession.sincere],
    [peace, 25, Concession.tactical],
  ]);
  expect(rowsOf(menuOf(s, bob), 'concede')).toHaveLength(0);
});

test('who wants the line to move that way, or does not lead those who hold out, has nothing to concede', () => {
  const s = tinyScene();
  s.state.authority[eva] = 0.4;
  expect(legal(s, moveOf('concede', give))).toBe(Rule.allowed);
  expect(legal(s, moveOf('concede', { ...give, by: dan }))).toBe(Rule.notLineHolder);
  expect(legal(s, moveOf('concede', { ...give, by: eva }))).toBe(Rule.notLineHolder);
  expect(legal(s, moveOf('concede', { ...give, value: 75 }))).toBe(Rule.alreadyLine);
});

test('the line moves, the other owes, and it eases the more the hotter the quarrel', () => {
  const s = tinyScene();
  const calm = meaning(s, moveOf('concede', give));
  s.state.strain[0] = 0.5;
  const hot = meaning(s, moveOf('concede', give));
  expect(calm[Mean.bearing]).toBe(Bearing.set);
  expect(hot[Mean.split]).toBeLessThan(calm[Mean.split]);
  expect(hot[Mean.blame]).toBeLessThan(calm[Mean.blame]);
  apply(s, moveOf('concede', give));
  expect(s.state.line[committee * s.world.issues + peace]).toBe(50);
  expect(s.state.strain[0]).toBeLessThan(0.5);
  expect(s.state.procForce[slotOf(s, 'concession')]).toBe(75);
});

test('that a concession is tactical only he knows who makes it', () => {
  const s = tinyScene();
  setTie(s, ann, eva, 0);
  apply(s, moveOf('concede', { ...give, option: Concession.tactical }));
  const secret = slotOf(s, 'secret');
  expect([ann, bob].map((p) => markOf(s, secret, p) === Mark.knows)).toEqual([true, false]);
});

test('the same ground given to several is one concession', () => {
  const s = tinyScene();
  apply(s, moveOf('concede', give));
  apply(s, moveOf('concede', { ...give, to: dan }));
  expect(openCount(s, 'concession')).toBe(1);
  expect(s.state.procForce[slotOf(s, 'concession')]).toBe(75);
});

test('it ends when the line moves on, and always', () => {
  const s = tinyScene();
  apply(s, moveOf('concede', give));
  s.state.line[committee * s.world.issues + peace] = 25;
  drive(s, () => -1, 20);
  expect(openCount(s, 'concession')).toBe(0);
  const make = () => {
    const t = tinyScene();
    apply(t, moveOf('concede', give));
    return t;
  };
  expect(alwaysEnds(make, 'concession')).toBe(84);
});
