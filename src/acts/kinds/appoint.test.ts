import { expect, test } from 'vitest';
import {
  ann,
  apparatus,
  apply,
  bob,
  committee,
  editor,
  eva,
  legal,
  menuOf,
  moveOf,
  officesNamed,
  rowsOf,
  tieBetween,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { Rule } from '../rules.ts';

test('a lower post that is vacant goes to the most trusted colleague without one', () => {
  const s = tinyScene();
  expect(rowsOf(menuOf(s, ann), 'appoint')).toHaveLength(0);
  s.state.holder[editor] = -1;
  const menu = menuOf(s, ann);
  expect(rowsOf(menu, 'appoint').map((k) => [menu.to[k], menu.office[k]])).toEqual([[eva, editor]]);
  expect(rowsOf(menuOf(s, bob), 'appoint')).toHaveLength(0);
});

test('of more vacant posts than one thinks of filling, the same ones in whatever order the file has them', () => {
  const filled = (order: readonly string[]): string[] => {
    const s = tinyScene({
      ...officesNamed([...order, 'secretary']),
      officeCarries: [...order.map(() => []), [apparatus]],
      holders: [{ office: order.length, person: ann }],
    });
    s.state.officeWorth.fill(0.3);
    const menu = menuOf(s, ann);
    return rowsOf(menu, 'appoint').map((k) => order[menu.office[k]] ?? '');
  };
  const posts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  expect(filled(posts)).toHaveLength(8);
  expect(filled(posts.toReversed())).toEqual(filled(posts));
});

test('appointing fills the post, makes the appointee grateful, and is refused for a post that is taken', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('appoint', { by: ann, to: eva, office: editor }))).toBe(Rule.occupied);
  s.state.holder[editor] = -1;
  expect(legal(s, moveOf('appoint', { by: ann, to: union, office: editor }))).toBe(Rule.collective);
  expect(legal(s, moveOf('appoint', { by: s.world.people + committee, to: eva, office: editor }))).toBe(
    Rule.allowed,
  );
  apply(s, moveOf('appoint', { by: ann, to: eva, office: editor }));
  expect(s.state.holder[editor]).toBe(eva);
  expect(tieBetween(s, eva, ann)).toBeGreaterThan(0.6);
});
