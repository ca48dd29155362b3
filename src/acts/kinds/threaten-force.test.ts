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
import { alwaysEnds, openCount, slotOf } from '../../../test/helpers/procedures.ts';
import { drive } from '../../../test/helpers/drive.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

const threat = { by: bob, issue: peace, value: 25 };

test('in a grave matter one of our own may threaten force, and is believed as far as he has it', () => {
  const s = tinyScene();
  expect(rowsOf(menuOf(s, bob), 'threaten-force')).toHaveLength(0);
  s.state.authority[bob] = 1;
  expect(rowsOf(menuOf(s, bob), 'threaten-force')).toHaveLength(1);
  const name = meaning(s, moveOf('threaten-force', threat));
  expect(name[Mean.bearing]).toBe(Bearing.press);
  const armed = tinyScene({ resourceKind: ['press', 'force'] });
  armed.state.resourceHolder[1] = bob;
  armed.state.resourceWeight[1] = 0.9;
  expect(meaning(armed, moveOf('threaten-force', threat))[Mean.chance]).toBeGreaterThan(name[Mean.chance]);
  expect(legal(s, moveOf('threaten-force', { ...threat, by: union }))).toBe(Rule.notInsider);
});

test('it presses on the body that decides, strains the organisation, and fades', () => {
  const s = tinyScene();
  apply(s, moveOf('threaten-force', threat));
  expect(s.state.procBody[slotOf(s, 'demand')]).toBe(committee);
  expect(s.state.strain[0]).toBeGreaterThan(0.05);
  expect(legal(s, moveOf('threaten-force', threat))).toBe(Rule.alreadyOpen);
  drive(s, () => 0, 10);
  expect(openCount(s, 'demand')).toBe(0);
});

test('it always ends', () => {
  const make = () => {
    const s = tinyScene();
    apply(s, moveOf('threaten-force', threat));
    return s;
  };
  expect(alwaysEnds(make, 'demand')).toBe(84);
});
