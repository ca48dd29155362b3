import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

test('one may say what one thinks, before the body or to all, or profess the line', () => {
  const s = tinyScene();
  const menu = menuOf(s, bob);
  const rows = rowsOf(menu, 'declare').filter((k) => menu.issue[k] === peace);
  expect(rows.map((k) => [menu.body[k], menu.value[k]])).toEqual([
    [committee, 25],
    [-1, 25],
    [-1, 75],
  ]);
});

test('in public it breaks the line; before the body it does not; a norm makes it dangerous', () => {
  const s = tinyScene();
  const open = meaning(s, moveOf('declare', { by: bob, issue: peace, value: 25 }));
  const inside = meaning(s, moveOf('declare', { by: bob, body: committee, issue: peace, value: 25 }));
  expect([open[Mean.breach], inside[Mean.breach], open[Mean.sanction]]).toEqual([0.5, 0, 0]);
  const t = tinyScene({ normFrom: Float64Array.of(0) });
  expect(meaning(t, moveOf('declare', { by: bob, issue: peace, value: 25 }))[Mean.sanction]).toBeGreaterThan(
    0.5,
  );
});

test('what is said is believed, as far as it goes, by those who hear it, and not said twice', () => {
  const s = tinyScene();
  const cell = dan * s.world.issues + peace;
  apply(s, moveOf('declare', { by: dan, issue: peace, value: 0 }));
  expect(s.state.publicMean[cell]).toBeLessThan(50);
  const menu = menuOf(s, dan);
  s.state.work[dan * s.world.issues + peace] = 0;
  expect(rowsOf(menu, 'declare').some((k) => menu.issue[k] === peace && menu.value[k] === 0)).toBe(false);
  expect(legal(s, moveOf('declare', { by: dan, issue: peace, value: 75 }))).toBe(Rule.allowed);
  expect(rowsOf(menuOf(s, ann), 'declare').length).toBeGreaterThan(0);
  expect(legal(s, moveOf('declare', { by: cyr }))).toBe(Rule.noGrievance);
});
