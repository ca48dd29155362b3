import { expect, test } from 'vitest';
import {
  ann,
  apply,
  committee,
  editor,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { isMember } from '../../world/scene.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

/** The committee is a government: of no party. */
const government = () =>
  tinyScene({ bodyOrganisation: Int32Array.of(-1, 0), bodySeats: Int32Array.of(6, 5) });
const join = { by: union, body: committee };

test('an outsider whose terms are met may take a free place', () => {
  const s = government();
  expect(rowsOf(menuOf(s, union), 'join-government')).toHaveLength(0);
  s.state.line[committee * s.world.issues + peace] = 10;
  expect(rowsOf(menuOf(s, union), 'join-government')).toHaveLength(1);
  expect(meaning(s, moveOf('join-government', join))[Mean.posts]).toBeGreaterThan(0);
  apply(s, moveOf('join-government', join));
  expect(isMember(s, committee, union)).toBe(true);
  expect(legal(s, moveOf('join-government', join))).toBe(Rule.occupied);
});

test('not our own people, not a party’s own body, not where no place is free', () => {
  const s = government();
  expect(legal(s, moveOf('join-government', { ...join, by: ann }))).toBe(Rule.outsider);
  expect(legal(tinyScene(), moveOf('join-government', join))).toBe(Rule.notMember);
  const full = government();
  full.state.memberCount[committee] = full.world.bodyCapacity;
  expect(legal(full, moveOf('join-government', join))).toBe(Rule.noPlace);
});

test('a vacant post comes with the seat, but not to a collective', () => {
  const s = tinyScene({ bodyOrganisation: Int32Array.of(-1, 0), collective: new Uint8Array(6) });
  s.state.holder[editor] = -1;
  apply(s, moveOf('join-government', join));
  expect(s.state.holder[editor]).toBe(union);
  const group = government();
  group.state.holder[editor] = -1;
  apply(group, moveOf('join-government', join));
  expect(group.state.holder[editor]).toBe(-1);
});
