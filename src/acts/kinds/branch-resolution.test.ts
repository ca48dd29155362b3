import { expect, test } from 'vitest';
import { ActFlag } from '../../world/state.ts';
import {
  apply,
  bob,
  dan,
  east,
  eva,
  legal,
  meaning,
  menuOf,
  moveOf,
  north,
  peace,
  rowsOf,
  south,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const branch = (h: number): number => 6 + 2 + h;

test('its secretary has a branch say where it leans; without one those in its body do; others cannot', () => {
  const s = tinyScene({ branchBody: Int32Array.of(-1, 0, -1) });
  const menu = menuOf(s, dan);
  const rows = rowsOf(menu, 'branch-resolution');
  expect(rows.map((k) => [menu.by[k], menu.issue[k], menu.value[k]])).toContainEqual([
    branch(north),
    peace,
    25,
  ]);
  expect(rows.every((k) => (menu.flags[k] & ActFlag.byBranch) !== 0)).toBe(true);
  expect(rowsOf(menuOf(s, bob), 'branch-resolution').map((k) => k).length).toBeGreaterThan(0);
  expect(rowsOf(menuOf(tinyScene(), bob), 'branch-resolution')).toHaveLength(0);
});

test('what it says counts by its delegates, and strains the organisation where it is against the line', () => {
  const s = tinyScene();
  const against = moveOf('branch-resolution', { by: branch(north), issue: peace, value: 25 });
  const along = moveOf('branch-resolution', { by: branch(east), issue: peace, value: 75 });
  expect(meaning(s, against)[Mean.chance]).toBeGreaterThan(meaning(s, along)[Mean.chance]);
  expect([meaning(s, against)[Mean.breach], meaning(s, along)[Mean.breach]]).toEqual([0.35, 0]);
  apply(s, along);
  expect(s.state.strain[0]).toBe(0);
  apply(s, against);
  expect(s.state.strain[0]).toBeGreaterThan(0);
  const menu = menuOf(s, dan);
  expect(rowsOf(menu, 'branch-resolution').some((k) => menu.issue[k] === peace)).toBe(false);
  expect(legal(s, moveOf('branch-resolution', { by: eva, issue: peace, value: 25 }))).toBe(Rule.noBranch);
});

test('a recorded resolution tells where the branch leans', () => {
  const s = tinyScene();
  apply(s, moveOf('branch-resolution', { by: branch(south), issue: peace, value: 100 }));
  expect(s.state.branchLean[south * s.world.issues + peace]).toBe(75);
});
