import { expect, test } from 'vitest';
import {
  apply,
  bob,
  committee,
  legal,
  meaning,
  moveOf,
  peace,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { slotOf } from '../../../test/helpers/procedures.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Offered, Turn } from '../outside.ts';
import { Rule } from '../rules.ts';

const talking = () => {
  const s = tinyScene();
  apply(s, moveOf('open-talks', { by: bob, to: union, body: committee, issue: peace, value: 75 }));
  return s;
};

test('there must be an offer of the other side; he who refuses it has the next word', () => {
  const s = talking();
  const m = moveOf('reject-offer', { by: union, proc: slotOf(s, 'talks') });
  expect(legal(s, m)).toBe(Rule.notAddressed);
  apply(s, moveOf('offer', { by: bob, to: union, proc: slotOf(s, 'talks'), issue: peace, value: 75 }));
  expect(legal(s, m)).toBe(Rule.allowed);
  expect(meaning(s, m)[Mean.bearing]).toBe(Bearing.press);
  apply(s, m);
  const slot = slotOf(s, 'talks');
  expect([s.state.procState[slot], s.state.procOption[slot]]).toEqual([Turn.theirs, Offered.nobody]);
});
