import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  editor,
  legal,
  moveOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { Rule } from '../rules.ts';

test('from the body: seat and its posts; from the organisation: everything', () => {
  const s = tinyScene();
  const by = s.world.people + committee;
  apply(s, moveOf('expel', { by, to: bob, body: committee }));
  expect([
    s.state.seat[committee * s.world.people + bob],
    s.state.holder[editor],
    s.state.belongs[bob],
  ]).toEqual([0, -1, 1]);
  const strain = s.state.strain[0];
  apply(s, moveOf('expel', { by, to: bob, body: committee }));
  expect([s.state.belongs[bob], s.state.strain[0]]).toEqual([1, strain]);
  apply(s, moveOf('expel', { by, to: bob }));
  expect(s.state.belongs[bob]).toBe(0);
});

test('only bodies expel, each within its power', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('expel', { by: ann, to: bob, body: committee }))).toBe(Rule.noPower);
  expect(legal(s, moveOf('expel', { by: s.world.people + congress, to: bob, body: committee }))).toBe(
    Rule.allowed,
  );
  s.state.belongs[bob] = 0;
  expect(legal(s, moveOf('expel', { by: s.world.people + committee, to: bob }))).toBe(Rule.notMember);
});
