import { expect, test } from 'vitest';
import {
  apply,
  bob,
  dan,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';

test('breaking a pact comes to mind only when one has moved away from it or fallen out', () => {
  const s = tinyScene();
  apply(s, moveOf('pact', { by: dan, to: bob, issue: peace, value: 25 }));
  expect(rowsOf(menuOf(s, bob), 'break-pact')).toHaveLength(0);
  s.state.work[bob * s.world.issues + peace] = 75;
  const menu = menuOf(s, bob);
  const rows = rowsOf(menu, 'break-pact');
  expect(rows.map((k) => menu.to[k])).toEqual([dan]);
});
