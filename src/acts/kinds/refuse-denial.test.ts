import { expect, test } from 'vitest';
import { ann, apply, bob, committee, moveOf, peace, tinyScene } from '../../../test/helpers/tiny-world.ts';
import { slotOf } from '../../../test/helpers/procedures.ts';
import { tieOf } from '../../world/beliefs.ts';
import { markOf } from '../../world/procedures.ts';
import { Mark } from '../../world/state.ts';

test('whoever refuses shows where he stands, falls out with the asker, and strains the organisation', () => {
  const s = tinyScene();
  apply(s, moveOf('demand-denial', { by: ann, to: bob, body: committee, issue: peace, value: 75 }));
  const slot = slotOf(s, 'denial');
  const before = tieOf(s, ann, bob);
  apply(s, moveOf('refuse-denial', { by: bob, proc: slot }));
  expect(markOf(s, slot, bob)).toBe(Mark.no);
  expect(tieOf(s, ann, bob)).toBeLessThan(before);
  expect(s.state.strain[0]).toBeGreaterThan(0);
});
