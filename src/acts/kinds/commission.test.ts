import { expect, test } from 'vitest';
import { drive } from '../../../test/helpers/drive.ts';
import {
  ann,
  apply,
  bob,
  committee,
  dan,
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  record,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const move = { by: 6 + committee, to: dan, body: committee, issue: peace, value: 50 };

test('the chair has both sides draft one text, which is put to the body', () => {
  const s = tinyScene();
  expect(rowsOf(menuOf(s, ann), 'commission')).toHaveLength(1);
  expect(rowsOf(menuOf(s, bob), 'commission')).toHaveLength(0);
  expect(meaning(s, moveOf('commission', move))[Mean.split]).toBeLessThan(0);
  apply(s, moveOf('commission', move));
  expect(legal(s, moveOf('commission', move))).toBe(Rule.alreadyOpen);
  drive(s, () => 0);
  expect(record(s)).toEqual(['commission', 'motion', 'resolution']);
  expect(s.state.line[committee * s.world.issues + peace]).toBe(50);
});

test('a recorded commission does not bring up its text long afterwards', () => {
  const s = tinyScene();
  apply(s, moveOf('commission', move));
  s.state.clock[0] = 20;
  drive(s, () => 0);
  expect(record(s)).toEqual(['commission']);
});
