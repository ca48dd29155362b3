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
