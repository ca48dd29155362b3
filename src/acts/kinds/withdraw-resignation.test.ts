import { expect, test } from 'vitest';
import {
  apply,
  bob,
  committee,
  editor,
  eva,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

test('what was laid down can be taken up again while it is free', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('withdraw-resignation', { by: bob }))).toBe(Rule.notResigned);
  apply(s, moveOf('resign', { by: bob, body: committee }));
  const row = meaning(s, moveOf('withdraw-resignation', { by: bob, body: committee }));
  expect(row[Mean.posts]).toBeGreaterThan(0);
  expect(row[Mean.said]).toBe(75);
  apply(s, moveOf('withdraw-resignation', { by: bob }));
  expect(s.state.seat[committee * s.world.people + bob]).toBe(1);
  expect(s.state.stance[bob * s.world.issues + peace]).toBe(75);
  expect(rowsOf(menuOf(s, bob), 'withdraw-resignation')).toHaveLength(0);
});

test('a post that somebody else has is lost, and after two months it is too late', () => {
  const s = tinyScene();
  apply(s, moveOf('resign', { by: bob, office: editor }));
  apply(s, moveOf('appoint', { by: s.world.people + committee, to: eva, office: editor }));
  expect(legal(s, moveOf('withdraw-resignation', { by: bob }))).toBe(Rule.occupied);
  s.state.clock[0] = 61;
  expect(legal(s, moveOf('withdraw-resignation', { by: bob }))).toBe(Rule.notResigned);
});
