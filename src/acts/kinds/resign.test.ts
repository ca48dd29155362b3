import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  editor,
  legal,
  menuOf,
  moveOf,
  peace,
  record,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { tieOf } from '../../world/beliefs.ts';
import { Bearing, Mean, meanWidth } from '../meaning.ts';
import { Rule } from '../rules.ts';

test('one who sits may resign his seat and his post, once', () => {
  const s = tinyScene();
  const menu = menuOf(s, bob);
  const rows = rowsOf(menu, 'resign');
  expect(rows).toHaveLength(2);
  expect(menu.meaning[rows[0] * meanWidth + Mean.bearing]).toBe(Bearing.leave);
  expect(menu.meaning[rows[0] * meanWidth + Mean.issue]).toBe(peace);
  apply(s, moveOf('resign', { by: bob, body: committee }));
  apply(s, moveOf('resign', { by: bob, office: editor }));
  expect(s.state.seat[committee * s.world.people + bob]).toBe(0);
  expect(s.state.holder[editor]).toBe(-1);
  expect(record(s)).toEqual(['resign', 'resign']);
  expect(legal(s, moveOf('resign', { by: bob, body: committee }))).toBe(Rule.noSeat);
  expect(legal(s, moveOf('resign', { by: ann, office: editor }))).toBe(Rule.noOffice);
});

test('resigning strains the organisation and shows where one stands', () => {
  const s = tinyScene();
  s.state.publicMean[bob * s.world.issues + peace] = 60;
  apply(s, moveOf('resign', { by: bob, body: committee }));
  expect(s.state.strain[0]).toBeGreaterThan(0);
  expect(s.state.publicMean[bob * s.world.issues + peace]).toBeLessThan(60);
});

test('who lays down his post is a deserter to those who stand for the line, and to nobody else', () => {
  const s = tinyScene();
  const before = [tieOf(s, ann, bob), tieOf(s, cyr, bob)];
  apply(s, moveOf('resign', { by: bob, body: committee }));
  expect(tieOf(s, ann, bob)).toBeCloseTo((before[0] ?? 0) - 0.1, 10);
  expect(tieOf(s, cyr, bob)).toBe(before[1]);
});
