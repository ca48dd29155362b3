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
import { openCount } from '../../../test/helpers/procedures.ts';
import { tieOf } from '../../world/beliefs.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const conceded = (option: number) => {
  const s = tinyScene();
  apply(s, moveOf('concede', { by: ann, to: bob, body: committee, issue: peace, value: 50, option }));
  return s;
};
const back = { by: ann, to: bob, issue: peace, value: 75 };

test('after some days whoever conceded may take it back; it weighs less if it was tactical', () => {
  const s = conceded(1);
  expect(rowsOf(menuOf(s, ann), 'revoke-concession')).toHaveLength(0);
  s.state.clock[0] = 6;
  const menu = menuOf(s, ann);
  expect(rowsOf(menu, 'revoke-concession').map((k) => [menu.issue[k], menu.value[k]])).toEqual([[peace, 75]]);
  const owed = (option: number) => meaning(conceded(option), moveOf('revoke-concession', back))[Mean.owed];
  expect(owed(1)).toBeGreaterThan(owed(0));
  expect(legal(s, moveOf('revoke-concession', { ...back, by: bob }))).toBe(Rule.notLineHolder);
  expect(legal(tinyScene(), moveOf('revoke-concession', back))).toBe(Rule.noConcession);
});

test('the line is as before, and they fall out', () => {
  const s = conceded(0);
  const before = tieOf(s, bob, ann);
  apply(s, moveOf('revoke-concession', { by: ann, issue: peace }));
  expect(s.state.line[committee * s.world.issues + peace]).toBe(75);
  expect(openCount(s, 'concession')).toBe(0);
  expect(tieOf(s, bob, ann)).toBeLessThan(before);
});

test('history may take back what was never known', () => {
  const s = tinyScene();
  apply(s, moveOf('revoke-concession', { by: ann, issue: peace, value: 100 }));
  expect(s.state.line[committee * s.world.issues + peace]).toBe(100);
});
