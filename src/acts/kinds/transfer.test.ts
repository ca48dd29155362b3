import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  dan,
  editor,
  legal,
  menuOf,
  moveOf,
  rowsOf,
  secretary,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { Rule } from '../rules.ts';

/** Two lower posts: bob is editor, the other is vacant and worth less. */
function scene() {
  const s = tinyScene({
    resourceHolders: [
      { resource: 0, holder: bob },
      { resource: 1, holder: ann },
    ],
    officeCarries: [[0], []],
  });
  s.state.holder[secretary] = -1;
  s.state.officeWorth[secretary] = 0.1;
  s.state.resourceHolder[1] = ann;
  return s;
}

test('the apparatus moves one it does not trust to a post that is worth less', () => {
  const s = scene();
  const menu = menuOf(s, ann);
  expect(rowsOf(menu, 'transfer').map((k) => [menu.to[k], menu.office[k]])).toEqual([[bob, secretary]]);
  apply(s, moveOf('transfer', { by: ann, to: bob, office: secretary }));
  expect([s.state.holder[editor], s.state.holder[secretary]]).toEqual([-1, bob]);
});

test('only somebody with a post in one’s gift can be transferred, and only to a vacant one', () => {
  const s = scene();
  expect(legal(s, moveOf('transfer', { by: ann, to: dan, office: secretary }))).toBe(Rule.noOffice);
  s.state.holder[secretary] = dan;
  expect(legal(s, moveOf('transfer', { by: ann, to: bob, office: secretary }))).toBe(Rule.occupied);
});

test('a recorded transfer without a new post just takes the old one', () => {
  const s = scene();
  apply(s, moveOf('transfer', { by: ann, to: bob }));
  expect(s.state.holder[editor]).toBe(-1);
});
