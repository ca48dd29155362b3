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
  rowsOf,
  secretary,
  tieBetween,
  tinyScene,
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
