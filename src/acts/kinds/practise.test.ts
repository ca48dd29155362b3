import { expect, test } from 'vitest';
import {
  ann,
  apply,
  bob,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

test('an executor may do what he thinks right, or a step towards it, or go back to the line', () => {
  const s = tinyScene();
  expect(rowsOf(menuOf(s, ann), 'practise')).toHaveLength(0);
  s.state.work[ann * s.world.issues + peace] = 20;
  const menu = menuOf(s, ann);
  expect(rowsOf(menu, 'practise').map((k) => menu.value[k])).toEqual([25, 50]);
  expect(legal(s, moveOf('practise', { by: bob, issue: peace, value: 25 }))).toBe(Rule.notExecutor);
  expect(legal(s, moveOf('practise', { by: ann, issue: peace, value: 75 }))).toBe(Rule.alreadyLine);
});

test('only practice changes; the line stands and is broken', () => {
  const s = tinyScene();
  const far = meaning(s, moveOf('practise', { by: ann, issue: peace, value: 0 }));
  const near = meaning(s, moveOf('practise', { by: ann, issue: peace, value: 50 }));
  expect(far[Mean.bearing]).toBe(Bearing.practise);
  expect(far[Mean.breach]).toBeGreaterThan(near[Mean.breach]);
  const line = s.state.line.slice();
  apply(s, moveOf('practise', { by: ann, issue: peace, value: 0 }));
  expect(s.state.practised[peace]).toBe(0);
  expect(s.state.line).toEqual(line);
});
