import { expect, test } from 'vitest';
import {
  ann,
  apply,
  committee,
  dan,
  legal,
  moveOf,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { unseat } from '../../world/seats.ts';
import { Rule } from '../rules.ts';

test('a body with the power gives a seat to a member of its organisation who has none', () => {
  const s = tinyScene();
  const by = s.world.people + committee;
  expect(legal(s, moveOf('coopt', { by, to: dan, body: committee }))).toBe(Rule.occupied);
  expect(legal(s, moveOf('coopt', { by, to: union, body: committee }))).toBe(Rule.notMember);
  unseat(s, committee, dan);
  expect(legal(s, moveOf('coopt', { by: ann, to: dan, body: committee }))).toBe(Rule.noPower);
  expect(legal(s, moveOf('coopt', { by, to: dan, body: committee }))).toBe(Rule.allowed);
  apply(s, moveOf('coopt', { by, to: dan }));
  expect(s.state.seat[committee * s.world.people + dan]).toBe(1);
});

test('as a candidate he has no vote, until he is co-opted as a member', () => {
  const s = tinyScene();
  const role = (): number => s.state.seat[committee * s.world.people + dan] ?? -1;
  const move = (option: number) =>
    moveOf('coopt', { by: s.world.people + committee, to: dan, body: committee, option });
  expect(legal(s, move(0))).toBe(Rule.occupied);
  unseat(s, committee, dan);
  expect(legal(s, move(0))).toBe(Rule.allowed);
  apply(s, move(0));
  expect(role()).toBe(2);
  expect([legal(s, move(0)), legal(s, move(-1))]).toEqual([Rule.occupied, Rule.allowed]);
  apply(s, move(-1));
  expect(role()).toBe(1);
});
