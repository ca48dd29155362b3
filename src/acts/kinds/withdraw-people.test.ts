import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  legal,
  meaning,
  menuOf,
  moveOf,
  rowsOf,
  secretary,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { seat } from '../../world/seats.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const seated = () => {
  const s = tinyScene();
  seat(s, committee, union, 1);
  return s;
};

test('an outsider recalls his people where he has some', () => {
  const s = tinyScene();
  const m = moveOf('withdraw-people', { by: union, body: committee });
  expect(legal(s, m)).toBe(Rule.noPeople);
  expect(legal(s, moveOf('withdraw-people', { by: ann, body: committee }))).toBe(Rule.outsider);
  const t = seated();
  expect(rowsOf(menuOf(t, union), 'withdraw-people')).toHaveLength(1);
  expect(meaning(t, m)[Mean.posts]).toBeLessThan(0);
  apply(t, m);
  expect(t.state.seat[committee * t.world.people + union]).toBe(0);
  expect(t.state.memberCount[committee]).toBe(5);
});

test('a party’s body recalls all its people, with their posts, from a body that is not the party’s', () => {
  const s = tinyScene({ bodyOrganisation: Int32Array.of(-1, 0) });
  seat(s, committee, union, 1);
  apply(s, moveOf('withdraw-people', { by: 6 + congress, body: committee }));
  expect(s.state.memberCount[committee]).toBe(1);
  expect(s.state.holder[secretary]).toBe(-1);
  expect(s.state.seat[committee * s.world.people + bob]).toBe(0);
});
