import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  dan,
  editor,
  legal,
  menuOf,
  moveOf,
  officesNamed,
  rowsOf,
  secretary,
  tieBetween,
  tinyScene,
  apparatus,
  setTie,
} from '../../../test/helpers/tiny-world.ts';
import { Rule } from '../rules.ts';

const people = 6;

test('whoever holds the apparatus removes from lower posts those he is at odds with; a body may remove from any it fills', () => {
  const s = tinyScene();
  const menu = menuOf(s, ann);
  expect(rowsOf(menu, 'remove').map((k) => [menu.to[k], menu.office[k]])).toEqual([[bob, editor]]);
  expect(legal(s, moveOf('remove', { by: bob, to: ann, office: secretary }))).toBe(Rule.noPower);
  expect(legal(s, moveOf('remove', { by: people + committee, to: ann, office: secretary }))).toBe(
    Rule.allowed,
  );
  expect(legal(s, moveOf('remove', { by: people + congress, to: ann, office: secretary }))).toBe(
    Rule.allowed,
  );
  s.state.officeWorth[editor] = 0.6;
  expect(legal(s, moveOf('remove', { by: ann, to: bob, office: editor }))).toBe(Rule.noPower);
});

test('the post falls vacant, its resources go back to the body, and the tie suffers; twice is once', () => {
  const s = tinyScene();
  apply(s, moveOf('remove', { by: ann, to: bob, office: editor }));
  expect([s.state.holder[editor], s.state.resourceHolder[0]]).toEqual([-1, people + committee]);
  expect(tieBetween(s, bob, ann)).toBeLessThan(-0.5);
  const strain = s.state.strain[0];
  apply(s, moveOf('remove', { by: people + committee, to: bob, office: editor }));
  expect(s.state.strain[0]).toBe(strain);
});

test('without an office it is the seat that is taken, by a body with the power over seats', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('remove', { by: ann, to: dan, body: committee }))).toBe(Rule.noPower);
  apply(s, moveOf('remove', { by: people + committee, to: dan }));
  expect(s.state.seat[committee * people + dan]).toBe(0);
});

test('of more posts than one thinks of taking, the same ones in whatever order the file has them, those of the least wanted first', () => {
  const taken = (order: readonly string[]): string[] => {
    const n = order.length;
    const s = tinyScene({
      ...officesNamed([...order, 'secretary']),
      officeCarries: [...order.map(() => []), [apparatus]],
      holders: [
        ...order.map((name, office) => ({ office, person: name > 'h' ? dan : bob })),
        { office: n, person: ann },
      ],
    });
    s.state.officeWorth.fill(0.3);
    setTie(s, ann, bob, -0.4);
    setTie(s, ann, dan, -0.9);
    const menu = menuOf(s, ann);
    return rowsOf(menu, 'remove').map((k) => order[menu.office[k]] ?? '');
  };
  const posts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  expect(taken(posts)).toHaveLength(8);
  expect(taken(posts).slice(0, 2).sort()).toEqual(['i', 'j']);
  expect(taken(posts.toReversed())).toEqual(taken(posts));
});
