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
  union,
} from '../../../test/helpers/tiny-world.ts';
import { slotOf } from '../../../test/helpers/procedures.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const demanded = () => {
  const s = tinyScene();
  apply(s, moveOf('demand', { by: union, to: 6 + committee, issue: peace, value: 0, option: 0 }));
  return s;
};
const talks = { by: bob, to: union, body: committee, issue: peace, value: 75 };

test('who talks will give something: between the mandate and what is asked', () => {
  const row = meaning(demanded(), moveOf('open-talks', talks));
  expect([row[Mean.bearing], row[Mean.value], row[Mean.split] < 0]).toEqual([Bearing.yield, 37.5, true]);
});

test('once for each demand, and one table at a time', () => {
  const s = demanded();
  apply(s, moveOf('open-talks', talks));
  expect(legal(s, moveOf('open-talks', talks))).toBe(Rule.alreadyOpen);
  apply(s, moveOf('break-talks', { by: union, proc: slotOf(s, 'talks') }));
  expect(rowsOf(menuOf(s, bob), 'open-talks')).toHaveLength(0);
  expect(legal(s, moveOf('open-talks', talks))).toBe(Rule.allowed);
});
