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
  officesNamed,
  rowsOf,
  secretary,
  tinyScene,
  setTie,
  cyr,
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

test('of more ways than one thinks of, the same ones in whatever order the file has them, those of the least trusted first', () => {
  const moved = (order: readonly string[]): string[] => {
    const s = tinyScene({
      ...officesNamed(order),
      holders: [
        { office: order.indexOf('bob’s'), person: bob },
        { office: order.indexOf('cyr’s'), person: cyr },
      ],
      resourceHolders: [{ resource: 1, holder: ann }],
    });
    s.state.officeWorth.fill(0.2);
    for (const name of ['bob’s', 'cyr’s']) s.state.officeWorth[order.indexOf(name)] = 0.4;
    setTie(s, ann, bob, -0.4);
    setTie(s, ann, cyr, -0.9);
    const menu = menuOf(s, ann);
    return rowsOf(menu, 'transfer').map(
      (k) => `${menu.to[k] === cyr ? 'cyr' : 'bob'} ${order[menu.office[k]]}`,
    );
  };
  const posts = ['bob’s', 'a', 'b', 'c', 'd', 'e', 'cyr’s'];
  expect(moved(posts)).toHaveLength(8);
  expect(moved(posts).map((text) => text.slice(0, 3))).toEqual([
    ...new Array<string>(5).fill('cyr'),
    ...new Array<string>(3).fill('bob'),
  ]);
  expect(moved(posts.toReversed())).toEqual(moved(posts));
});
