import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

test('only a stance that is known to be off the line is recanted', () => {
  const s = tinyScene();
  expect(rowsOf(menuOf(s, ann), 'recant')).toHaveLength(0);
  s.state.stance[bob * s.world.issues + peace] = 25;
  expect(rowsOf(menuOf(s, bob), 'recant')).toHaveLength(1);
  const move = moveOf('recant', { by: bob, issue: peace, value: 75 });
  const row = meaning(s, move);
  expect([row[Mean.bearing], row[Mean.said]]).toEqual([Bearing.yield, 75]);
  const before = s.state.publicMean[bob * s.world.issues + peace];
  apply(s, moveOf('recant', { by: bob, issue: peace }));
  expect(s.state.stance[bob * s.world.issues + peace]).toBe(s.state.line[committee * s.world.issues + peace]);
  // Few believe him.
  expect(s.state.publicMean[bob * s.world.issues + peace] - before).toBeLessThan(5);
  expect(rowsOf(menuOf(s, bob), 'recant')).toHaveLength(0);
  expect(legal(s, move)).toBe(Rule.allowed);
});
