import { expect, test } from 'vitest';
import {
  apply,
  bob,
  committee,
  legal,
  meaning,
  moveOf,
  peace,
  tempo,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { openCount, slotOf } from '../../../test/helpers/procedures.ts';
import { tieOf } from '../../world/beliefs.ts';
import { Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const talking = () => {
  const s = tinyScene();
  apply(s, moveOf('open-talks', { by: bob, to: union, body: committee, issue: peace, value: 75 }));
  return s;
};

test('whoever breaks off is blamed, and the two sides cool', () => {
  const s = talking();
  const m = moveOf('break-talks', { by: union, proc: slotOf(s, 'talks') });
  expect(meaning(s, m)[Mean.blame]).toBeGreaterThan(0.2);
  apply(s, m);
  expect(openCount(s, 'talks')).toBe(0);
  expect(tieOf(s, bob, union)).toBeLessThan(0.1);
  expect(legal(s, moveOf('break-talks', { by: union }))).toBe(Rule.noTalks);
});

test('a record may break them off under another heading, or by the body', () => {
  const s = talking();
  apply(s, moveOf('break-talks', { by: union, issue: tempo }));
  expect(openCount(s, 'talks')).toBe(0);
  const t = talking();
  apply(t, moveOf('break-talks', { by: 6 + committee, issue: peace }));
  expect(openCount(t, 'talks')).toBe(0);
});
