import { expect, test } from 'vitest';
import {
  apply,
  bob,
  dan,
  legal,
  meaning,
  moveOf,
  peace,
  record,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { slotOf } from '../../../test/helpers/procedures.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';
import { discovery } from '../secrets.ts';

test('to rebuff a secret approach is seen by few and clears one of having listened', () => {
  const s = tinyScene();
  apply(s, moveOf('approach', { by: bob, to: dan, issue: peace, value: 25, option: 0 }));
  const row = meaning(s, moveOf('rebuff', { by: dan, to: bob, proc: slotOf(s, 'approach') }));
  expect(row[Mean.warmth]).toBeLessThan(0);
  expect(row[Mean.blame]).toBeLessThan(0);
  expect(row[Mean.seen]).toBe(discovery);
});

test('it may come after the approach has lapsed, and history may record one to nothing', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('rebuff', { by: dan, to: bob }))).toBe(Rule.noProcedure);
  apply(s, moveOf('rebuff', { by: dan, to: bob }));
  apply(s, moveOf('approach', { by: bob, to: dan, issue: peace, value: 25, option: 0 }));
  s.state.procKind.fill(-1);
  expect(legal(s, moveOf('rebuff', { by: dan, to: bob }))).toBe(Rule.allowed);
  expect(record(s)).toEqual(['rebuff', 'approach']);
});
