import { expect, test } from 'vitest';
import {
  apply,
  bob,
  committee,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { slotOf } from '../../../test/helpers/procedures.ts';
import { ActFlag } from '../../world/state.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const resolved = () => {
  const s = tinyScene();
  apply(s, moveOf('motion', { by: bob, body: committee, issue: peace, value: 100, option: 0 }));
  apply(
    s,
    moveOf('resolution', {
      by: 6 + committee,
      body: committee,
      issue: peace,
      value: 100,
      option: 0,
      proc: slotOf(s, 'motion'),
      flags: ActFlag.byBody | ActFlag.adopted,
    }),
  );
  return s;
};

test('for ten days a resolution may be told one’s own way', () => {
  const m = moveOf('reinterpret', { by: bob, issue: peace, value: 75 });
  expect(legal(tinyScene(), m)).toBe(Rule.noResolution);
  const s = resolved();
  expect(legal(s, m)).toBe(Rule.allowed);
  const menu = menuOf(s, bob);
  expect(rowsOf(menu, 'reinterpret').map((k) => menu.value[k])).toEqual([25, 75]);
  s.state.clock[0] = 11;
  expect(legal(s, m)).toBe(Rule.noResolution);
});

test('it answers the resolution, is less of a breach than an open attack, and is done once', () => {
  const s = resolved();
  const row = meaning(s, moveOf('reinterpret', { by: bob, issue: peace, value: 25 }));
  expect(row[Mean.breach]).toBeCloseTo(0.375);
  const at = apply(s, moveOf('reinterpret', { by: bob, issue: peace, value: 75 }));
  expect(s.state.actKind[s.state.actAnswers[at]]).toBe(s.kindNames.indexOf('resolution'));
  expect(s.state.stance[bob * s.world.issues + peace]).toBe(75);
  s.state.clock[0] = 1;
  expect(rowsOf(menuOf(s, bob), 'reinterpret')).toHaveLength(0);
});
