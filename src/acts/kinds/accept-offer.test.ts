import { expect, test } from 'vitest';
import {
  apply,
  bob,
  committee,
  legal,
  moveOf,
  peace,
  press,
  record,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { slotOf } from '../../../test/helpers/procedures.ts';
import { evaluate } from '../../choice/evaluate.ts';
import { createMind } from '../../choice/mind.ts';
import { initialParameters } from '../../choice/parameters.ts';
import { Menu } from '../menu.ts';
import { Turn } from '../outside.ts';
import { Rule } from '../rules.ts';

const offered = (value: number, salience = 0.8) => {
  const s = tinyScene();
  s.state.resourceHolder[press] = union;
  s.state.workSalience[union * s.world.issues + peace] = salience;
  apply(s, moveOf('demand', { by: union, to: 6 + committee, issue: peace, value: 0, option: 0 }));
  apply(s, moveOf('open-talks', { by: bob, to: union, body: committee, issue: peace, value: 75 }));
  apply(s, moveOf('offer', { by: bob, to: union, proc: slotOf(s, 'talks'), issue: peace, value }));
  return s;
};

/** What accepting is worth to the outsider, who stands at 10. */
const worth = (value: number, salience: number) => {
  const s = offered(value, salience);
  const menu = new Menu();
  Object.assign(menu.draft, moveOf('accept-offer', { by: union, proc: slotOf(s, 'talks') }));
  menu.offer(s);
  const mind = createMind(s, menu, initialParameters());
  evaluate(mind, union);
  return mind.utility[0];
};

test('what is nearer to what he wants is accepted more readily; the more the issue matters, the higher the price', () => {
  expect(worth(25, 0.8)).toBeGreaterThan(worth(50, 0.8));
  expect(worth(50, 0.8)).toBeGreaterThan(worth(75, 0.8));
  expect(worth(75, 0.3)).toBeGreaterThan(worth(75, 0.9));
});

test('only what is on the table can be accepted, and only by the other side', () => {
  const s = offered(25);
  expect(legal(s, moveOf('accept-offer', { by: union, proc: slotOf(s, 'talks') }))).toBe(Rule.allowed);
  expect(legal(s, moveOf('accept-offer', { by: bob, proc: slotOf(s, 'talks') }))).toBe(Rule.notAddressed);
  expect(legal(tinyScene(), moveOf('accept-offer', { by: union }))).toBe(Rule.noTalks);
});

test('the talks have come to an agreement; without talks it is only noted', () => {
  const s = offered(25);
  apply(s, moveOf('accept-offer', { by: union, proc: slotOf(s, 'talks') }));
  expect(s.state.procState[slotOf(s, 'talks')]).toBe(Turn.agreed);
  const empty = tinyScene();
  apply(empty, moveOf('accept-offer', { by: union }));
  expect(record(empty)).toEqual(['accept-offer']);
});
