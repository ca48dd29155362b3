import { expect, test } from 'vitest';
import {
  apply,
  bob,
  cyr,
  legal,
  menuOf,
  moveOf,
  record,
  rowsOf,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { Rule } from '../rules.ts';

test('only who has left founds a rival, once; outsiders have their own', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('found-rival', { by: bob }))).toBe(Rule.stillMember);
  expect(legal(s, moveOf('found-rival', { by: union }))).toBe(Rule.outsider);
  apply(s, moveOf('exit', { by: bob }));
  expect(rowsOf(menuOf(s, bob), 'found-rival')).toHaveLength(1);
  apply(s, moveOf('found-rival', { by: bob }));
  expect(legal(s, moveOf('found-rival', { by: bob }))).toBe(Rule.answered);
});

test('recorded founders leave by founding', () => {
  const s = tinyScene();
  apply(s, moveOf('found-rival', { by: bob }), [bob, cyr]);
  expect([s.state.belongs[bob], s.state.belongs[cyr]]).toEqual([0, 0]);
  expect(record(s)).toEqual(['found-rival']);
});
